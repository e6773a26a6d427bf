package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.Subledger;
import app.loupe.review.ReviewRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** A document as of a past day, against what the aged list of that day says of its items. */
class RowsThenTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final FakeInvoices copy = FakeInvoices.empty();
    private final List<OwedItem> items = new ArrayList<>();

    private void document(MoveType type, PaymentState now, String residual) {
        copy.addAs(type, MoveState.POSTED, now, "ONE", "Ann", "2026-08-01", "2026-10-31", "100.00", residual, "EUR");
    }

    private void item(long id, String amount, String open, String booked, @Nullable String due,
            Long... partials) {
        boolean invoice = due != null;
        long of = invoice ? copy.key("ONE").id() : 0;
        LocalDate day = LocalDate.parse(booked);
        items.add(new OwedItem(id, of, new OwedItem.Entry(invoice ? of : 900 + id,
                invoice ? MoveType.CUSTOMER_INVOICE : null, "ONE", "", ""), false, new Ref(1, "My Company"),
                new Ref(7, "Ann"), new Ref(1, "EUR"),
                new OwedItem.Dates(day, due != null ? LocalDate.parse(due) : null, invoice ? day : null),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials)));
    }

    private RowsThen then(String day) {
        List<ReviewRow> rows = copy.rows(Set.of(FakeInvoices.ACME)).stream().map(ReviewRow::new).toList();
        return RowsThen.of(rows, Map.of(FakeInvoices.ACME, Subledger.of(items)), LocalDate.parse(day), TODAY);
    }

    private void twoInstalments() {
        document(MoveType.CUSTOMER_INVOICE, PaymentState.PAID, "0.00");
        item(1, "40", "0", "2026-08-01", "2026-08-31", 1L);
        item(2, "60", "0", "2026-08-01", "2026-10-31", 2L);
        item(3, "-40", "0", "2026-09-15", null, 1L);
        item(4, "-60", "0", "2026-11-10", null, 2L);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-15, 100, NOT_PAID, UNPAID, 2026-08-31", "2026-08-31, 100, NOT_PAID, UNPAID, 2026-08-31",
        "2026-09-10, 100, NOT_PAID, OVERDUE, 2026-08-31", "2026-09-30, 60, PARTIAL, PARTLY_PAID, 2026-10-31",
        "2026-11-09, 60, PARTIAL, OVERDUE, 2026-10-31", "2026-11-10, 0, PAID, PAID, "})
    void isDueAsTheAgedListOfThatDaySays(String day, String due, PaymentState payment, InvoiceStatus status,
            LocalDate openDue) {
        twoInstalments();

        RowsThen then = then(day);
        ReviewRow row = then.rows().getFirst();

        assertThat(row.signedDue()).isEqualByComparingTo(due);
        assertThat(row.row().paymentState()).isEqualTo(payment);
        assertThat(row.status(LocalDate.parse(day))).isEqualTo(status);
        assertThat(row.openDueDate().orElse(null)).isEqualTo(openDue);
        assertThat(then.uncertain()).isEmpty();
        assertThat(new AgedBalance(LocalDate.parse(day), false, AgedBalance.By.DUE, TODAY)
                .openItems(Subledger.of(items)).stream().filter(item -> item.item().invoice() != 0)
                .map(AgedItem::owed).map(money -> money.amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(due);
    }

    @Test
    void whatIsAsItWasKeepsOdoosOwnWords() {
        document(MoveType.CUSTOMER_INVOICE, PaymentState.BLOCKED, "100.00");
        item(1, "100", "100", "2026-08-01", "2026-08-31");

        assertThat(then("2026-09-30").rows().getFirst().status(LocalDate.of(2026, 9, 30)))
                .isEqualTo(InvoiceStatus.BLOCKED);
    }

    @Test
    void aDocumentWithoutItemsIsAsItIsNow() {
        document(MoveType.CUSTOMER_INVOICE, PaymentState.PAID, "0.00");

        assertThat(then("2026-09-30").rows()).extracting(ReviewRow::row)
                .isEqualTo(copy.rows(Set.of(FakeInvoices.ACME)));
    }

    /** Since Odoo 18 a payment may have no entry: it leaves the whole invoice open, and nobody knows its day. */
    @Test
    void isNotInPaymentBeforeTheDayOfAskingWhileItIsOpen() {
        document(MoveType.CUSTOMER_INVOICE, PaymentState.IN_PAYMENT, "100.00");
        item(1, "100", "100", "2026-08-01", "2026-08-31");

        assertThat(then("2026-09-30").rows().getFirst().row().paymentState()).isEqualTo(PaymentState.NOT_PAID);
        assertThat(then(TODAY.toString()).rows().getFirst().row().paymentState()).isEqualTo(PaymentState.IN_PAYMENT);
    }

    @Test
    void aCreditNoteThatWasSetOffLaterWasStillToBeGivenBack() {
        document(MoveType.CREDIT_NOTE, PaymentState.PAID, "0.00");
        item(1, "-100", "0", "2026-08-01", "2026-08-31", 1L);
        item(2, "100", "0", "2026-10-05", null, 1L);

        ReviewRow row = then("2026-09-30").rows().getFirst();

        assertThat(row.signedDue()).isEqualByComparingTo("-100");
        assertThat(row.row().amounts().residual()).isEqualByComparingTo("100");
    }

    @Test
    void whereTheCopyLacksWhatSettledItThatIsCounted() {
        document(MoveType.CUSTOMER_INVOICE, PaymentState.PAID, "0.00");
        item(1, "100", "0", "2026-08-01", "2026-08-31", 1L);

        assertThat(then("2026-09-30").uncertain()).hasSize(1);
    }

    private static InvoiceRow dollars(String residual) {
        var half = new BigDecimal("50.00");
        InvoiceRow row = FakeInvoices.believable().rows(Set.of(FakeInvoices.ACME)).getFirst();
        return new InvoiceRow(row.key(), "ONE", MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.PARTIAL,
                row.partner(), LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31),
                new InvoiceRow.Amounts("USD", new BigDecimal("100"), BigDecimal.ZERO, new BigDecimal("100"),
                        new BigDecimal(residual)),
                new InvoiceRow.Booking("Bills", "EUR", half.negate(), half.negate(), new BigDecimal("-10.01")),
                row.otherInfo(), row.presence());
    }

    /** A bill of 100 dollars for 50 euros, of which 20 are open, and payments. */
    private RowsThen bill(String day, String[]... payments) {
        InvoiceRow row = dollars("20");
        var usd = new Ref(2, "USD");
        long id = 1;
        var partials = new ArrayList<Long>();
        for (String[] of : payments) {
            LocalDate date = LocalDate.parse(of[1]);
            id++;
            partials.add(id);
            items.add(new OwedItem(id, 0, new OwedItem.Entry(id, null, "N" + id, "", ""), true,
                    new Ref(1, "My Company"), new Ref(7, "Ann"), usd, new OwedItem.Dates(date, date, null),
                    new BigDecimal(of[0]), BigDecimal.ZERO,
                    new OwedItem.Booked(null, BigDecimal.ZERO, BigDecimal.ZERO), List.of(id)));
        }
        LocalDate first = LocalDate.of(2026, 8, 1);
        items.add(new OwedItem(1, row.key().id(), new OwedItem.Entry(1, MoveType.VENDOR_BILL, "N1", "", ""), true,
                new Ref(1, "My Company"), new Ref(7, "Ann"), usd, new OwedItem.Dates(first, first, first),
                new BigDecimal("-100"), new BigDecimal("-20"),
                new OwedItem.Booked(null, BigDecimal.ZERO, BigDecimal.ZERO), partials));
        return RowsThen.of(List.of(new ReviewRow(row)), Map.of(FakeInvoices.ACME, Subledger.of(items)),
                LocalDate.parse(day), TODAY);
    }

    /** Of which 60 dollars were paid in September and 20 in November. */
    @ParameterizedTest
    @CsvSource({"2026-08-15, -50.00", "2026-09-30, ", "2026-11-20, -10.01"})
    void whatWasDueInCompanyCurrencyIsOdoosOrLeftOpen(String day, @Nullable String booked) {
        RowsThen then = bill(day, new String[] {"60", "2026-09-10"}, new String[] {"20", "2026-11-10"});

        if (booked == null) {
            assertThat(then.unbooked()).containsExactly(dollars("20").key());
        } else {
            assertThat(then.unbooked()).isEmpty();
            assertThat(then.rows().getFirst().row().booking().residual()).isEqualByComparingTo(booked);
        }
    }

    /** A difference of exchange rates that was booked later settles no dollar, and changes what is due in euros. */
    @ParameterizedTest
    @CsvSource({"2026-09-30, true", "2026-10-31, false"})
    void asManyDollarsAreNotAsManyEuros(String day, boolean unbooked) {
        RowsThen then = bill(day, new String[] {"80", "2026-09-10"}, new String[] {"0", "2026-10-31"});

        assertThat(then.rows().getFirst().row().amounts().residual()).isEqualByComparingTo("20");
        assertThat(then.unbooked()).hasSize(unbooked ? 1 : 0);
    }

    @Test
    void whatIsSettledInAForeignCurrencyIsNothingInCompanyCurrency() {
        InvoiceRow row = dollars("0");
        LocalDate date = LocalDate.of(2026, 8, 1);
        items.add(new OwedItem(1, row.key().id(), new OwedItem.Entry(1, MoveType.VENDOR_BILL, "ONE", "", ""), true,
                new Ref(1, "My Company"), new Ref(7, "Ann"), new Ref(2, "USD"), new OwedItem.Dates(date, date, date),
                new BigDecimal("-100"), BigDecimal.ZERO,
                new OwedItem.Booked(null, BigDecimal.ZERO, BigDecimal.ZERO), List.of()));

        RowsThen then = RowsThen.of(List.of(new ReviewRow(row)), Map.of(FakeInvoices.ACME, Subledger.of(items)),
                TODAY, TODAY);

        assertThat(then.rows().getFirst().row().booking().residual()).isZero();
    }
}
