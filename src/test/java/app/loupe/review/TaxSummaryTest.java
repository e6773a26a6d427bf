package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;

class TaxSummaryTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void givesTheTaxOfEveryKindAsTheDocumentPrintsIt(MoveType type) {
        InvoiceKey key = copy.addAs(type, MoveState.POSTED, PaymentState.NOT_PAID, "N/1", "x", "2026-01-01",
                "2026-02-01", "119.00", "119.00", "EUR");
        Invoice invoice = copy.invoice(key).orElseThrow();

        assertThat(TaxSummary.of(invoice).groups())
                .containsExactly(new TaxSummary.Group("VAT 19%", invoice.amounts().tax(), Optional.empty()));
        assertThat(invoice.amounts().tax()).isPositive();
    }

    private static Invoice withLines(String tax, MoveType type, MoveLine... lines) {
        var amount = new BigDecimal(tax);
        return new Invoice(1, Instant.EPOCH, "N/1", type, MoveState.POSTED, PaymentState.NOT_PAID,
                new Invoice.Parties(null, null, "x"),
                new Invoice.Booking(null, null, null, null, null, null, null, null),
                new Invoice.Dates(null, null, null),
                new Invoice.Amounts(amount, amount, amount, amount, new Invoice.SignedAmounts(amount, amount, amount)),
                new Invoice.OtherInfo("", "", "", false, false, ""),
                List.of(lines));
    }

    private static MoveLine booked(LineKind kind, @Nullable Ref tax, String group, String amount) {
        var zero = BigDecimal.ZERO;
        return new MoveLine(1, Instant.EPOCH, JournalEntry.of(new Ref(1, "N/1"), MoveState.POSTED), kind, 1, group,
                new MoveLine.Price(null, null, zero, zero, zero, zero, zero),
                new MoveLine.Taxes(List.of(), tax, tax == null ? null : new Ref(3, group), zero),
                new MoveLine.Posting(null, null, null, null, zero, zero, zero, new BigDecimal(amount), zero, zero),
                null, null, Matching.NONE);
    }

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void aCashRoundingOfTheTaxIsPartOfItsGroup(MoveType type) {
        var tax = new Ref(8, "21%");
        String minus = type.printed(BigDecimal.ONE).signum() < 0 ? "-" : "";
        String plus = minus.isEmpty() ? "-" : "";
        Invoice invoice = withLines("2.16", type, booked(LineKind.TAX, tax, "VAT", minus + "2.17"),
                booked(LineKind.ROUNDING, tax, "VAT", plus + "0.01"));

        assertThat(TaxSummary.of(invoice).groups())
                .containsExactly(new TaxSummary.Group("VAT", new BigDecimal("2.16"), Optional.empty()));
        assertThat(TaxSummary.of(invoice).rest()).isZero();
    }

    @Test
    void aRoundingThatIsALineOfItsOwnIsNoTax() {
        Invoice invoice = withLines("0", MoveType.CUSTOMER_INVOICE,
                booked(LineKind.ROUNDING, null, "Rounding", "-0.04"));

        assertThat(TaxSummary.of(invoice).groups()).isEmpty();
        assertThat(invoice.lines()).allMatch(MoveLine::isShown);
        assertThat(invoice.lines().getFirst().untaxed(invoice.type())).isEqualByComparingTo("0.04");
    }

    private static MoveLine naming(MoveLine line, Long... taxes) {
        return new MoveLine(line.id(), line.writeDate(), line.entry(), line.kind(), line.sequence(), line.label(),
                line.price(), new MoveLine.Taxes(List.of(taxes), line.taxes().tax(), line.taxes().group(),
                        BigDecimal.ZERO),
                line.posting(), line.date(), line.dueDate(), line.matching());
    }

    /** A line with two taxes of a group counts once in its base, and a tax that is taxed itself counts as well. */
    @ParameterizedTest
    @EnumSource(MoveType.class)
    void theBaseOfAGroupIsWhatWasBookedOnTheLinesThatNameItsTaxes(MoveType type) {
        String side = type.printed(BigDecimal.ONE).signum() < 0 ? "-" : "";
        Invoice invoice = withLines("26.50", type,
                naming(booked(LineKind.PRODUCT, null, "A", side + "100"), 5L, 6L, 7L),
                naming(booked(LineKind.PRODUCT, null, "B", side + "50"), 7L),
                naming(booked(LineKind.TAX, new Ref(7, "Eco"), "Eco", side + "10"), 5L),
                booked(LineKind.TAX, new Ref(5, "VAT 10%"), "VAT", side + "11"),
                booked(LineKind.TAX, new Ref(6, "VAT 5%"), "VAT", side + "5.50"));

        assertThat(TaxSummary.of(invoice).groups()).containsExactly(
                new TaxSummary.Group("Eco", new BigDecimal("10"), Optional.of(new BigDecimal("150"))),
                new TaxSummary.Group("VAT", new BigDecimal("16.50"), Optional.of(new BigDecimal("110"))));
    }

    /** Lines name a group of taxes, and not those in it. */
    @Test
    void theBaseOfATaxThatNoLineNamesIsNotKnown() {
        Invoice invoice = withLines("15.00", MoveType.CUSTOMER_INVOICE,
                naming(booked(LineKind.PRODUCT, null, "A", "-100"), 5L, 9L),
                booked(LineKind.TAX, new Ref(5, "VAT 10%"), "VAT", "-10"),
                booked(LineKind.TAX, new Ref(6, "VAT 5%"), "VAT", "-5"));

        assertThat(TaxSummary.of(invoice).groups())
                .containsExactly(new TaxSummary.Group("VAT", new BigDecimal("15"), Optional.empty()));
    }

    @Test
    void whatTheGroupsDoNotExplainIsTheRest() {
        Invoice invoice = withLines("5.00", MoveType.VENDOR_BILL,
                booked(LineKind.TAX, new Ref(8, "9%"), "VAT", "3.20"));

        assertThat(TaxSummary.of(invoice).rest()).isEqualByComparingTo("1.80");
    }
}
