package app.loupe.owed;

import app.loupe.domain.MoveType;
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
        private final int first;
        private int due = Integer.MIN_VALUE;
        private int last = Integer.MIN_VALUE;
        private boolean money;
        private boolean unknown;

        Instalments(int first) {
            this.first = first;
        }

        void add(OwedItems items, int place, SettledDays days) {
            if (items.isOpen(place) || !items.isReconciled(place) || days.isUndated(place)) {
                unknown = true;
                return;
            }
            money |= days.isMoney(place);
            last = Math.max(last, days.paid(place));
            due = Math.max(due, items.dueOrBooked(place));
        }

        /** Null of one that was not paid: settled by credit notes or written off as a whole, or nobody knows when. */
        @Nullable
        Paid paid(OwedItems items) {
            int invoiced = items.invoiced(first);
            return unknown || !money || invoiced == OwedItems.NO_DAY
                    ? null
                    : new Paid(items.invoice(first), LocalDate.ofEpochDay(invoiced), LocalDate.ofEpochDay(due),
                            LocalDate.ofEpochDay(last));
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
        OwedItems items = ledger.columns();
        for (int place = 0; place < items.size(); place++) {
            if (items.kind(place).type() == type) {
                int first = place;
                invoices.computeIfAbsent(items.invoice(place), none -> new Instalments(first))
                        .add(items, place, ledger.days());
            }
        }
        var byPartner = new HashMap<Long, List<Paid>>();
        var all = new ArrayList<Paid>();
        invoices.values().forEach(invoice -> {
            Paid paid = invoice.paid(items);
            if (paid != null && !paid.paid().isAfter(until)) {
                byPartner.computeIfAbsent(Ref.idOf(items.account(invoice.first).partner()),
                        none -> new ArrayList<>()).add(paid);
                all.add(paid);
            }
        });
        var habits = new HashMap<Long, PaymentHabit>();
        byPartner.forEach((partner, paid) -> habits.put(partner, PaymentHabit.ofLast(paid)));
        return new PaymentHabits(habits, all.isEmpty() ? null : PaymentHabit.measured(all));
    }
}
