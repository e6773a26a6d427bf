package app.loupe.owed;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.domain.StatementEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What settled items of an account and is not in it: an entry in another currency, of another partner, one that the copy
 * does not hold. What two items of the account settled of each other cancels out in its balance; this does not, so that
 * the amounts of all items, less these parts, are what is open of them.
 */
final class Beyond {
    private final Subledger ledger;
    private final LocalDate day;
    private final LocalDate today;
    private final Set<Long> inside = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    /**
     * A part.
     *
     * @param item of the account, or the first of several of which only the sum is known
     * @param date from when on it counts
     * @param amount what was settled, signed as the item
     * @param others the entries on the other side, as far as the copy holds them
     * @param exact whether it is certain that it counts
     */
    record Part(OwedItem item, LocalDate date, StatementEvent event, BigDecimal amount,
            List<OwedItem.Entry> others,
            boolean exact) {}

    /** What of an item was settled in parts of which the amounts are not known. */
    private record Rest(OwedItem item, BigDecimal amount, List<Edge> edges, boolean exact) {}

    private Beyond(Subledger ledger, LocalDate day, LocalDate today) {
        this.ledger = ledger;
        this.day = day;
        this.today = today;
    }

    /**
     * The parts that count at the end of a day: those of which the amount is known in the order of the items, then the sums
     * of the others.
     *
     * @param account the places of all items of the account that were booked by then
     */
    static List<Part> of(Subledger ledger, int[] account, LocalDate day, LocalDate today) {
        var beyond = new Beyond(ledger, day, today);
        groups(beyond.examine(account)).forEach(beyond::add);
        return beyond.parts;
    }

    /**
     * The same of items in any currencies, where only what leaves them all is asked for. Parts of which the sum is known are
     * those of the items; where they are between the items alone, there are none.
     */
    static List<Part> ofEach(Subledger ledger, int[] items, LocalDate day, LocalDate today) {
        var beyond = new Beyond(ledger, day, today);
        for (List<Rest> group : groups(beyond.examine(items))) {
            if (group.stream().anyMatch(rest -> rest.edges().isEmpty()
                    || !rest.edges().stream().allMatch(beyond::isInside))) {
                group.forEach(rest -> beyond.add(List.of(rest)));
            }
        }
        return beyond.parts;
    }

    private Map<Long, Rest> examine(int... account) {
        for (int place : account) {
            inside.add(ledger.columns().id(place));
        }
        var rests = new LinkedHashMap<Long, Rest>();
        for (int place : account) {
            Rest rest = ledger.days().isClosed(place) ? null : examined(place);
            if (rest != null) {
                rests.put(rest.item().id(), rest);
            }
        }
        return rests;
    }

    /** Takes the parts of an item that are known; what is left, if anything. */
    private @Nullable Rest examined(int place) {
        OwedItem item = ledger.items().get(place);
        Subledger.Open open = ledger.open(place, day, today);
        BigDecimal rest = item.amount().subtract(open.amount());
        var unknown = new ArrayList<Edge>();
        for (Edge edge : ledger.edges(place)) {
            if (edge.date().isAfter(day)) {
                continue;
            }
            BigDecimal unsigned = edge.amount();
            if (unsigned == null) {
                unknown.add(edge);
                continue;
            }
            BigDecimal amount = item.settled().signum() < 0 ? unsigned.negate() : unsigned;
            rest = rest.subtract(amount);
            if (amount.signum() != 0 && !isInside(edge)) {
                OwedItem.Entry other = edge.other();
                parts.add(new Part(item, edge.date(), event(item, edge), amount,
                        other == null ? List.of() : List.of(other), open.exact()));
            }
        }
        return rest.signum() == 0 && unknown.isEmpty() ? null : new Rest(item, rest, unknown, open.exact());
    }

    /** Items that settled unknown parts of each other are taken together: only the sum of them leaves the account. */
    private static List<List<Rest>> groups(Map<Long, Rest> rests) {
        var done = new HashSet<Long>();
        var groups = new ArrayList<List<Rest>>();
        for (Rest first : rests.values()) {
            var group = new ArrayList<Rest>();
            var next = new ArrayDeque<>(List.of(first));
            while (!next.isEmpty()) {
                Rest rest = next.remove();
                if (done.add(rest.item().id())) {
                    group.add(rest);
                    rest.edges().stream().filter(Edge::hasOther).map(edge -> rests.get(edge.otherId()))
                            .filter(other -> other != null).forEach(next::add);
                }
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private void add(List<Rest> group) {
        BigDecimal sum = group.stream().map(Rest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return;
        }
        Rest first = group.getFirst();
        LocalDate date = first.item().dates().accounting();
        var events = new LinkedHashMap<StatementEvent, StatementEvent>();
        var others = new LinkedHashMap<Long, OwedItem.Entry>();
        boolean exact = true;
        for (Rest rest : group) {
            exact &= rest.exact();
            date = later(date, rest.item().dates().accounting());
            for (Edge edge : rest.edges()) {
                date = later(date, edge.date());
                if (!isInside(edge)) {
                    StatementEvent event = event(rest.item(), edge);
                    events.put(event, event);
                    OwedItem.Entry other = edge.other();
                    if (other != null) {
                        others.put(edge.otherId(), other);
                    }
                }
            }
        }
        boolean unlisted = group.stream().allMatch(rest -> rest.edges().isEmpty());
        parts.add(
                new Part(first.item(), date, unlisted ? new StatementEvent.Unlisted() : together(events.keySet()), sum,
                        List.copyOf(others.values()), exact));
    }

    private static StatementEvent together(Set<StatementEvent> events) {
        if (events.size() == 1) {
            return events.iterator().next();
        }
        var currencies = new TreeSet<String>();
        for (StatementEvent event : events) {
            if (!(event instanceof StatementEvent.InCurrency in)) {
                return new StatementEvent.Together();
            }
            currencies.add(in.currency());
        }
        return currencies.isEmpty()
                ? new StatementEvent.Together()
                : new StatementEvent.InCurrency(String.join(", ", currencies));
    }

    private boolean isInside(Edge edge) {
        return edge.hasOther() && inside.contains(edge.otherId());
    }

    private static StatementEvent event(OwedItem item, Edge edge) {
        if (!edge.hasOther()) {
            return new StatementEvent.Unlisted();
        }
        Ref other = edge.otherCurrency();
        return other == null || item.currency() == null || other.id() == item.currency().id()
                ? new StatementEvent.Elsewhere()
                : new StatementEvent.InCurrency(other.name());
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
