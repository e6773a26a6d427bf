package app.loupe.owed;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customers, or the vendors, of some connections on a day: one entry for each company and currency in which something
 * was ever booked with them.
 */
public record PartnerList(List<Entry> entries) {
    /** Nobody. */
    public static final PartnerList EMPTY = new PartnerList(List.of());

    /** Copies the list. */
    public PartnerList {
        entries = List.copyOf(entries);
    }

    /**
     * One of them.
     *
     * @param habit over all companies and currencies; null without an invoice that was paid
     * @param searchable the name, folded
     */
    public record Entry(ConnectionId connection, PartnerBalance balance, @Nullable PaymentHabit habit,
            String searchable) {
        /** Odoo's id of the commercial partner; 0 of items without one. */
        public long partner() {
            return Ref.idOf(balance.partner());
        }

        /** As Odoo calls it; empty without one. */
        public String name() {
            return Ref.nameOf(balance.partner());
        }

        /** The company; empty where Odoo names none. */
        public String company() {
            return Ref.nameOf(balance.company());
        }
    }

    /**
     * All of them as of a day, with the habits that were known then.
     *
     * @param payable whether of vendors
     */
    public static PartnerList of(Map<ConnectionId, Subledger> ledgers, boolean payable, LocalDate day,
            LocalDate today) {
        var entries = new ArrayList<Entry>();
        ledgers.forEach((connection, ledger) -> {
            Map<Long, PaymentHabit> habits = PaymentHabit.of(ledger, payable, day, today);
            for (PartnerBalance balance : PartnerBalance.of(ledger, payable, day, today)) {
                Ref partner = balance.partner();
                entries.add(new Entry(connection, balance, habits.get(Ref.idOf(partner)),
                        Folding.searchable(Ref.nameOf(partner))));
            }
        });
        return new PartnerList(entries);
    }

    /** How many partners {@link #of} would list today, each once for a connection; without their habits. */
    public static int count(Map<ConnectionId, Subledger> ledgers, boolean payable, LocalDate today) {
        return ledgers.values().stream().mapToInt(ledger -> (int) PartnerBalance.of(ledger, payable, today, today)
                .stream().map(PartnerBalance::partner).mapToLong(Ref::idOf).distinct().count()).sum();
    }

    /** Those whose names contain what was typed, however it is accented, in this order. */
    public List<Entry> find(String typed, PartnerOrder order, boolean descending) {
        List<String> forms = Folding.forms(typed.strip());
        return entries.stream().filter(entry -> forms.stream().anyMatch(entry.searchable()::contains))
                .sorted(order.comparing(descending, currencies())).toList();
    }

    /** In which order their currencies stand, whatever is searched for: that in which most of them have a balance first. */
    public CurrencyOrder currencies() {
        return CurrencyOrder.of(entries, entry -> entry.balance().balance());
    }

    /** Whether they are of several companies, so that a name alone does not say all. */
    public boolean areOfCompanies() {
        return entries.stream().map(Entry::company).distinct().limit(2).count() > 1;
    }
}
