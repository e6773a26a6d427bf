package app.loupe.owed;

import app.loupe.domain.OwedItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The four amounts of items in columns. Most are settled or open as a whole, and booked in the currency they are in: then one
 * of the four says them all. Each keeps its scale; what does not fit into a long is kept as it is. Immutable.
 */
final class OwedAmounts {
    private static final int OPEN = 1;
    private static final int BALANCE = 2;
    private static final int RESIDUAL = 3;
    private static final int EACH = 4;
    /** Bits of a scale; the greatest number of them is of no scale. */
    private static final int SCALE_BITS = 4;
    private static final int MOST_SCALE = (1 << SCALE_BITS) - 2;
    /** How an amount follows: it is nothing, it is the one it may be the same as, or it is kept. */
    private static final int FOLLOWS_BITS = 2;
    private static final int NOTHING = 0;
    private static final int SAME = 1;
    private static final int KEPT = 2;
    /** All four are kept as they are. */
    private static final byte EXACT = -1;
    /** Of which amount one may be the same. */
    private static final int[] LIKE = {0, 0, 0, OPEN};

    private final long[] amounts;
    private final char[] scales;
    private final byte[] follows;
    /** Where those that do not follow begin, one behind the other; the place among the exact ones of one that is. */
    private final int[] firstKept;
    private final long[] kept;
    private final List<BigDecimal[]> exact;

    private OwedAmounts(Writer written, int[] order) {
        amounts = new long[order.length];
        scales = new char[order.length];
        follows = new byte[order.length];
        firstKept = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            amounts[i] = written.amounts[order[i]];
            scales[i] = written.scales[order[i]];
            follows[i] = written.follows[order[i]];
            firstKept[i] = written.firstKept[order[i]];
        }
        kept = Arrays.copyOf(written.kept, written.keptCount);
        exact = List.copyOf(written.exact);
    }

    /** What was booked. */
    BigDecimal amount(int place) {
        return value(place, 0);
    }

    /** What of it is open. */
    BigDecimal open(int place) {
        return value(place, OPEN);
    }

    /** Whether anything is. */
    boolean isOpen(int place) {
        return follows[place] == EXACT ? open(place).signum() != 0 : units(place, OPEN) != 0;
    }

    /** What was booked in company currency. */
    BigDecimal balance(int place) {
        return value(place, BALANCE);
    }

    /** What of that is open. */
    BigDecimal residual(int place) {
        return value(place, RESIDUAL);
    }

    private BigDecimal value(int place, int which) {
        return follows[place] == EXACT
                ? exact.get(firstKept[place])[which]
                : BigDecimal.valueOf(units(place, which), scale(scales[place], which));
    }

    private static int scale(char scales, int which) {
        return (scales >> (which * SCALE_BITS)) & (MOST_SCALE + 1);
    }

    private long units(int place, int which) {
        if (which == 0) {
            return amounts[place];
        }
        return switch (how(place, which)) {
            case NOTHING -> 0;
            case SAME -> units(place, LIKE[which]);
            default -> {
                int at = firstKept[place];
                for (int before = 1; before < which; before++) {
                    at += how(place, before) == KEPT ? 1 : 0;
                }
                yield kept[at];
            }
        };
    }

    private int how(int place, int which) {
        return (follows[place] >> ((which - 1) * FOLLOWS_BITS)) & (SAME | KEPT);
    }

    /** Collects the amounts of items, one after the other; one thread. */
    static final class Writer {
        private long[] amounts = new long[0];
        private char[] scales = new char[0];
        private byte[] follows = new byte[0];
        private int[] firstKept = new int[0];
        private int count;
        private long[] kept = new long[EACH];
        private int keptCount;
        private final List<BigDecimal[]> exact = new ArrayList<>();
        private final long[] units = new long[EACH];

        /** Adds those of the next item. */
        void add(OwedItem item) {
            add(item.amount(), item.open(), item.booked().balance(), item.booked().residual());
        }

        private void add(BigDecimal... four) {
            makeRoom();
            int allScales = 0;
            int how = 0;
            boolean fits = true;
            firstKept[count] = keptCount;
            for (int which = 0; which < EACH && fits; which++) {
                fits = four[which].scale() >= 0 && four[which].scale() <= MOST_SCALE && isLong(four[which]);
                if (fits) {
                    units[which] = four[which].unscaledValue().longValue();
                    allScales |= four[which].scale() << (which * SCALE_BITS);
                    how |= which == 0 ? 0 : keep(which) << ((which - 1) * FOLLOWS_BITS);
                }
            }
            if (fits) {
                amounts[count] = units[0];
                scales[count] = (char) allScales;
                follows[count] = (byte) how;
            } else {
                keptCount = firstKept[count];
                firstKept[count] = exact.size();
                follows[count] = EXACT;
                exact.add(four.clone());
            }
            count++;
        }

        private static boolean isLong(BigDecimal number) {
            return number.unscaledValue().bitLength() < Long.SIZE;
        }

        private int keep(int which) {
            if (units[which] == 0) {
                return NOTHING;
            }
            if (units[which] == units[LIKE[which]]) {
                return SAME;
            }
            if (keptCount == kept.length) {
                kept = Arrays.copyOf(kept, keptCount * 2);
            }
            kept[keptCount++] = units[which];
            return KEPT;
        }

        private void makeRoom() {
            if (count == amounts.length) {
                int room = OwedItemsWriter.more(count);
                amounts = Arrays.copyOf(amounts, room);
                scales = Arrays.copyOf(scales, room);
                follows = Arrays.copyOf(follows, room);
                firstKept = Arrays.copyOf(firstKept, room);
            }
        }

        /** Those of the items in these places, in this order. */
        OwedAmounts written(int... order) {
            return new OwedAmounts(this, order);
        }
    }
}
