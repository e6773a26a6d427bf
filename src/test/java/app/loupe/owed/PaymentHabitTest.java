package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.owed.ExpectedCash.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checked by hand: each table says when an invoice was made, due and paid. */
class PaymentHabitTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Ref EUR = new Ref(1, "EUR");

    private final List<OwedItem> items = new ArrayList<>();
    private long next = 1;

    private void add(@Nullable MoveType type, long partner, String date, String due, String amount, String open,
            Long... partials) {
        LocalDate day = LocalDate.parse(date);
        long id = next++;
        items.add(new OwedItem(id, type == null ? 0 : id, new OwedItem.Entry(id, type, "N" + id, "", ""), false,
                new Ref(1, "Acme"), new Ref(partner, "P" + partner), EUR,
                new OwedItem.Dates(day, LocalDate.parse(due), type == null ? null : day), new BigDecimal(amount),
                new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials)));
    }

    /** An invoice that one payment settled. */
    private void paid(long partner, String date, String due, String paid) {
        long partial = 1_000 + next;
        add(MoveType.CUSTOMER_INVOICE, partner, date, due, "100", "0", partial);
        add(null, partner, paid, paid, "-100", "0", partial);
    }

    private Map<Long, PaymentHabit> habits() {
        return PaymentHabit.of(Subledger.of(items), false, TODAY, TODAY);
    }

    private PaymentHabit habit(long partner) {
        return Objects.requireNonNull(habits().get(partner));
    }

    @Test
    void countsTheDaysFromInvoiceAndDueDateToThePayment() {
        paid(7, "2026-01-01", "2026-01-31", "2026-02-05"); // after 35, late 5
        paid(7, "2026-02-01", "2026-03-03", "2026-03-01"); // after 28, early 2
        paid(7, "2026-03-01", "2026-03-31", "2026-04-30"); // after 60, late 30
        paid(8, "2026-03-01", "2026-03-31", "2026-03-31"); // another customer

        PaymentHabit habit = habit(7);

        assertThat(habit.invoices()).isEqualTo(3);
        assertThat(habit.paysAfter()).isEqualTo(41.0);
        assertThat(habit.lateBy()).isEqualTo(11.0);
        assertThat(habit.usual()).isEqualTo(5);
        assertThat(habit.worst()).isEqualTo(30);
    }

    @Test
    void onlyTheLastTwelveCount() {
        paid(7, "2020-01-01", "2020-01-01", "2021-01-01");
        for (int month = 1; month <= 12; month++) {
            String day = LocalDate.of(2025, month, 1).toString();
            paid(7, day, day, LocalDate.of(2025, month, 11).toString());
        }

        assertThat(habit(7)).isEqualTo(new PaymentHabit(12, 10, 10, 10, 10));
    }

    @Test
    void ofTwoPaidOnOneDayTheNewerInvoiceCounts() {
        paid(7, "2025-01-01", "2025-01-01", "2026-01-11");
        for (int invoice = 1; invoice <= PaymentHabit.LAST; invoice++) {
            paid(7, "2026-01-01", "2026-01-01", "2026-01-11");
        }

        assertThat(habit(7)).isEqualTo(new PaymentHabit(12, 10, 10, 10, 10));
    }

    @Test
    void anInvoiceIsPaidWhenAllItsInstalmentsAre() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "40", "0", 1L);
        add(null, 7, "2026-01-21", "2026-01-21", "-40", "0", 1L);
        OwedItem first = items.getFirst();
        for (String open : List.of("60", "0")) {
            items.removeIf(item -> item.id() == 9);
            items.add(new OwedItem(9, first.invoice(), first.entry(), false, first.company(), first.partner(), EUR,
                    new OwedItem.Dates(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 1, 1)),
                    new BigDecimal("60"), new BigDecimal(open),
                    new OwedItem.Booked(null, new BigDecimal("60"), new BigDecimal(open)),
                    open.equals("0") ? List.of(2L) : List.of()));
            next = 10;
            add(null, 7, "2026-03-02", "2026-03-02", "-60", "-" + open, 2L);
            Map<Long, PaymentHabit> habits = habits();

            if (open.equals("0")) {
                assertThat(habits.get(7L)).isEqualTo(new PaymentHabit(1, 60, 2, 2, 2));
            } else {
                assertThat(habits).isEmpty();
            }
        }
    }

    @Test
    void nineInTenAreNotLaterThanTheWorst() {
        for (int late = 1; late <= 10; late++) {
            paid(7, "2025-01-01", "2025-01-31", LocalDate.of(2025, 1, 31).plusDays(late * 3L).toString());
        }

        assertThat(habit(7).worst()).isEqualTo(27);
        assertThat(habit(7).usual()).isEqualTo(17); // between 15 and 18
    }

    @Test
    void severalPaymentsPayOnTheDayOfTheLast() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "0", 1L, 2L);
        add(null, 7, "2026-01-10", "2026-01-10", "-40", "0", 1L);
        add(null, 7, "2026-02-10", "2026-02-10", "-60", "0", 2L);

        assertThat(habit(7).paysAfter()).isEqualTo(40);
    }

    @Test
    void whatIsNotPaidOrWasOnlySetOffIsNoHabit() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "40", 1L);
        add(null, 7, "2026-01-10", "2026-01-10", "-60", "0", 1L);
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "0", 2L);
        add(MoveType.CREDIT_NOTE, 7, "2026-01-05", "2026-01-05", "-100", "0", 2L);

        assertThat(habits()).isEmpty();
    }

    /** The difference has no money in its own currency; what pays is the credit note. */
    @Test
    void aDifferenceOfExchangeRatesBesideACreditNoteIsNoPayment() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "0", 1L, 2L);
        add(MoveType.CREDIT_NOTE, 7, "2026-03-01", "2026-03-01", "-100", "0", 1L);
        add(null, 7, "2026-03-01", "2026-03-01", "0", "0", 2L);

        assertThat(habits()).isEmpty();
    }

    @Test
    void anInvoiceIsPaidOnTheDayOfThePaymentHoweverLateADifferenceIsBooked() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-02-01", "2026-03-03", "100", "0", 1L, 2L);
        add(null, 7, "2026-03-03", "2026-03-03", "-100", "0", 1L);
        add(null, 7, "2026-03-31", "2026-03-31", "0", "0", 2L);

        assertThat(habit(7)).isEqualTo(new PaymentHabit(1, 30, 0, 0, 0));
        assertThat(PaymentHabit.of(Subledger.of(items), false, LocalDate.of(2026, 3, 3), TODAY)).hasSize(1);
    }

    @Test
    void whereWhatPaidIsNotInTheCopyNobodyKnowsWhen() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "0", 1L);
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "0", 2L, 3L);
        add(null, 7, "2026-02-10", "2026-02-10", "-60", "0", 2L);
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-01-01", "2026-01-31", "100", "0");

        assertThat(habits()).isEmpty();
    }

    @Test
    void anOpenInstalmentIsExpectedAsLateAsItsCustomerPays() {
        paid(7, "2026-01-01", "2026-01-31", "2026-02-05");
        paid(7, "2026-02-01", "2026-03-03", "2026-03-23");
        paid(7, "2026-03-01", "2026-03-31", "2026-04-10");
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-11-01", "2026-12-01", "500", "500");
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-09-01", "2026-10-01", "70", "70");
        add(MoveType.CUSTOMER_INVOICE, 9, "2026-11-01", "2027-06-01", "9", "9");
        add(MoveType.CREDIT_NOTE, 7, "2026-11-01", "2026-11-01", "-30", "-30");
        add(null, 7, "2026-11-01", "2026-11-01", "-20", "-20");

        ExpectedCash cash = ExpectedCash.of(Subledger.of(items), TODAY, TODAY);

        assertThat(cash.instalments()).extracting(one -> one.open().amount().intValue() + " " + one.best() + " "
                + one.likely() + " " + one.worst()).containsExactly("70 2026-11-26 2026-11-26 2026-11-26",
                        "500 2026-12-01 2026-12-11 2026-12-21", "9 2027-06-01 2027-06-11 2027-06-21");
        assertThat(cash.sum(0, Scenario.BEST, "EUR")).isEqualTo(euros("570"));
        assertThat(cash.sum(0, Scenario.LIKELY, "EUR")).isEqualTo(euros("70"));
        assertThat(cash.sum(2, Scenario.LIKELY, "EUR")).isEqualTo(euros("500"));
        assertThat(cash.sum(3, Scenario.WORST, "EUR")).isEqualTo(euros("500"));
        assertThat(cash.sum(ExpectedCash.WEEKS, Scenario.LIKELY, "EUR")).isEqualTo(euros("9"));
        assertThat(cash.sum(0, Scenario.BEST, "USD")).isEqualTo(Money.zero("USD"));
    }

    /** Best is never after worst: who pays early pays at best then, and at worst when it is due. */
    @Test
    void whoPaysEarlyPaysOnTheDueDateAtWorst() {
        paid(7, "2026-01-01", "2026-01-31", "2026-01-11"); // early 20
        paid(7, "2026-02-01", "2026-03-03", "2026-02-11"); // early 20
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-11-20", "2026-12-20", "500", "500");

        ExpectedCash cash = ExpectedCash.of(Subledger.of(items), TODAY, TODAY);

        assertThat(cash.instalments()).extracting(one -> one.best() + " " + one.likely() + " " + one.worst())
                .containsExactly("2026-11-30 2026-11-30 2026-12-20");
        assertThat(cash.sum(0, Scenario.BEST, "EUR")).isEqualTo(euros("500"));
        assertThat(cash.sum(3, Scenario.WORST, "EUR")).isEqualTo(euros("500"));
    }

    @Test
    void noDayIsForeseenFromFewPaymentsNorOfWhatIsLaterThanNineInTenOfThem() {
        paid(7, "2026-01-01", "2026-01-31", "2026-02-05"); // late 5
        paid(7, "2026-02-01", "2026-03-03", "2026-03-01"); // early 2
        paid(7, "2026-03-01", "2026-03-31", "2026-04-30"); // late 30
        paid(8, "2026-03-01", "2026-03-31", "2026-03-31");
        paid(8, "2026-04-01", "2026-04-30", "2026-04-30");
        add(MoveType.CUSTOMER_INVOICE, 7, "2023-11-12", "2023-12-12", "1", "1"); // late 1,080
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-09-26", "2026-10-26", "2", "2"); // late 31
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-09-27", "2026-10-27", "3", "3"); // late 30
        add(MoveType.CUSTOMER_INVOICE, 8, "2026-11-20", "2026-12-20", "4", "4");
        add(MoveType.CUSTOMER_INVOICE, 9, "2026-11-20", "2026-12-20", "5", "5"); // never paid, whatever others do

        assertThat(ExpectedCash.of(Subledger.of(items), TODAY, TODAY).instalments())
                .filteredOn(ExpectedCash.Instalment::foreseen)
                .extracting(one -> one.open().amount().intValue()).containsExactly(3);
    }

    @Test
    void withoutAnyPaymentEverybodyIsExpectedToPayWhenDue() {
        add(MoveType.CUSTOMER_INVOICE, 7, "2026-11-01", "2026-12-01", "500", "500");

        assertThat(ExpectedCash.of(Subledger.of(items), TODAY, TODAY).instalments()).singleElement()
                .satisfies(one -> assertThat(List.of(one.best(), one.likely(), one.worst()))
                        .containsOnly(LocalDate.of(2026, 12, 1)));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
