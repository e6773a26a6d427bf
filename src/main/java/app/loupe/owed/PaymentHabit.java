package app.loupe.owed;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How a customer pays, or a vendor is paid, by the last {@link #LAST} invoices that were paid in full: an invoice that a credit note alone
 * settled was not paid. An invoice is paid on the day of its last reconciliation.
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

    private static final double NINE_IN_TEN = 0.9;

    private record Paid(LocalDate invoiced, LocalDate due, LocalDate paid) {
        long after() {
            return ChronoUnit.DAYS.between(invoiced, paid);
        }

        long late() {
            return ChronoUnit.DAYS.between(due, paid);
        }
    }

    /**
     * The habits of all customers of a connection who have paid an invoice, by the ids of commercial partners; 0 for
     * invoices without one.
     */
    public static Map<Long, PaymentHabit> of(Subledger ledger) {
        return of(ledger, false);
    }

    /** The same, or how the bills of vendors are paid, by the ids of vendors. */
    public static Map<Long, PaymentHabit> of(Subledger ledger, boolean payable) {
        var habits = new HashMap<Long, PaymentHabit>();
        paid(ledger, payable ? MoveType.VENDOR_BILL : MoveType.CUSTOMER_INVOICE)
                .forEach((partner, paid) -> habits.put(partner, of(paid)));
        return habits;
    }

    /** The habit of all of them together: of a customer who never paid an invoice nothing else is known. Null without any. */
    static @Nullable PaymentHabit ofAll(Subledger ledger) {
        List<Paid> all = paid(ledger, MoveType.CUSTOMER_INVOICE).values().stream().flatMap(List::stream).toList();
        return all.isEmpty() ? null : measured(all);
    }

    private static Map<Long, List<Paid>> paid(Subledger ledger, MoveType type) {
        var invoices = new HashMap<Long, List<OwedItem>>();
        for (OwedItem item : ledger.items()) {
            if (item.entry().type() == type) {
                invoices.computeIfAbsent(item.invoice(), none -> new ArrayList<>()).add(item);
            }
        }
        var paid = new HashMap<Long, List<Paid>>();
        invoices.values().forEach(items -> {
            Paid one = paid(ledger, items);
            if (one != null) {
                Ref partner = items.getFirst().partner();
                paid.computeIfAbsent(partner == null ? 0 : partner.id(), none -> new ArrayList<>()).add(one);
            }
        });
        return paid;
    }

    private static @Nullable Paid paid(Subledger ledger, List<OwedItem> items) {
        LocalDate last = null;
        LocalDate due = null;
        boolean money = false;
        for (OwedItem item : items) {
            if (item.open().signum() != 0 || item.partials().isEmpty()) {
                return null;
            }
            for (Subledger.Edge edge : ledger.edges(item)) {
                OwedItem other = edge.other();
                money |= other == null || other.invoice() == 0;
                last = last == null || edge.date().isAfter(last) ? edge.date() : last;
            }
            LocalDate own = item.dates().due() == null ? item.dates().accounting() : item.dates().due();
            due = due == null || own.isAfter(due) ? own : due;
        }
        LocalDate invoiced = items.getFirst().dates().invoice();
        return money && last != null && due != null && invoiced != null ? new Paid(invoiced, due, last) : null;
    }

    private static PaymentHabit of(List<Paid> paid) {
        return measured(paid.stream().sorted(Comparator.comparing(Paid::paid).reversed()).limit(LAST).toList());
    }

    private static PaymentHabit measured(List<Paid> paid) {
        long[] late = paid.stream().mapToLong(Paid::late).sorted().toArray();
        int nine = (int) Math.ceil(NINE_IN_TEN * late.length) - 1;
        long middle = Math.ceilDiv(late[(late.length - 1) / 2] + late[late.length / 2], 2L);
        return new PaymentHabit(paid.size(), paid.stream().mapToLong(Paid::after).average().orElse(0),
                LongStream.of(late).average().orElse(0), middle, late[nine]);
    }
}
