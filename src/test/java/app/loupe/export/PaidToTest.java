package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CopyChanges;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statements;
import app.loupe.owed.Subledger;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;
import testkit.window.OwedSamples;
import testkit.window.WindowSamples;

/** The statement of a customer says where what is open is to be paid to, as Odoo told it with each invoice. */
class PaidToTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ING = "NL20 INGB 0001 2345 67 - ING Bank";
    private static final String ABN = "NL91 ABNA 0417 1643 00 - ABN AMRO";

    private final FakeReader reader = new FakeReader();
    private List<OwedItem> more = List.of();

    private void put(long id, MoveType type, String bankAccount) {
        Invoice made = Invoices.invoice(id, "INV/" + id, type, MoveState.POSTED, OwedSamples.BRIGHTWATER, "100", "100",
                OwedSamples.EUR, List.of());
        Invoice.Booking at = made.booking();
        reader.put(WindowSamples.ACME.value(),
                new Invoice(id, made.writeDate(), made.name(), type, made.state(), made.paymentState(), made.parties(),
                        new Invoice.Booking(at.company(), at.currency(), at.companyCurrency(), null, null, null, null,
                                new Ref(bankAccount.hashCode(), bankAccount)),
                        made.dates(), made.amounts(), made.otherInfo(), List.of()));
    }

    private List<PartnerAccount> accounts(Ref partner, boolean vendor) throws ProblemException {
        var owed = new testkit.window.FakeReader();
        OwedSamples.all(owed, WindowSamples.ACME);
        owed.owed.merge(WindowSamples.ACME, more,
                (some, others) -> Stream.concat(some.stream(), others.stream()).toList());
        Subledger ledger = Objects.requireNonNull(
                new Shelf(owed, new CopyChanges()).subledgers(Set.of(WindowSamples.ACME)).get(WindowSamples.ACME));
        return PartnerAccount.of(ledger, new Statements(vendor, null, TODAY, TODAY), partner.id());
    }

    private PdfFile written(Ref partner, boolean vendor, Texts texts) throws ProblemException, IOException {
        List<PartnerAccount> accounts = accounts(partner, vendor);
        var out = new ByteArrayOutputStream();
        new StatementPaper(texts, Correspondents.of(reader, WindowSamples.ACME, partner.id(), accounts), false,
                List.of(),
                account -> "foot").write(accounts, out);
        return new PdfFile(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void eachAccountOfOpenInvoicesIsNamedOnce(String language) throws IOException, ProblemException {
        put(1022, MoveType.CUSTOMER_INVOICE, ING);
        put(1098, MoveType.CUSTOMER_INVOICE, ABN);
        put(1184, MoveType.CUSTOMER_INVOICE, ING);
        put(911, MoveType.CUSTOMER_INVOICE, "of what is paid");
        put(5_028, MoveType.CREDIT_NOTE, "of the customer");
        var texts = new Texts(Locale.of(language));

        PdfFile paper = written(OwedSamples.BRIGHTWATER, false, texts);

        paper.draw(Path.of("target", "screens"), "statement-paid-to-" + language, 1);
        assertThat(paper.text()).containsOnlyOnce(ING).containsOnlyOnce(ABN)
                .containsOnlyOnce(texts.get("invoices.detail.bank-account"))
                .doesNotContain("of what is paid", "of the customer");
    }

    /** One that was paid back twice is to be paid to us, and names where we paid it to. */
    @Test
    void theAccountOfACreditNoteIsTheCustomersOwn() throws IOException, ProblemException {
        more = List.of(new OwedItem(60_000, 6_000,
                new OwedItem.Entry(60_001, MoveType.CREDIT_NOTE, "RINV/2026/06000", "Invoices", ""), false,
                new Ref(1, "Acme Trading"), OwedSamples.BRIGHTWATER, OwedSamples.EUR,
                new OwedItem.Dates(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 10, 1)),
                BigDecimal.TEN, BigDecimal.TEN, new OwedItem.Booked(OwedSamples.EUR, BigDecimal.TEN, BigDecimal.TEN),
                List.of()));
        put(6_000, MoveType.CREDIT_NOTE, "of the customer");
        put(1022, MoveType.CUSTOMER_INVOICE, ING);

        assertThat(written(OwedSamples.BRIGHTWATER, false, new Texts(Locale.US)).text()).contains("RINV/2026/06000")
                .containsOnlyOnce(ING).doesNotContain("of the customer");
    }

    @Test
    void whereOdooNamesNoneNothingIsSaid() throws IOException, ProblemException {
        put(1022, MoveType.CUSTOMER_INVOICE, "");

        assertThat(written(OwedSamples.BRIGHTWATER, false, new Texts(Locale.US)).text())
                .doesNotContain("Bank account");
    }

    /** What stands on a bill is the vendor's own, and they know it. */
    @Test
    void theStatementOfAVendorHasNone() throws IOException, ProblemException {
        put(331, MoveType.VENDOR_BILL, ABN);

        PdfFile paper = written(OwedSamples.PRINT, true, new Texts(Locale.US));

        assertThat(paper.text()).contains("BILL/2026/00331").doesNotContain(ABN, "Bank account");
    }
}
