package app.loupe.owed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How a customer pays, or a vendor is paid, by the last {@link #LAST} invoices that were paid in full: an invoice that a
 * credit note alone settled was not paid, and one of which a payment is not in the copy tells nothing. An invoice is paid on
 * the day of the last reconciliation that settled anything of it; a difference of exchange rates settles nothing, and what
 * was written off was not paid.
 *
 * @param invoices how many it is known by, at least one
 * @param paysAfter days from the invoice date to the payment, on average
 * @param lateBy days from the last due date to the payment, on average; negative when early
 * @param usual the median of the same, a half rounded up
 * @param worst what nine in ten do not exceed
 */
public record PaymentHabit(int invoices, double paysAfter, double lateBy, long usual, long worst) {
    /** How many invoices a habit is known by. */
    public static final int LAST = 12;

    /** By how many it must be known to tell the day of a single payment from it. */
    public static final int ENOUGH = 3;

    private static final double NINE_IN_TEN = 0.9;

    /** One invoice that was paid in full. */
    record Paid(long invoice, LocalDate invoiced, LocalDate due, LocalDate paid) {
        private static final Comparator<Paid> LATEST_FIRST = Comparator.comparing(Paid::paid)
                .thenComparingLong(Paid::invoice).reversed();

        long after() {
            return ChronoUnit.DAYS.between(invoiced, paid);
        }

        long late() {
            return ChronoUnit.DAYS.between(due, paid);
        }
    }

    /**
     * The habits of all customers of a connection who have paid an invoice, or how the bills of vendors are paid, by the ids
     * of commercial partners; 0 for invoices without one. As it was known at the end of a day: by the invoices that were
     * paid until then.
     *
     * @param today the day of asking, of which, and of later ones, all that is known counts
     */
    public static Map<Long, PaymentHabit> of(Subledger ledger, boolean payable, LocalDate day, LocalDate today) {
        return ledger.habits(payable, day, today).byPartner();
    }

    /** By the last of these invoices of a partner, at least one; of two that were paid on one day the newer one counts. */
    static PaymentHabit ofLast(List<Paid> paid) {
        return measured(paid.stream().sorted(Paid.LATEST_FIRST).limit(LAST).toList());
    }

    /** By all of these invoices, at least one. */
    static PaymentHabit measured(List<Paid> paid) {
        long[] late = paid.stream().mapToLong(Paid::late).sorted().toArray();
        int nine = (int) Math.ceil(NINE_IN_TEN * late.length) - 1;
        long middle = Math.ceilDiv(late[(late.length - 1) / 2] + late[late.length / 2], 2L);
        return new PaymentHabit(paid.size(), paid.stream().mapToLong(Paid::after).average().orElse(0),
                LongStream.of(late).average().orElse(0), middle, late[nine]);
    }
}
