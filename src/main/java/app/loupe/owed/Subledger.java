package app.loupe.owed;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.reconcile.Reconciliations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public static final Subledger EMPTY = new Subledger(List.of());

    private final List<OwedItem> items;
    private final Reconciliations reconciled;
    private final Map<Long, Ref> companyCurrencies = new HashMap<>();
    private final long[] ids;
    private final SettledDays days;
    private volatile @Nullable PaymentHabits customers;
    private volatile @Nullable PaymentHabits vendors;

    /**
     * What of an item was open on a day.
     *
     * @param amount signed as the item
     * @param exact whether that is certain
     */
    public record Open(BigDecimal amount, boolean exact) {}

    /**
     * One partial reconciliation of an item.
     *
     * @param date from when it counts
     * @param amount what it settled of the item, unsigned, in the item's currency; null when that is not known
     * @param other the item on the other side; null when it is not in the copy
     */
    public record Edge(LocalDate date, @Nullable BigDecimal amount, @Nullable OwedItem other) {}

    private Subledger(List<OwedItem> items) {
        this.items = items;
        var builder = new Reconciliations.Builder();
        for (OwedItem item : items) {
            if (item.booked().currency() != null) {
                companyCurrencies.put(Ref.idOf(item.company()),
                        item.booked().currency());
            }
            if (!item.partials().isEmpty()) {
                builder.add(item.reconciled());
            }
        }
        reconciled = builder.build();
        ids = items.stream().mapToLong(OwedItem::id).toArray();
        days = SettledDays.of(this);
    }

    /** Of these items, all of one connection; of two with one id the later one. */
    public static Subledger of(Collection<OwedItem> items) {
        var byId = new TreeMap<Long, OwedItem>();
        items.forEach(item -> byId.put(item.id(), item));
        return new Subledger(List.copyOf(byId.values()));
    }

    /**
     * As it is after a change: without what it knew of these invoices and items, with those that are there now.
     *
     * @param invoices ids of invoices whose items are all among the news, as far as there are any
     * @param ids ids of items, likewise
     */
    public Subledger with(Set<Long> invoices, Set<Long> ids, Collection<OwedItem> news) {
        return of(Stream
                .concat(items.stream().filter(item -> !invoices.contains(item.invoice()) && !ids.contains(item.id())),
                        news.stream())
                .toList());
    }

    /** All items, by their ids. */
    public List<OwedItem> items() {
        return items;
    }

    /** ISO code of what an item's company keeps its books in; empty when none of its invoices is here to say it. */
    public String companyCurrency(OwedItem item) {
        Ref currency = currencyOfCompany(item);
        return Ref.nameOf(currency);
    }

    /** The same as Odoo's record; null when none of its invoices is here to say it. */
    @Nullable
    Ref currencyOfCompany(OwedItem item) {
        return companyCurrencies.get(Ref.idOf(item.company()));
    }

    /** ISO codes of what the companies keep their books in. */
    public Set<String> companyCurrencies() {
        return companyCurrencies.values().stream().map(Ref::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The item with this id. */
    public Optional<OwedItem> item(long id) {
        int at = Arrays.binarySearch(ids, id);
        return at < 0 ? Optional.empty() : Optional.of(items.get(at));
    }

    /** What an item was settled with, in no order. */
    public List<Edge> edges(OwedItem item) {
        var edges = new ArrayList<Edge>();
        for (Reconciliations.Side side : reconciled.sides(item.id())) {
            OwedItem other = side.other() == 0 ? null : item(side.other()).orElse(null);
            edges.add(new Edge(date(item, other), side.amount(), other));
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
     * Whether all that settled an item is known and of the same company, partner, currency and side: then nothing of it
     * leaves the account.
     */
    boolean isClosed(OwedItem item) {
        int at = Arrays.binarySearch(ids, item.id());
        return at >= 0 && days.isClosed(at);
    }

    private static LocalDate date(OwedItem item, @Nullable OwedItem other) {
        LocalDate own = item.dates().accounting();
        return other != null && other.dates().accounting().isAfter(own) ? other.dates().accounting() : own;
    }

    /**
     * What of an item was open at the end of a day.
     *
     * @param item one that was booked by then
     * @param today the day of asking: a day before it may be uncertain where the copy does not hold all
     */
    public Open open(OwedItem item, LocalDate day, LocalDate today) {
        int at = Arrays.binarySearch(ids, item.id());
        return at < 0 ? counted(item, day, today) : open(at, day, today);
    }

    /** The same of the item in this place of {@link #items}: most are known without counting. */
    Open open(int place, LocalDate day, LocalDate today) {
        OwedItem item = items.get(place);
        return switch (days.on(place, day)) {
            case ALL -> new Open(item.open(), true);
            case NONE -> new Open(item.amount(), true);
            case SOME -> counted(item, day, today);
        };
    }

    private Open counted(OwedItem item, LocalDate day, LocalDate today) {
        if (item.partials().isEmpty() && item.settled().signum() == 0) {
            return new Open(item.amount(), true);
        }
        boolean past = day.isBefore(today);
        BigDecimal rest = item.settled().abs();
        BigDecimal settled = BigDecimal.ZERO;
        boolean counting = false;
        boolean waiting = false;
        boolean undated = false;
        boolean doubtful = false;
        List<Edge> edges = edges(item);
        for (Edge edge : edges) {
            boolean counts = !edge.date().isAfter(day);
            if (edge.amount() == null) {
                counting |= counts;
                waiting |= !counts;
                undated |= edge.other() == null;
                continue;
            }
            rest = rest.subtract(edge.amount());
            if (counts) {
                settled = settled.add(edge.amount());
                doubtful |= past && edge.other() == null && edge.amount().signum() != 0;
            }
        }
        if (rest.signum() != 0) {
            doubtful |= (counting && waiting) || (past && (undated || edges.isEmpty()));
            settled = waiting ? settled : settled.add(rest);
        }
        BigDecimal signed = item.settled().signum() < 0 ? settled.negate() : settled;
        return new Open(item.amount().subtract(signed), !doubtful);
    }
}
