package app.loupe.owed;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.reconcile.ReconciledSides;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The receivable and payable items of one connection that count, with what each was settled with, so that everything about
 * who owes what on which day is answered from memory. Immutable; asked on any thread.
 *
 * <p>What of an item was open on a day is its amount less what was settled until then. A partial reconciliation counts from
 * the later of the dates of its two items, which is Odoo's {@code max_date}. When all of an item's partials count, what is
 * open is what Odoo says; when none does, its whole amount. Between the two, the amounts of the partials decide. Those that
 * cannot be found out are taken together, and count when the latest of them does. A partial whose other side is not in the
 * copy is taken for one of the item's own day: where the copy begins on a first day, what is missing is older. Such an
 * answer is not exact for a day in the past.
 */
public final class Subledger {
    /** No items. */
    public static final Subledger EMPTY = new Builder().build();

    private final OwedItems items;
    private final Map<Long, Ref> companyCurrencies = new HashMap<>();
    private final SettledDays days;
    private volatile @Nullable PaymentHabits customers;
    private volatile @Nullable PaymentHabits vendors;

    /** Collects items, all of one connection, in any order; of two with one id the later one counts. One thread. */
    public static final class Builder implements Consumer<OwedItem> {
        private final OwedItemsWriter writer = new OwedItemsWriter();

        @Override
        public void accept(OwedItem item) {
            writer.add(item);
        }

        /** What they make together; then no more are taken. */
        public Subledger build() {
            return new Subledger(writer.written());
        }
    }

    /**
     * What of an item was open on a day.
     *
     * @param amount signed as the item
     * @param exact whether that is certain
     */
    public record Open(BigDecimal amount, boolean exact) {}

    private Subledger(OwedItems items) {
        this.items = items;
        for (int place = 0; place < items.size(); place++) {
            Ref booked = items.kind(place).booked();
            if (booked != null) {
                companyCurrencies.put(Ref.idOf(items.account(place).company()), booked);
            }
        }
        days = SettledDays.of(items);
    }

    /** Of these items, all of one connection; of two with one id the later one. */
    public static Subledger of(Collection<OwedItem> items) {
        var builder = new Builder();
        items.forEach(builder);
        return builder.build();
    }

    /**
     * As it is after a change: without what it knew of these invoices and items, with those that are there now.
     *
     * @param invoices ids of invoices whose items are all among the news, as far as there are any
     * @param ids ids of items, likewise
     */
    public Subledger with(Set<Long> invoices, Set<Long> ids, Collection<OwedItem> news) {
        var builder = new Builder();
        for (int place = 0; place < items.size(); place++) {
            if (!invoices.contains(items.invoice(place)) && !ids.contains(items.id(place))) {
                builder.accept(items.get(place));
            }
        }
        news.forEach(builder);
        return builder.build();
    }

    /** All items, by their ids: each is made when it is asked for. */
    public List<OwedItem> items() {
        return items;
    }

    /** The same in columns. */
    OwedItems columns() {
        return items;
    }

    /** What a company keeps its books in; null when none of its invoices is here to say it. */
    public @Nullable Ref currencyOf(@Nullable Ref company) {
        return companyCurrencies.get(Ref.idOf(company));
    }

    /** ISO codes of what the companies keep their books in. */
    public Set<String> companyCurrencies() {
        return companyCurrencies.values().stream().map(Ref::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The item with this id. */
    public Optional<OwedItem> item(long id) {
        int at = items.place(id);
        return at < 0 ? Optional.empty() : Optional.of(items.get(at));
    }

    /** As Odoo calls a commercial partner; empty without an item of theirs. */
    public Optional<Ref> partner(long id) {
        for (int place = items.size() - 1; place >= 0; place--) {
            Ref partner = items.account(place).partner();
            if (partner != null && partner.id() == id) {
                return Optional.of(partner);
            }
        }
        return Optional.empty();
    }

    /** What an item was settled with, in no order. */
    public List<Edge> edges(OwedItem item) {
        int at = items.place(item.id());
        return at < 0 ? List.of() : edges(at);
    }

    /** The same of the item in this place of {@link #items}. */
    List<Edge> edges(int place) {
        ReconciledSides sides = items.sides();
        var edges = new ArrayList<Edge>();
        for (int side = sides.first(place); side < sides.first(place + 1); side++) {
            edges.add(new Edge(items, place, side));
        }
        return edges;
    }

    /** When what settled each item counts, by its place in {@link #items}. */
    SettledDays days() {
        return days;
    }

    /** How customers pay, or how vendors are paid: found out once, by whoever asks first. */
    private PaymentHabits habits(boolean payable) {
        PaymentHabits known = payable ? vendors : customers;
        if (known == null) {
            // two that ask at once find out the same
            known = PaymentHabits.of(this, payable, LocalDate.MAX);
            if (payable) {
                vendors = known;
            } else {
                customers = known;
            }
        }
        return known;
    }

    /** The same as it was known at the end of a day; of the day of asking, and later, by all that is known. */
    PaymentHabits habits(boolean payable, LocalDate day, LocalDate today) {
        return day.isBefore(today) ? PaymentHabits.of(this, payable, day) : habits(payable);
    }

    /**
     * What of an item was open at the end of a day.
     *
     * @param item one that was booked by then
     * @param today the day of asking: a day before it may be uncertain where the copy does not hold all
     */
    public Open open(OwedItem item, LocalDate day, LocalDate today) {
        int at = items.place(item.id());
        if (at < 0) {
            // nothing is known of what settled it
            return new Open(item.open(), item.settled().signum() == 0 || !day.isBefore(today));
        }
        return open(at, day, today);
    }

    /** The same of the item in this place of {@link #items}: most are known without counting. */
    Open open(int place, LocalDate day, LocalDate today) {
        return switch (days.on(place, day)) {
            case ALL -> new Open(items.open(place), true);
            case NONE -> new Open(items.amount(place), true);
            case SOME -> counted(place, day, today);
        };
    }

    private Open counted(int place, LocalDate day, LocalDate today) {
        ReconciledSides sides = items.sides();
        BigDecimal all = items.settled(place);
        boolean unmatched = !items.isReconciled(place);
        if (unmatched && all.signum() == 0) {
            return new Open(items.amount(place), true);
        }
        boolean past = day.isBefore(today);
        BigDecimal rest = all.abs();
        BigDecimal settled = BigDecimal.ZERO;
        boolean counting = false;
        boolean waiting = false;
        boolean undated = false;
        boolean doubtful = false;
        for (int side = sides.first(place); side < sides.first(place + 1); side++) {
            boolean counts = items.day(place, side) <= day.toEpochDay();
            boolean alone = sides.other(side) < 0;
            BigDecimal amount = sides.amount(side);
            if (amount == null) {
                counting |= counts;
                waiting |= !counts;
                undated |= alone;
                continue;
            }
            rest = rest.subtract(amount);
            if (counts) {
                settled = settled.add(amount);
                doubtful |= past && alone && amount.signum() != 0;
            }
        }
        if (rest.signum() != 0) {
            doubtful |= (counting && waiting) || (past && (undated || unmatched));
            settled = waiting ? settled : settled.add(rest);
        }
        BigDecimal signed = all.signum() < 0 ? settled.negate() : settled;
        return new Open(items.amount(place).subtract(signed), !doubtful);
    }
}
