package app.loupe.owed;

import app.loupe.reconcile.ReconciledSides;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

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
    /** Of the journals that entries stand in: few, and their names are read word by word. */
    private final Map<OwedKind, Boolean> moneyless = new HashMap<>();

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

    /** The days of all items. */
    static SettledDays of(OwedItems items) {
        var days = new SettledDays(items.size());
        for (int place = 0; place < items.size(); place++) {
            days.note(place, items);
        }
        return days;
    }

    private void note(int place, OwedItems items) {
        first[place] = Integer.MAX_VALUE;
        last[place] = Integer.MIN_VALUE;
        paid[place] = Integer.MIN_VALUE;
        ReconciledSides sides = items.sides();
        BigDecimal sum = BigDecimal.ZERO;
        boolean certain = true;
        boolean own = true;
        for (int side = sides.first(place); side < sides.first(place + 1); side++) {
            int other = sides.other(side);
            int day = items.day(place, side);
            certain &= sides.isKnown(side) && other >= 0;
            own &= other >= 0 && items.account(place).isSame(items.account(other));
            if (!sides.isNothing(side)) {
                notePaid(place, other, items, day);
            }
            sum = sides.isKnown(side) ? sum.add(sides.exact(side)) : sum;
            first[place] = Math.min(first[place], day);
            last[place] = Math.max(last[place], day);
        }
        known.set(place, certain && sum.compareTo(items.settled(place).abs()) == 0);
        closed.set(place, known.get(place) && own);
    }

    /** What settled nothing, a difference of exchange rates, has paid nothing; nor has a write-off, however late it is. */
    private void notePaid(int place, int other, OwedItems items, int day) {
        if (other < 0) {
            undated.set(place);
        } else if (items.invoice(other) == 0) {
            if (isMoneyless(other, items)) {
                return;
            }
            money.set(place);
        }
        paid[place] = Math.max(paid[place], day);
    }

    private boolean isMoneyless(int place, OwedItems items) {
        return moneyless.computeIfAbsent(items.kind(place), kind -> MoneylessEntry.isOne(kind.journal(), ""))
                || MoneylessEntry.isOne("", items.number(place));
    }

    /**
     * Whether all that settled the item in this place is known and of the same company, partner, currency and side: then
     * nothing of it leaves the account.
     */
    boolean isClosed(int place) {
        return closed.get(place);
    }

    /**
     * The day from which on the item in this place was settled, write-offs apart, counted from 1970; only of one that was
     * settled by anything else.
     */
    int paid(int place) {
        return paid[place];
    }

    /** Whether a payment settled anything of the item in this place: no document, and no write-off. */
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
