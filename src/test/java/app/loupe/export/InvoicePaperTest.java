package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.review.Due;
import app.loupe.review.Instalment;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.EntryLines;
import testkit.PdfFile;
import testkit.FakeInvoices;
import testkit.PrintedInvoices;
import testkit.cli.Invoices;

class InvoicePaperTest {
    private static final String COPY = "Copy, made with Loupe. This is not the original.";

    private static String text(InvoiceCopy copy) {
        return PrintedInvoices.paper(copy).text();
    }

    static Stream<InvoiceCopy> all() {
        return Stream.of(PrintedInvoices.full(), PrintedInvoices.long300(), PrintedInvoices.rightToLeft(),
                PrintedInvoices.eastAsian(), PrintedInvoices.emptyDraft());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPageOfEachSaysThatItIsACopyAndWhichPageItIs(InvoiceCopy copy) {
        List<String> pages = PrintedInvoices.paper(copy).pages();

        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).startsWith(COPY).contains(PrintedInvoices.FOOT,
                    "Page " + (i + 1) + " of " + pages.size());
        }
    }

    @Test
    void saysWhomItIsBetweenWhenAndUnderWhichReferences() {
        assertThat(text(PrintedInvoices.full())).contains("Customer invoice INV/2026/01184", "Acme Trading",
                "Partly paid", "Brightwater Hotels", "4 Quai du Port", "13002 Marseille", "France",
                "VAT FR40303265045", "20 Oct 2026", "19 Nov 2026", "PO 7001", "S00042", "30 days", "Zoë Møller");
        assertThat(text(PrintedInvoices.full())).contains("12 Ledger Lane", "3511 AB Utrecht", "Netherlands",
                "VAT NL004495445B01", "Bank account NL91 ABNA 0417 1643 00");
    }

    @Test
    void saysTheLinesWithUnitAndDiscount() {
        assertThat(text(PrintedInvoices.full())).contains("Description Qty Unit Price Discount Amount", "Rooms\n",
                "Double room, sea side 3 Nights 240.00 10 % 648.00", "Projector 1.5 Hours 40.00 60.00",
                "Late check-out until noon, as agreed on the phone.");
    }

    @Test
    void saysTaxesByGroupPaymentsAndWhatIsDue() {
        String text = text(PrintedInvoices.full());

        assertThat(text.substring(text.indexOf("Tax excluded")).replace('\u00a0', ' ')).containsSubsequence(
                "Tax excluded € 819.00", "VAT 21 % € 159.60", "City tax € 9.00", "Total € 987.60",
                "Paid on 6 Nov 2026", "€ 500.00", "Bank", "Set off by RINV/2026/00028", "€ 100.00", "9 Nov 2026",
                "Amount due € 387.60", "Terms and conditions", "Payable within 30 days.",
                "Bank: NL91 ABNA 0417 1643 00 & nowhere else.");
    }

    /** By the tax lines of the invoice; the names of others are not readable. */
    @Test
    void saysTheTaxesOfALine() {
        InvoiceCopy copy = PrintedInvoices.full();
        Invoice invoice = copy.invoice().withLines(List.of(Invoices.line(1, LineKind.PRODUCT, "Chair", "100"),
                Invoices.line(2, LineKind.TAX, "VAT", "21")));

        assertThat(text(new InvoiceCopy(invoice, copy.status(), copy.due(), List.of(), List.of(), copy.partner(),
                copy.company(), copy.foot())).replaceAll("\\s+", " "))
                .contains("Description Qty Price Taxes Amount", "21%, no. 6 in");
        assertThat(text(copy)).doesNotContain("Taxes");
    }

    @Test
    void columnsThatNoLineNeedsAreNotThere() {
        assertThat(text(PrintedInvoices.long300())).contains("Description Qty Price Amount").doesNotContain("Unit",
                "Discount");
    }

    @Test
    void repeatsTheHeadsOverThreeHundredLines() {
        List<String> pages = PrintedInvoices.paper(PrintedInvoices.long300()).pages();

        assertThat(pages.size()).isGreaterThan(5);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).contains("Description Qty Price Amount"));
        String text = String.join("", pages);
        for (int i = 1; i <= 300; i++) {
            assertThat(text).containsPattern("Article number " + i + "\\D");
        }
    }

    @Test
    void currenciesKeepTheirOwnDecimalsAndWordsTheirLetters() {
        assertThat(text(PrintedInvoices.eastAsian())).contains("株式会社ライトハウス", "1,000,000",
                "¥\u00a01,500,000", "简体中文文档", "한국어 번역").doesNotContain("1,500,000.00", "\u25a1");
    }

    @Test
    void wordsFromRightToLeftAreWhole() {
        assertThat(text(PrintedInvoices.rightToLeft())).contains("شركة النور للتجارة العامة", "خدمات الاستشارة",
                "ייעוץ משפטי", "1,250.75").doesNotContain("\u25a1");
    }

    @Test
    void aDraftWithNothingOnItIsADraft() {
        assertThat(text(PrintedInvoices.emptyDraft())).contains("Vendor bill (Draft)", "No customer or vendor",
                "Total");
    }

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void theTitleSaysWhatItIsAndAmountsAreThoseOfTheDocument(MoveType type) {
        InvoiceCopy copy = PrintedInvoices.full();
        Invoice was = copy.invoice();
        Invoice invoice = new Invoice(was.id(), was.writeDate(), was.name(), type, was.state(), was.paymentState(),
                was.parties(), was.booking(), was.dates(), was.amounts(), was.otherInfo(), was.lines());

        String text = text(
                new InvoiceCopy(invoice, InvoiceStatus.PAID, copy.due(), List.of(), List.of(), copy.partner(),
                        copy.company(),
                        copy.foot()));

        assertThat(text).contains(new Texts(Locale.US).get("invoices.type." + EnumKey.of(type)) + " INV/2026/01184",
                "648.00", "€\u00a0987.60").doesNotContain("−648", "−987");
    }

    @Test
    void ofAnInvoiceInInstalmentsItSaysTheFirstOpenDayAndHowManyAreLate() {
        InvoiceCopy copy = PrintedInvoices.full();
        var due = new Due(LocalDate.of(2026, 11, 9), Optional.of(LocalDate.of(2026, 11, 19)), 1,
                Instalment.of(instalments(MoveType.CUSTOMER_INVOICE, "EUR").invoice(), FakeInvoices.TODAY));

        assertThat(text(
                new InvoiceCopy(copy.invoice(), InvoiceStatus.OVERDUE, due, List.of(), List.of(), copy.partner(),
                        copy.company(),
                        copy.foot())))
                .contains("Overdue", "Due date 9 Nov 2026", "1 of 2 instalments late\n", "last due 19 Nov 2026\n");
    }

    /** Of 1,000.10 thirty per cent are due ten days earlier, and half of that is paid. */
    private static InvoiceCopy instalments(MoveType type, String currency) {
        FakeInvoices fake = FakeInvoices.empty();
        InvoiceKey key = fake.addAs(type, MoveState.POSTED, PaymentState.PARTIAL, "INV/7", "Ready Mat", "2026-11-01",
                "2026-12-01", "1000.10", "850.10", currency);
        fake.lines("INV/7", EntryLines.of(fake.row("INV/7")));
        Invoice invoice = fake.invoice(key).orElseThrow();
        return new InvoiceCopy(invoice, InvoiceStatus.PARTLY_PAID,
                Due.of(new ReviewRow(fake.row("INV/7")), invoice, FakeInvoices.TODAY), List.of(), List.of(),
                Optional.empty(), Optional.empty(), PrintedInvoices.FOOT);
    }

    /** Unsigned on what gives money back, too, as all amounts of the paper. */
    @ParameterizedTest
    @EnumSource(MoveType.class)
    void ofAnInvoiceInInstalmentsItSaysWhenHowMuchIsDue(MoveType type) {
        assertThat(text(instalments(type, "EUR")).replace('\u00a0', ' ')).contains("Due date Amount Open\n",
                "21 Nov 2026 € 300.03 € 150.03\n", "1 Dec 2026 € 700.07 € 700.07\n");
        assertThat(text(PrintedInvoices.full())).doesNotContain("Due date Amount Open");
    }

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void inAForeignCurrencyItSaysWhatWasBookedInThatOfTheCompany(MoveType type) {
        InvoiceCopy copy = instalments(type, "USD");
        Invoice was = copy.invoice();
        // positive for what customers owe, and what vendors give back
        String sign = type.isSale() == type.isRefund() ? "-" : "";
        var signed = new Invoice.SignedAmounts(new BigDecimal(sign + "1680.16"), new BigDecimal(sign + "2000.20"),
                new BigDecimal(sign + "1700.20"));
        var amounts = new Invoice.Amounts(was.amounts().untaxed(), was.amounts().tax(), was.amounts().total(),
                was.amounts().residual(), signed);
        var invoice = new Invoice(was.id(), was.writeDate(), was.name(), was.type(), was.state(), was.paymentState(),
                was.parties(), was.booking(), was.dates(), amounts, was.otherInfo(), was.lines());

        assertThat(text(new InvoiceCopy(invoice, copy.status(), copy.due(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), copy.foot())).replace('\u00a0', ' ')).contains(
                        "Tax excluded, company currency € 1,680.16\n", "Tax, company currency € 320.04\n",
                        "Total, company currency € 2,000.20\n");
        assertThat(text(instalments(type, "EUR"))).doesNotContain("company currency");
    }

    /** As it was booked on the lines that name the tax. */
    @Test
    void saysTheBaseOfATaxWhereTheCopyKnowsIt() {
        InvoiceCopy copy = PrintedInvoices.full();
        Invoice invoice = copy.invoice().withLines(List.of(Invoices.line(1, LineKind.PRODUCT, "Chair", "100"),
                Invoices.line(2, LineKind.TAX, "VAT", "21")));

        assertThat(text(new InvoiceCopy(invoice, copy.status(), copy.due(), List.of(), List.of(), copy.partner(),
                copy.company(), copy.foot())).replace('\u00a0', ' ')).contains("21% on € 100.00 € 21.00");
        assertThat(text(copy)).doesNotContain(" on €");
    }

    private static InvoiceCopy with(MoveState state, String number, LocalDate accounting) {
        InvoiceCopy copy = PrintedInvoices.full();
        Invoice was = copy.invoice();
        var invoice = new Invoice(was.id(), was.writeDate(), number, was.type(), state, was.paymentState(),
                was.parties(), was.booking(), new Invoice.Dates(was.dates().invoice(), accounting, was.dates().due()),
                was.amounts(), was.otherInfo(), was.lines());
        return new InvoiceCopy(invoice, InvoiceStatus.PAID, copy.due(), List.of(), List.of(), copy.partner(),
                copy.company(), copy.foot());
    }

    /** Packs and archives choose by it. */
    @Test
    void saysTheAccountingDateWhereItIsAnotherThanThatOfTheInvoice() {
        assertThat(text(PrintedInvoices.full())).doesNotContain("Accounting date");
        assertThat(text(with(MoveState.POSTED, "INV/1", LocalDate.of(2026, 11, 2))))
                .contains("Accounting date 2 Nov 2026");
    }

    /** Odoo keeps no address of the day of an invoice. */
    @Test
    void saysOfWhichDayAddressesAreWhereItHasAny() {
        String words = "Addresses and VAT numbers are those of the day of the copy.";

        assertThat(text(PrintedInvoices.full())).contains(words);
        assertThat(text(PrintedInvoices.long300())).doesNotContain(words);
    }

    @Test
    void onlyADraftIsCalledOne() {
        LocalDate day = LocalDate.of(2026, 10, 20);

        assertThat(text(with(MoveState.CANCELLED, "/", day))).contains("Customer invoice (Cancelled)")
                .doesNotContain("Draft");
        assertThat(text(with(MoveState.DRAFT, "/", day))).contains("Customer invoice (Draft)");
    }

    @Test
    void namesItsTitle() {
        PdfFile file = PrintedInvoices.paper(PrintedInvoices.full());

        String title = file.ask(document -> document.getDocumentInformation().getTitle());
        assertThat(title).isEqualTo("Customer invoice INV/2026/01184");
    }

    @Test
    void aLongAmountIsSetSmallerAndNeverBroken() {
        InvoiceCopy copy = PrintedInvoices.full();
        Invoice was = copy.invoice();
        var huge = new BigDecimal("123456789012345678901234567890.12");
        Invoice invoice = new Invoice(was.id(), was.writeDate(), was.name(), was.type(), was.state(),
                was.paymentState(), was.parties(), was.booking(), was.dates(),
                new Invoice.Amounts(huge, huge, huge, huge, was.amounts().signed()), was.otherInfo(), was.lines());

        assertThat(text(new InvoiceCopy(invoice, copy.status(), copy.due(), List.of(), List.of(), copy.partner(),
                copy.company(),
                copy.foot())))
                .contains("€\u00a0123,456,789,012,345,678,901,234,567,890.12");
    }

    /** Also where nothing was matched, as of an invoice that was paid before. */
    @Test
    void itSaysWhatReversesIt() {
        InvoiceCopy copy = PrintedInvoices.full();
        FakeInvoices fake = FakeInvoices.believable();

        assertThat(text(copy)).doesNotContain("Reversed by");
        assertThat(text(new InvoiceCopy(copy.invoice(), copy.status(), copy.due(), List.of(),
                List.of(fake.row("RINV/2026/00031"), fake.row("")), copy.partner(), copy.company(), copy.foot())))
                .contains("Reversed by RINV/2026/00031, Draft");
    }
}
