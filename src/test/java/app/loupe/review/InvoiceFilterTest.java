package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineTerm;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.Seeded;

class InvoiceFilterTest {
    private static final LocalDate TODAY = FakeInvoices.TODAY;

    private static final Set<String> CURRENCIES = Set.of("EUR", "USD", "JPY");

    private final FakeInvoices copy = FakeInvoices.believable();

    private List<String> found(InvoiceFilter filter, LineHits hits) {
        return passing(copy, filter, hits).stream()
                .map(row -> row.number().isEmpty() ? "draft" : row.number().replaceFirst(".*/", "")).toList();
    }

    private static List<InvoiceRow> passing(FakeInvoices copy, InvoiceFilter filter, LineHits hits) {
        Books books = hits.in(Books.of(copy.rows(Set.of(FakeInvoices.ACME))));
        return books.list(books.findAlsoRemoved(filter, TODAY).inOrder()).stream().map(ReviewRow::row).toList();
    }

    private List<String> found(String query) {
        return found(InvoiceFilter.of(InvoiceQuery.typed(query, CURRENCIES)), LineHits.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lumber                     | 01180 01171
            LUMBER unpaid              | 01180
            cafe zurich                | 0001
            "lumber inc"               | 01180 01171
            "inc lumber"               |
            inc lumber                 | 01180 01171
            01184                      | 01184
            us12345674 brightwater     | 01184 draft
            overdue                    | 01183 01179 01174 0001
            late                       | 01183 01179 01174 0001
            unpaid bill                | 0003
            partly paid                | 01182 01174
            "partly paid"              |
            status:"partly paid"       | 01182 01174
            partly-paid overdue        | 01182 01183 01179 01174 0001
            paid usd                   |
            paid invoices              | 01181 01178 01175
            in-payment                 | 01175
            draft                      | draft
            cancelled                  | 01173
            reversed                   | 01172
            blocked                    | 01171
            credit                     | 00031 0001
            refund                     | 00031 0001
            refunds                    | 00031 0001
            vendor refund              | 0001
            type:vendor-refunds        | 0001
            erstattungen               | 00031 0001
            lieferantengutschrift      | 0001
            remboursement              | 00031 0001
            avoir fournisseur          | 0001
            reembolsos                 | 00031 0001
            rectificativa proveedor    | 0001
            terugbetaling              | 00031 0001
            inkoopcreditnota           | 0001
            receipts                   | 0001
            bills                      | 0003
            >18000                     | 01181 01178
            <50                        | 0001 0001
            =88.4                      | 01175
            75..88.40                  | 01175 01171
            >=640 <=760.2              | 01180 01173
            >=482,000                  | 01178
            2026-10                    | 01183
            2026-09 2026-10            | 01183 01179
            last month                 | 01183
            Q3 2026                    | 01179
            date:q3                    | 01179
            3. quartal 2026            | 01179
            last quarter               | 01179
            2025-Q3                    |
            2025                       |
            today                      |
            deco -overdue              | 01175
            invoice -paid -unpaid -draft -cancelled -blocked | 01172
            jackson -2026              |
            """)
    void findsWhatIsAskedFor(String query, @Nullable String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));

        assertThat(found(query)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void findsAWordInALineOnlyThroughTheHitsOfThatWord() {
        InvoiceKey key = copy.key("INV/2026/01180");
        var filter = InvoiceFilter.of(InvoiceQuery.typed("lumber bloc", CURRENCIES));

        assertThat(found(filter, LineHits.NONE)).isEmpty();
        assertThat(found(filter, new LineHits(Map.of(new LineTerm.Text("bloc", false), Set.of(key)))))
                .containsExactly("01180");
        assertThat(found(filter, new LineHits(Map.of(new LineTerm.Text("lumber", false), Set.of(key))))).isEmpty();
    }

    @Test
    void leavesOutWhatIsExcludedByALine() {
        InvoiceKey key = copy.key("INV/2026/01180");
        var filter = InvoiceFilter.of(InvoiceQuery.typed("lumber -bloc", CURRENCIES));

        assertThat(found(filter, new LineHits(Map.of(new LineTerm.Text("bloc", false), Set.of(key)))))
                .containsExactly("01171");
    }

    @Test
    void takesChipsOfOneGroupAsAlternativesAndGroupsTogether() {
        var filter = new InvoiceFilter(Set.of(MoveType.CUSTOMER_INVOICE),
                Set.of(StatusChoice.OVERDUE, StatusChoice.PARTLY_PAID), InvoicePeriod.Relative.THIS_MONTH, "EUR",
                InvoiceQuery.EMPTY);

        assertThat(found(filter, LineHits.NONE)).containsExactly("01174");
    }

    @Test
    void letsATypedKindTakeThePlaceOfTheChips() {
        var filter = new InvoiceFilter(Set.of(MoveType.CUSTOMER_INVOICE), Set.of(), InvoicePeriod.Relative.ALL, "",
                InvoiceQuery.typed("bills wood", CURRENCIES));

        assertThat(found(filter, LineHits.NONE)).containsExactly("0003");
    }

    @Test
    void chipsGiveWayToATypedFilterButNotToItsWord() {
        copy.add("INV/2026/02001", "Bill Smith", "2026-11-01", "2026-12-01", "1.00", "1.00", "EUR");
        copy.addAs(MoveType.CREDIT_NOTE, MoveState.POSTED, PaymentState.PAID, "RINV/2026/02002", "Bill Smith",
                "2026-11-01", "2026-12-01", "1.00", "0.00", "EUR");
        InvoiceQuery bill = InvoiceQuery.typed("bill", CURRENCIES);
        var invoices = new InvoiceFilter(Set.of(MoveType.CUSTOMER_INVOICE), Set.of(), InvoicePeriod.Relative.ALL, "",
                bill);
        var dollars = new InvoiceFilter(Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "USD", bill);

        assertThat(found("bill")).containsExactly("0003", "02001", "02002");
        assertThat(found(invoices, LineHits.NONE)).containsExactly("0003", "02001");
        assertThat(found(dollars, LineHits.NONE)).isEmpty();
    }

    /** The word of the counts is no filter: whoever reads "11 Belege" and types "Belege" has those eleven. */
    @ParameterizedTest
    @ValueSource(strings = {"documents", "Belege", "beleg", "documentos", "documenten"})
    void theWordForAllDocumentsFindsAllOfThem(String word) {
        assertThat(found(word)).hasSizeGreaterThan(5).containsExactlyElementsOf(found(""));
        assertThat(found("unpaid " + word)).containsExactlyElementsOf(found("unpaid"));
        assertThat(found("bill " + word)).as("as any other word, it takes nothing back")
                .containsExactlyElementsOf(found("bill"));
        var bills = new InvoiceFilter(Set.of(MoveType.VENDOR_BILL), Set.of(), InvoicePeriod.Relative.ALL, "",
                InvoiceQuery.typed(word, CURRENCIES));
        assertThat(found(bills, LineHits.NONE)).as("of what the chip leaves").isNotEmpty()
                .allMatch(number -> found("type:bill").contains(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quittungen", "Verkaufsbelege", "einkaufsbeleg"})
    void receiptsHaveAWordOfTheirOwnInGerman(String word) {
        assertThat(InvoiceQuery.typed(word, CURRENCIES).terms().getFirst().readings().getFirst())
                .isEqualTo(InvoiceQuery.typed("receipts", CURRENCIES).terms().getFirst().readings().getFirst());
    }

    @Test
    void aTypedStatusTakesThePlaceOfTheStatusChips() {
        var overdue = new InvoiceFilter(Set.of(), Set.of(StatusChoice.OVERDUE), InvoicePeriod.Relative.ALL, "",
                InvoiceQuery.typed("status:paid", CURRENCIES));

        assertThat(found(overdue, LineHits.NONE)).containsExactlyElementsOf(found("status:paid")).contains("01181")
                .doesNotContain("01183");
    }

    @Test
    void noWordOfTheSearchHidesAnInvoiceFromItsOwnName() {
        List<String> names = List.of("Unpaid", "Overdue", "Late", "Paid", "Partly Paid", "Draft", "Cancelled",
                "Reversed", "In Payment", "Blocked", "Removed", "Invoice", "Bills", "Credit Note", "Refund", "Receipts",
                "Today", "Last Month", "Q1", "Q1 2026", "Q1 26", "1. Quartal", "Last Quarter", "60 Days Late",
                "This Year",
                "May", "November 2026", "24 Dec 2025", "2019", "2026-01",
                "12.12.2025", "EUR", "USD", "€", "1 234,56", "1'234.56", "99", "2026-13");
        for (String name : names) {
            for (String whole : List.of(name, name + " Ltd", "Smith " + name, "The " + name + " Company")) {
                var fake = new FakeInvoicesOf(whole);

                assertThat(fake.found(whole)).as(whole).isOne();
                assertThat(fake.found("\"" + whole + "\"")).as("in quotation marks: %s", whole).isOne();
                assertThat(fake.found(whole.toUpperCase(Locale.ROOT) + " 07042")).as(whole).isOne();
            }
        }
    }

    /** Names that have a letter and a digit, or a word that compares, are found, and nothing beside them. */
    @ParameterizedTest
    @ValueSource(strings = {"T4 lamp", "Audi Q3", "K2 Skis", "1T", "Galaxy 2T", "Q1", "lamp T5", "T4-25",
        "overdue Uber 45",
        "overdue Over 30", "overdue Mas 60", "late Under 12", "Uber 45", "Über 45", "überfällig Über 45"})
    void aNameBringsNothingButWhatIsCalledSo(String name) {
        FakeInvoices fake = everyQuarterAndAge();
        fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, "X/07042",
                "The " + name + " Company",
                "2026-11-20", "2026-11-21", "5.00", "5.00", "EUR");

        InvoiceQuery query = Books.of(fake.rows(Set.of(FakeInvoices.ACME)))
                .fitted(InvoiceQuery.typed(name, CURRENCIES));
        assertThat(passing(fake, InvoiceFilter.of(query), LineHits.NONE)).as(name)
                .extracting(InvoiceRow::number).containsExactly("X/07042");
        assertThat(passing(fake, InvoiceFilter.of(InvoiceQuery.typed("-\"" + name + "\"", CURRENCIES)), LineHits.NONE))
                .as("without %s", name).hasSize(8);
    }

    @Test
    void excludingALetterAndADigitExcludesTheText() {
        FakeInvoices fake = everyQuarterAndAge();
        fake.add("X/07042", "T2 Company", "2026-11-20", "2027-11-21", "5.00", "5.00", "EUR");

        assertThat(passing(fake, InvoiceFilter.of(InvoiceQuery.typed("-T2", CURRENCIES)), LineHits.NONE)).hasSize(8);
        assertThat(passing(fake, InvoiceFilter.of(InvoiceQuery.typed("november 2026 T2", CURRENCIES)), LineHits.NONE))
                .extracting(InvoiceRow::number).containsExactly("X/07042");
    }

    /** Two for each quarter of a year, all of them late. */
    private static FakeInvoices everyQuarterAndAge() {
        FakeInvoices fake = FakeInvoices.empty();
        for (int month = 2; month <= 11; month += 3) {
            for (int day = 1; day <= 2; day++) {
                String date = "2026-%02d-%02d".formatted(month, day);
                fake.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, "INV/" + date, "Ann",
                        date, date, "75.00", "75.00", "EUR");
            }
        }
        return fake;
    }

    /** One document that no filter fits but that of receipts: an old one, in a currency of its own. */
    private record FakeInvoicesOf(String partner) {
        int found(String query) {
            FakeInvoices fake = FakeInvoices.empty();
            fake.addAs(MoveType.PURCHASE_RECEIPT, MoveState.POSTED, PaymentState.LEGACY, "X/07042", partner,
                    "1999-07-07", "1999-07-07", "5.00", "5.00", "XTS");
            var filter = InvoiceFilter.of(InvoiceQuery.typed(query, CURRENCIES));
            return passing(fake, filter, LineHits.NONE).size();
        }
    }

    @Test
    void anAmountIsFoundInEveryColumnAndInLines() {
        InvoiceKey key = copy.key("INV/2026/01180");
        var line = new LineTerm.Amount(new BigDecimal("372"));

        assertThat(found("4965")).containsExactly("01182");
        assertThat(found("9,930.00")).containsExactly("01182");
        assertThat(found("1.588,8")).containsExactly("01182");
        assertThat(found("8341,20")).containsExactly("01182");
        assertThat(found("372")).isEmpty();
        assertThat(found(InvoiceFilter.of(InvoiceQuery.typed("372.00", CURRENCIES)),
                new LineHits(Map.of(line, Set.of(key))))).containsExactly("01180");
    }

    @Test
    void anExcludedFilterHidesNothingByItsWord() {
        copy.add("INV/2026/02001", "Paid Parking", "2026-11-01", "2026-12-01", "1.00", "1.00", "EUR");

        assertThat(found("parking -paid")).containsExactly("02001");
        assertThat(found("parking -\"paid\"")).isEmpty();
    }

    @Test
    void countsOverdueAndPartlyPaidAsUnpaid() {
        assertThat(found("unpaid")).containsAll(found("overdue")).containsAll(found("partly-paid"))
                .doesNotContain("01173", "01181");
    }

    @Test
    void aRemovedInvoiceAnswersNoOtherStatus() {
        copy.remove(copy.key("INV/2026/01183"));
        copy.conceal(copy.key("INV/2026/01179"));

        assertThat(found("overdue")).containsExactly("01174", "0001");
        assertThat(found("unpaid invoice")).doesNotContain("01183", "01179");
        assertThat(found("removed")).containsExactly("01183", "01179");
    }

    private List<String> shown(InvoiceFilter filter) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(filter, TODAY).inOrder()).stream().map(row -> row.row().number()).toList();
    }

    @Test
    void showsRemovedInvoicesOnlyWhenAskedFor() {
        InvoiceKey removed = copy.key("INV/2026/01183");
        copy.remove(removed);
        var chip = new InvoiceFilter(Set.of(), Set.of(StatusChoice.REMOVED), InvoicePeriod.Relative.ALL, "",
                InvoiceQuery.EMPTY);

        assertThat(shown(InvoiceFilter.ALL)).hasSize(17).doesNotContain("INV/2026/01183");
        assertThat(shown(InvoiceFilter.of(InvoiceQuery.typed("deco", CURRENCIES)))).doesNotContain("INV/2026/01183");
        assertThat(shown(chip)).containsExactly("INV/2026/01183");
        assertThat(shown(InvoiceFilter.of(InvoiceQuery.typed("removed deco", CURRENCIES))))
                .containsExactly("INV/2026/01183");
        assertThat(shown(InvoiceFilter.of(InvoiceQuery.typed("-removed deco", CURRENCIES))))
                .containsExactly("INV/2026/01175");
    }

    @Test
    void ofCertainInvoicesTheFilterAndTheSearchAreAskedAndTheyAreShownWhetherTheyCountOrNot() {
        InvoiceKey removed = copy.key("INV/2026/01183");
        copy.remove(removed);
        Set<InvoiceKey> some = Set.of(removed, copy.key("INV/2026/01184"),
                new InvoiceKey(new ConnectionId("ther0001"), copy.key("INV/2026/01179").id()));

        assertThat(shown(InvoiceFilter.ALL.among(some))).containsExactlyInAnyOrder("INV/2026/01183", "INV/2026/01184");
        assertThat(shown(InvoiceFilter.of(InvoiceQuery.typed("deco", CURRENCIES)).among(some)))
                .containsExactly("INV/2026/01183");
        assertThat(shown(InvoiceFilter.ALL.among(Set.of()))).isEmpty();
    }

    @Test
    void keepsUndatedDraftsOutOfEveryPeriod() {
        assertThat(found("draft this-year")).isEmpty();
        assertThat(found(new InvoiceFilter(Set.of(), Set.of(StatusChoice.DRAFT), InvoicePeriod.Relative.ALL, "",
                InvoiceQuery.EMPTY), LineHits.NONE)).hasSize(1);
    }

    @Seeded(200)
    void neverFindsMoreWithOneWordMore(long seed) {
        var random = new SplittableRandom(seed);
        String word = random.ints(random.nextInt(1, 4), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        var one = InvoiceFilter.of(InvoiceQuery.typed("\"o\"", CURRENCIES));
        var two = InvoiceFilter.of(InvoiceQuery.typed("\"o\" \"" + word + "\"", CURRENCIES));

        assertThat(passing(copy, one, LineHits.NONE)).containsAll(passing(copy, two, LineHits.NONE));
    }
}
