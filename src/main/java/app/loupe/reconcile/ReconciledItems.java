package app.loupe.reconcile;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.ReconciledItem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The items of one copy in columns, about 60 bytes each, and their sides: one for every item that a partial
 * reconciliation names. Amounts are counted in millionths, so that half a million of them need no objects; what does not
 * fit is marked and never guessed.
 */
final class ReconciledItems {
    /** Amount of what is not known, or too large or too fine to be counted. */
    static final long UNKNOWN = -1;
    /** No currency has more decimals. */
    static final int DECIMALS = 6;
    private static final int FIRST_ROOM = 256;
    private static final int NONE = -1;
    /** Of the first side of a partial that more than two name. */
    private static final int MANY = -2;
    private static final int ROOM_IN_TABLE = 4;
    /** Spreads ids that stand one behind the other. */
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private int items;
    private long[] ids = new long[FIRST_ROOM];
    private long[] invoices = new long[FIRST_ROOM];
    private long[] currencies = new long[FIRST_ROOM];
    private long[] settled = new long[FIRST_ROOM];
    private int[] firstSide = new int[FIRST_ROOM];
    private int sides;
    private long[] partials = new long[FIRST_ROOM];
    private int[] owners = new int[FIRST_ROOM];

    void add(ReconciledItem item) {
        if (items + 1 == ids.length) {
            int room = more(ids.length);
            ids = Arrays.copyOf(ids, room);
            invoices = Arrays.copyOf(invoices, room);
            currencies = Arrays.copyOf(currencies, room);
            settled = Arrays.copyOf(settled, room);
            firstSide = Arrays.copyOf(firstSide, room);
        }
        ids[items] = item.id();
        invoices[items] = item.invoice();
        currencies[items] = item.currency();
        settled[items] = millionths(item.settled());
        for (long partial : item.partials()) {
            if (sides == partials.length) {
                partials = Arrays.copyOf(partials, more(sides));
                owners = Arrays.copyOf(owners, more(sides));
            }
            partials[sides] = partial;
            owners[sides++] = items;
        }
        firstSide[++items] = sides;
    }

    private static int more(int room) {
        return room + room / 2;
    }

    /** Without its sign; {@link #UNKNOWN} when it cannot be counted exactly. */
    static long millionths(BigDecimal amount) {
        try {
            return Math.absExact(amount.movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException tooLargeOrTooFine) {
            return UNKNOWN;
        }
    }

    static BigDecimal amount(long millionths) {
        return CurrencyDecimals.atLeast(BigDecimal.valueOf(millionths, DECIMALS), 0);
    }

    int items() {
        return items;
    }

    int sides() {
        return sides;
    }

    long id(int item) {
        return ids[item];
    }

    long invoice(int item) {
        return invoices[item];
    }

    long currency(int item) {
        return currencies[item];
    }

    long settled(int item) {
        return settled[item];
    }

    /** The first of the item's sides; they end before the first one of the next item. */
    int firstSide(int item) {
        return firstSide[item];
    }

    long partial(int side) {
        return partials[side];
    }

    int owner(int side) {
        return owners[side];
    }

    /** For every side the one that the same partial names; -1 where that is not in the copy, or not the only one. */
    int[] opposites() {
        var opposite = new int[sides];
        Arrays.fill(opposite, NONE);
        // the first side of each partial, in a table of its own: sorting them takes far longer
        var firsts = new int[Integer.highestOneBit(Math.max(1, sides)) * ROOM_IN_TABLE];
        Arrays.fill(firsts, NONE);
        for (int side = 0; side < sides; side++) {
            int at = Long.hashCode(partials[side] * MIX) & (firsts.length - 1);
            while (firsts[at] != NONE && partials[firsts[at]] != partials[side]) {
                at = (at + 1) & (firsts.length - 1);
            }
            int first = firsts[at];
            if (first == NONE) {
                firsts[at] = side;
            } else if (opposite[first] == NONE) {
                opposite[first] = side;
                opposite[side] = first;
            } else {
                if (opposite[first] != MANY) {
                    opposite[opposite[first]] = NONE;
                }
                opposite[first] = MANY;
            }
        }
        for (int side = 0; side < sides; side++) {
            opposite[side] = opposite[side] == MANY ? NONE : opposite[side];
        }
        return opposite;
    }

    /** Indexes of the items, those of one invoice together. */
    int[] byInvoice() {
        return order(items, item -> invoices[item]);
    }

    /** Indexes of the items by their ids. */
    int[] byId() {
        return order(items, item -> ids[item]);
    }

    /** Sorts by merging: a boxed number for each of them would take more than the columns. Many come in order. */
    private static int[] order(int count, IntToLongFunction key) {
        int[] from = IntStream.range(0, count).toArray();
        int[] to = new int[count];
        for (int width = 1; width < count; width *= 2) {
            for (int left = 0; left < count; left += 2 * width) {
                merge(from, to, left, Math.min(count, left + width), Math.min(count, left + 2 * width), key);
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int left, int middle, int end, IntToLongFunction key) {
        int one = left;
        int other = middle;
        for (int at = left; at < end; at++) {
            boolean first = other == end
                    || (one < middle && key.applyAsLong(from[one]) <= key.applyAsLong(from[other]));
            to[at] = first ? from[one++] : from[other++];
        }
    }
}
