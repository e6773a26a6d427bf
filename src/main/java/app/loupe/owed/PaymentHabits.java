package app.loupe.owed;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.owed.PaymentHabit.Paid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How all customers of a connection pay, or how all vendors are paid; one walk over the items.
 *
 * @param byPartner by the ids of commercial partners, 0 for invoices without one; only of who has paid, or was paid
 * @param all of all of them together; null without an invoice that was paid
 */
record PaymentHabits(Map<Long, PaymentHabit> byPartner, @Nullable PaymentHabit all) {
    /** Copies the habits. */
    PaymentHabits {
        byPartner = Map.copyOf(byPartner);
    }

    /** An invoice while its items are walked over. */
    private static final class Instalments {
        private final OwedItem first;
        private LocalDate due;
        private int last = Integer.MIN_VALUE;
        private boolean money;
        private boolean unknown;

        Instalments(OwedItem first) {
            this.first = first;
            due = first.dates().dueOrBooked();
        }

        void add(OwedItem item, int place, SettledDays days) {
            if (item.open().signum() != 0 || item.partials().isEmpty() || days.isUndated(place)) {
                unknown = true;
                return;
            }
            money |= days.isMoney(place);
            last = Math.max(last, days.paid(place));
            LocalDate own = item.dates().dueOrBooked();
            due = own.isAfter(due) ? own : due;
        }

        /** Null of one that was not paid, by credit notes alone, or nobody knows when. */
        @Nullable
        Paid paid() {
            LocalDate invoiced = first.dates().invoice();
            return unknown || !money || invoiced == null
                    ? null
                    : new Paid(first.invoice(), invoiced, due, LocalDate.ofEpochDay(last));
        }
    }

    /**
     * Of the invoices of customers, or of the bills of vendors, that were paid until a day.
     *
     * @param until {@link LocalDate#MAX} for all
     */
    static PaymentHabits of(Subledger ledger, boolean payable, LocalDate until) {
        MoveType type = payable ? MoveType.VENDOR_BILL : MoveType.CUSTOMER_INVOICE;
        var invoices = new HashMap<Long, Instalments>();
        for (int place = 0; place < ledger.items().size(); place++) {
            OwedItem item = ledger.items().get(place);
            if (item.entry().type() == type) {
                invoices.computeIfAbsent(item.invoice(), none -> new Instalments(item))
                        .add(item, place, ledger.days());
            }
        }
        var byPartner = new HashMap<Long, List<Paid>>();
        var all = new ArrayList<Paid>();
        invoices.values().forEach(invoice -> {
            Paid paid = invoice.paid();
            if (paid != null && !paid.paid().isAfter(until)) {
                byPartner.computeIfAbsent(Ref.idOf(invoice.first.partner()),
                        none -> new ArrayList<>()).add(paid);
                all.add(paid);
            }
        });
        var habits = new HashMap<Long, PaymentHabit>();
        byPartner.forEach((partner, paid) -> habits.put(partner, PaymentHabit.ofLast(paid)));
        return new PaymentHabits(habits, all.isEmpty() ? null : PaymentHabit.measured(all));
    }
}
