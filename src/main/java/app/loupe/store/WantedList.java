package app.loupe.store;

import app.loupe.domain.WantedPayments;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Invoices whose payments are to be found, in some 22 bytes each: in a first sync these are most invoices, and each would take 80
 * as an object. Immutable.
 */
final class WantedList extends AbstractList<WantedPayments> implements RandomAccess {
    private final Builder rows;
    /** The place of each in the order of the list. */
    private final int[] order;

    private WantedList(Builder rows, int[] order) {
        this.rows = rows;
        this.order = order;
    }

    @Override
    public WantedPayments get(int index) {
        return rows.get(order[index]);
    }

    @Override
    public int size() {
        return order.length;
    }

    /** Takes them with their ids ascending. */
    static final class Builder {
        private static final int FIRST_ROOM = 64;
        private static final int NO_DAY = Integer.MIN_VALUE;
        private static final long PLACE = 0xFFFF_FFFFL;

        private int size;
        private long[] ids = new long[FIRST_ROOM];
        /** What is settled, without its point. */
        private long[] digits = new long[FIRST_ROOM];
        private byte[] scales = new byte[FIRST_ROOM];
        private int[] days = new int[FIRST_ROOM];
        private final BitSet noted = new BitSet();
        /** What does not fit there. */
        private final Map<Integer, BigDecimal> others = new HashMap<>();

        /** @param day that the invoice is of; null for none */
        void add(@Nullable LocalDate day, WantedPayments one) {
            if (size == ids.length) {
                room(size + size / 2);
            }
            ids[size] = one.invoice();
            days[size] = day == null ? NO_DAY : Math.clamp(day.toEpochDay(), NO_DAY + 1, Integer.MAX_VALUE);
            noted.set(size, one.noted());
            BigDecimal settled = one.settled();
            BigInteger unscaled = settled.unscaledValue();
            if (unscaled.bitLength() < Long.SIZE && settled.scale() == (byte) settled.scale()) {
                digits[size] = unscaled.longValueExact();
                scales[size] = (byte) settled.scale();
            } else {
                others.put(size, settled);
            }
            size++;
        }

        private void room(int more) {
            ids = Arrays.copyOf(ids, more);
            digits = Arrays.copyOf(digits, more);
            scales = Arrays.copyOf(scales, more);
            days = Arrays.copyOf(days, more);
        }

        private WantedPayments get(int place) {
            BigDecimal other = others.get(place);
            return new WantedPayments(ids[place],
                    other == null ? BigDecimal.valueOf(digits[place], scales[place]) : other, noted.get(place));
        }

        /** The list by day, then by id, the last one first and those of no day at the end; nothing more is added then. */
        WantedList newestFirst() {
            var keys = new long[size];
            for (int place = 0; place < size; place++) {
                keys[place] = ((long) days[place] << Integer.SIZE) | place;
            }
            Arrays.sort(keys);
            var order = new int[size];
            for (int at = 0; at < size; at++) {
                order[size - 1 - at] = (int) (keys[at] & PLACE);
            }
            room(size);
            days = new int[0];
            return new WantedList(this, order);
        }
    }
}
