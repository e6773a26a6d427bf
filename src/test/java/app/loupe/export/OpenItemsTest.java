package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CopyChanges;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.Subledger;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.InMemoryBook;

/** What the aged lists of a pack are made of: who checks them finds each document and each payment. */
class OpenItemsTest {
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static OwedItem item(long id, @Nullable MoveType type, String number, String day, Ref currency,
            String amount, String open, String balance, Long... partials) {
        LocalDate date = LocalDate.parse(day);
        return new OwedItem(id, type == null ? 0 : 100 + id, new OwedItem.Entry(id, type, number, "Bank", ""),
                type == MoveType.VENDOR_BILL, new Ref(1, "Mine"), new Ref(7, "Ann"), currency,
                new OwedItem.Dates(date, date, type == null ? null : date), new BigDecimal(amount),
                new BigDecimal(open),
                new OwedItem.Booked(type == null ? null : EUR, new BigDecimal(balance),
                        new BigDecimal(open).signum() == 0 ? BigDecimal.ZERO : new BigDecimal(balance)),
                List.of(partials));
    }

    private static Report open(String currency, LocalDate day, boolean payable, OwedItem... items) {
        return reports(currency, items).openItems(new AgedBalance(day, payable, AgedBalance.By.DUE, TODAY));
    }

    private static OwedReports reports(String currency, OwedItem... items) {
        var invoices = FakeInvoices.empty();
        var source = new ExportSource(invoices, new Shelf(invoices, new CopyChanges()), new InMemoryBook(),
                ReadTogether.only(FakeInvoices.profile()), currency);
        return new OwedReports(new Texts(Locale.ENGLISH), source,
                Map.of(FakeInvoices.profile().id(), Subledger.of(List.of(items))), "");
    }

    private static String csv(Report report) throws ProblemException {
        var text = new StringWriter();
        report.rows().each(new CsvReport(Csv.ofText(new PrintWriter(text)), report.columns()));
        return text.toString();
    }

    private static final OwedItem[] BOOKS = {
        item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "2026-05-01", EUR, "300", "0", "300", 1L),
        item(2, null, "BNK/1", "2026-05-28", EUR, "-1000", "-700", "-1000", 1L),
        item(3, MoveType.CUSTOMER_INVOICE, "INV/2", "2026-04-01", USD, "110", "0", "100", 2L),
        item(4, null, "BNK/2", "2026-06-02", USD, "-110", "0", "-100", 2L),
        item(5, MoveType.VENDOR_BILL, "BILL/1", "2026-05-02", EUR, "-50", "-50", "-50")};

    @Test
    void documentsAndUnmatchedPaymentsStandThereAsOfTheDay() throws ProblemException {
        Report report = open("", MAY, false, BOOKS);

        assertThat(report.name()).isEqualTo("Open items receivable");
        assertThat(TotalsOf.texts(report, "move_name", "bucket")).containsExactly("Bank \u00b7 BNK/1 Not due",
                "INV/2 31\u201360 days");
        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("owed  EUR", new BigDecimal("-700.00"), "owed  USD",
                new BigDecimal("110.00"), "owed_booked  EUR", new BigDecimal("-600.00")));
        assertThat(report.notes()).contains("As of 31 May 2026").anyMatch(note -> note.contains("company currency"));
    }

    @Test
    void vendorsStandForThemselvesPositiveWhereTheyAreOwed() throws ProblemException {
        Report report = open("", MAY, true, BOOKS);

        assertThat(report.name()).isEqualTo("Open items payable");
        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("owed  EUR", new BigDecimal("50.00"), "owed_booked  EUR",
                new BigDecimal("50.00")));
    }

    @Test
    void ofOneCurrencyThereIsNoOther() throws ProblemException {
        assertThat(TotalsOf.texts(open("usd", MAY, false, BOOKS), "move_name")).containsExactly("INV/2");
    }

    /** The books of the company do not come out even until the difference is booked: the list comes to what they say. */
    @Test
    void aDifferenceOfRatesThatAloneIsLeftIsListed() throws ProblemException {
        Report report = open("", MAY, false,
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "2026-04-01", USD, "110", "0", "100", 1L),
                item(2, null, "BNK/1", "2026-05-02", USD, "-110", "0", "-97", 1L));

        assertThat(TotalsOf.report(report)).isEqualTo(Map.of("owed  USD", new BigDecimal("0.00"), "owed_booked  EUR",
                new BigDecimal("3.00")));
    }

    /** What the vendor wrote on the bill, and the ids by which a program finds the item, its document and the partner. */
    @Test
    void programsFindTheNumberOfTheVendorAndTheIds() throws ProblemException {
        OwedItem bill = BOOKS[4];
        var referred = new OwedItem(bill.id(), bill.invoice(),
                new OwedItem.Entry(5, MoveType.VENDOR_BILL, "BILL/1", "Bills", "V-4711"), true, bill.company(),
                bill.partner(), bill.currency(), bill.dates(), bill.amount(), bill.open(), bill.booked(), List.of());

        assertThat(csv(open("", MAY, true, referred)))
                .contains(",owed_booked,owed_booked_currency,ref,id,move_id,partner_id,exact\r\n")
                .contains(",BILL/1,2026-05-02,2026-05-02,29,1-30 days,50.00,EUR,50.00,EUR,V-4711,5,105,7,true\r\n");
        assertThat(csv(open("", MAY, false, BOOKS[1]))).as("a payment is no document")
                .endsWith(",,2,,7,false\r\n");
    }

    /** What settled a part of the payment is not in the copy: the invoice beside it is owed all the same. */
    @Test
    void anUncertainItemMakesNoOtherUncertainButTellsNoShares() throws ProblemException {
        OwedItem[] items = {item(2, null, "BNK/1", "2026-05-28", EUR, "-1000", "-700", "-1000", 1L),
            item(6, MoveType.CUSTOMER_INVOICE, "INV/6", "2026-05-01", EUR, "90", "90", "90")};

        Report past = open("", MAY, false, items);
        assertThat(csv(past)).contains(",INV/6,2026-05-01,2026-05-01,30,1-30 days,90.00,EUR,,,,6,106,7,true\r\n")
                .contains(",BNK/1,").contains(",,,,2,,7,false\r\n");
        assertThat(past.notes()).anyMatch(note -> note.startsWith("1 row is uncertain"));

        assertThat(csv(open("", TODAY, false, items))).as("today Odoo says what is open")
                .contains(",90.00,EUR,90.00,EUR,,6,106,7,true\r\n").doesNotContain("false");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, false", "2026-06-15, true"})
    void theSumsOfAPackSayWhetherTheyAreCertain(LocalDate day, boolean exact) throws ProblemException {
        Report report = reports("", BOOKS[1]).aged(new AgedBalance(day, false, AgedBalance.By.DUE, TODAY));

        assertThat(csv(report)).contains(",total_currency,exact\r\n").endsWith("," + exact + "\r\n");
    }
}
