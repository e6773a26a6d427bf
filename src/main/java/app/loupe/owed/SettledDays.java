package app.loupe.owed;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * From when on something, and from when on all, of what settled an item counts: so a question about a day looks only at the
 * items that were settled in part before it and in part after it. What is not certain is always looked at.
 */
final class SettledDays {
    private final int[] first;
    private final int[] last;
    private final int[] paid;
    private final BitSet known = new BitSet();
    private final BitSet money = new BitSet();
    private final BitSet closed = new BitSet();
    private final BitSet undated = new BitSet();

    /** How much of what settled an item counts on a day. */
    enum Counting {
        NONE,
        SOME,
        ALL
    }

    private SettledDays(int size) {
        first = new int[size];
        last = new int[size];
        paid = new int[size];
    }

    /** The days of all items of a subledger. */
    static SettledDays of(Subledger ledger) {
        List<OwedItem> items = ledger.items();
        var days = new SettledDays(items.size());
        for (int i = 0; i < items.size(); i++) {
            days.note(i, items.get(i), items.get(i).partials().isEmpty() ? List.of() : ledger.edges(items.get(i)));
        }
        return days;
    }

    private void note(int place, OwedItem item, List<Subledger.Edge> edges) {
        first[place] = Integer.MAX_VALUE;
        last[place] = Integer.MIN_VALUE;
        paid[place] = Integer.MIN_VALUE;
        BigDecimal sum = BigDecimal.ZERO;
        boolean certain = true;
        boolean own = true;
        for (Subledger.Edge edge : edges) {
            BigDecimal amount = edge.amount();
            OwedItem other = edge.other();
            certain &= amount != null && other != null;
            own &= other != null && isOfOneAccount(item, other);
            if (amount == null || amount.signum() != 0) {
                notePaid(place, edge);
            }
            sum = amount == null ? sum : sum.add(amount);
            first[place] = Math.min(first[place], (int) edge.date().toEpochDay());
            last[place] = Math.max(last[place], (int) edge.date().toEpochDay());
        }
        known.set(place, certain && sum.compareTo(item.settled().abs()) == 0);
        closed.set(place, known.get(place) && own);
    }

    /** What settled nothing, a difference of exchange rates, has paid nothing. */
    private void notePaid(int place, Subledger.Edge edge) {
        OwedItem other = edge.other();
        if (other == null) {
            undated.set(place);
        } else if (other.invoice() == 0) {
            money.set(place);
        }
        paid[place] = Math.max(paid[place], (int) edge.date().toEpochDay());
    }

    private static boolean isOfOneAccount(OwedItem one, OwedItem other) {
        return one.payable() == other.payable() && Ref.idOf(one.company()) == Ref.idOf(other.company())
                && Ref.idOf(one.partner()) == Ref.idOf(other.partner())
                && Ref.idOf(one.currency()) == Ref.idOf(other.currency());
    }

    /** Whether all that settled the item in this place is known and of the same account. */
    boolean isClosed(int place) {
        return closed.get(place);
    }

    /** The day from which on the item in this place was settled, counted from 1970; only of one that was. */
    int paid(int place) {
        return paid[place];
    }

    /** Whether anything else than invoices and credit notes settled the item in this place. */
    boolean isMoney(int place) {
        return money.get(place);
    }

    /** Whether something settled the item in this place of which the day is not known: it is not in the copy. */
    boolean isUndated(int place) {
        return undated.get(place);
    }

    /** How much of what settled the item in this place counts on a day; of one that is open as a whole, all. */
    Counting on(int place, LocalDate day) {
        if (!known.get(place)) {
            return Counting.SOME;
        }
        if (last[place] <= day.toEpochDay()) {
            return Counting.ALL;
        }
        return first[place] > day.toEpochDay() ? Counting.NONE : Counting.SOME;
    }
}
