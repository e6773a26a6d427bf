package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.StatementEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the rows of a statement are called. */
class StatementTextTest {
    private static final OwedItem.Entry INVOICE = new OwedItem.Entry(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Invoices",
            "");
    private static final StatementText WORDS = words(Locale.ENGLISH);

    private static StatementText words(Locale language) {
        var texts = new Texts(language);
        return new StatementText(texts, new DateText(texts, ZoneOffset.UTC));
    }

    private static OwedItem.Entry payment(String number, String journal, String reference) {
        return new OwedItem.Entry(60, null, number, journal, reference);
    }

    @ParameterizedTest
    @CsvSource({"BNK1/2026/00044, Bank, REF 8812, Bank · BNK1/2026/00044 · REF 8812",
        "BNK1/2026/00044, Bank, '', Bank · BNK1/2026/00044",
        "BNK1/2026/00044, '', REF 8812, BNK1/2026/00044 · REF 8812",
        "BNK1/2026/00044, Bank, BNK1/2026/00044, Bank · BNK1/2026/00044", "'', Bank, REF 8812, Bank · REF 8812",
        "'', Bank, '', Bank", "'', '', REF 8812, REF 8812", "'', '', '', Journal entry"})
    void anEntryIsCalledByAllThatTheCopyHolds(String number, String journal, String reference, String called) {
        assertThat(WORDS.document(payment(number, journal, reference))).isEqualTo(called);
    }

    @Test
    void whatHasNothingIsCalledAnEntryInEachLanguage() {
        assertThat(List.of("de", "fr", "es", "nl").stream().map(Locale::of)
                .map(language -> words(language).document(payment("", "", ""))))
                .containsExactly("Buchungssatz", "Écriture", "Asiento", "Boeking");
    }

    private static String about(OwedItem.Entry entry, OwedItem.Entry... settles) {
        return WORDS.about(new StatementEvent.Booked(StatementEvent.Extent.ALL), entry, List.of(settles), null, 0,
                true);
    }

    @Test
    void inAStatementItsReferenceStandsWithWhatItIsAbout() {
        OwedItem.Entry paid = payment("BNK1/44", "Bank", "REF 8812");

        assertThat(WORDS.inStatement(paid)).isEqualTo("Bank · BNK1/44");
        assertThat(about(paid, INVOICE)).isEqualTo("On INV/1 · REF 8812");
        assertThat(about(paid)).isEqualTo("Matched with an entry that is not listed here · REF 8812");
    }

    /** A vendor knows a bill by the number that the vendor gave it, not by ours. */
    @Test
    void aBillIsAlsoCalledByTheNumberOfItsVendor() {
        var bill = new OwedItem.Entry(3, MoveType.VENDOR_BILL, "BILL/1", "Bills", "V-4711");
        var refund = new OwedItem.Entry(4, MoveType.VENDOR_REFUND, "RBILL/1", "Bills", "V-4712");
        var receipt = new OwedItem.Entry(5, MoveType.PURCHASE_RECEIPT, "REC/1", "Bills", "V-4713");
        var invoice = new OwedItem.Entry(6, MoveType.CUSTOMER_INVOICE, "INV/2", "Invoices", "PO 7001");

        assertThat(List.of(bill, refund, receipt).stream().map(WORDS::document))
                .containsExactly("BILL/1 · V-4711", "RBILL/1 · V-4712", "REC/1 · V-4713");
        assertThat(WORDS.document(invoice)).isEqualTo("INV/2");
        assertThat(WORDS.document(new OwedItem.Entry(3, MoveType.VENDOR_BILL, "BILL/1", "Bills", "BILL/1")))
                .isEqualTo("BILL/1");
        assertThat(WORDS.document(new OwedItem.Entry(3, MoveType.VENDOR_BILL, "", "Bills", "V-4711")))
                .isEqualTo("V-4711");
        assertThat(WORDS.inStatement(bill)).isEqualTo("BILL/1");
        assertThat(about(bill)).isEqualTo("V-4711");
        assertThat(about(refund, bill)).isEqualTo("Credit note for BILL/1 · V-4712");
        assertThat(about(invoice)).isEmpty();
        assertThat(WORDS.about(new StatementEvent.Booked(StatementEvent.Extent.NOTHING), bill, List.of(),
                LocalDate.of(2026, 3, 12), 0, false)).isEqualTo("Due 12 Mar 2026 · V-4711");
    }

    /** Odoo writes the number of the invoice into the payment. */
    @Test
    void aReferenceIsNotSaidTwice() {
        assertThat(about(payment("BNK1/44", "Bank", "INV/1"), INVOICE)).isEqualTo("On INV/1");
        assertThat(about(payment("BNK1/44", "Bank", "BNK1/44"), INVOICE)).isEqualTo("On INV/1");
        assertThat(about(payment("BNK1/44", "Bank", ""), INVOICE)).isEqualTo("On INV/1");
        OwedItem.Entry numberless = payment("", "Bank", "REF 8812");
        assertThat(WORDS.inStatement(numberless)).isEqualTo("Bank · REF 8812");
        assertThat(about(numberless, INVOICE)).isEqualTo("On INV/1");
    }

    /** The bank that paid it back is nothing that it corrects. */
    @Test
    void aCreditNoteIsForInvoicesOrBillsAndSettledByTheRest() {
        var refund = new OwedItem.Entry(2, MoveType.CREDIT_NOTE, "RINV/1", "Invoices", "");
        var bill = new OwedItem.Entry(3, MoveType.VENDOR_BILL, "BILL/1", "Bills", "");
        OwedItem.Entry bank = payment("BNK1/44", "Bank", "");

        assertThat(about(refund)).isEqualTo("Credit note");
        assertThat(about(refund, INVOICE)).isEqualTo("Credit note for INV/1");
        assertThat(about(refund, bill)).isEqualTo("Credit note for BILL/1");
        assertThat(about(refund, bank)).isEqualTo("Credit note · Settled by BNK1/44");
        assertThat(about(refund, bank, INVOICE)).isEqualTo("Credit note for INV/1 · Settled by BNK1/44");
        assertThat(about(refund, refund, INVOICE)).as("of two that were matched with each other")
                .isEqualTo("Credit note for INV/1 · Settled by RINV/1");
    }

    /** What stands behind the middle dot is cut first: how late it is follows from the day, not the other way round. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void theDueDateStandsBeforeTheLatenessInEachLanguage(String language) {
        LocalDate due = LocalDate.of(2026, 3, 12);
        String said = words(Locale.of(language)).about(new StatementEvent.Booked(StatementEvent.Extent.NOTHING),
                INVOICE, List.of(), due, 47, false);

        String first = said.substring(0, said.indexOf(" · "));
        assertThat(first).contains("12", "2026").doesNotContain("47");
        assertThat(said.substring(first.length())).contains("47").doesNotContain("2026");
    }

    @Test
    void anInvoiceIsCalledByItsNumberOrElseItsReference() {
        var type = MoveType.CUSTOMER_INVOICE;

        assertThat(WORDS.document(new OwedItem.Entry(1, type, "INV/1", "Invoices", "Order 7"))).isEqualTo("INV/1");
        assertThat(WORDS.document(new OwedItem.Entry(1, type, "", "Invoices", "Order 7"))).isEqualTo("Order 7");
    }
}
