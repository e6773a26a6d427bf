package app.loupe.sync;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a listing by ascending id, in 20 bytes each: as objects, as many rows as a server may list
 * ({@link Listing#MOST}) would not fit into the memory that Loupe is given. Not changed once it is built.
 */
final class Stamps extends AbstractList<Stamp> implements RandomAccess {
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final long[] ids;
    /** Seconds since 1970, UTC: a write date has no smaller part. */
    private final long[] written;
    private final int[] days;

    private Stamps(long[] ids, long[] written, int[] days) {
        this.ids = ids;
        this.written = written;
        this.days = days;
    }

    @Override
    public Stamp get(int index) {
        return new Stamp(ids[index], Instant.ofEpochSecond(written[index]),
                days[index] == NO_DAY ? null : LocalDate.ofEpochDay(days[index]));
    }

    @Override
    public int size() {
        return ids.length;
    }

    /** The row of this record; null when it is not listed. */
    @Nullable
    Stamp of(long id) {
        int index = Arrays.binarySearch(ids, id);
        return index < 0 ? null : get(index);
    }

    /** The ids, as a view. */
    Set<Long> ids() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Long> iterator() {
                return Arrays.stream(ids).iterator();
            }

            @Override
            public boolean contains(@Nullable Object id) {
                return id instanceof Long one && Arrays.binarySearch(ids, one) >= 0;
            }

            @Override
            public int size() {
                return ids.length;
            }
        };
    }

    /** All rows of both; where both list a record, the row of {@code other} is taken. */
    Stamps and(Stamps other) {
        var both = new Builder();
        int mine = 0;
        for (Stamp row : other) {
            while (mine < ids.length && ids[mine] <= row.id()) {
                if (ids[mine] < row.id()) {
                    both.add(get(mine));
                }
                mine++;
            }
            both.add(row);
        }
        for (; mine < ids.length; mine++) {
            both.add(get(mine));
        }
        return both.build();
    }

    /** Rows as they come, ids ascending. */
    static final class Builder {
        private long[] ids = new long[64];
        private long[] written = new long[64];
        private int[] days = new int[64];
        private int size;

        int size() {
            return size;
        }

        /** The last id; 0 before the first. */
        long last() {
            return size == 0 ? 0 : ids[size - 1];
        }

        /**
         * Adds a row.
         *
         * @throws IllegalArgumentException when its id is not greater than the last one
         */
        void add(Stamp stamp) {
            if (stamp.id() <= last()) {
                throw new IllegalArgumentException("ids do not ascend");
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                written = Arrays.copyOf(written, size * 2);
                days = Arrays.copyOf(days, size * 2);
            }
            ids[size] = stamp.id();
            written[size] = stamp.writeDate().getEpochSecond();
            days[size] = stamp.invoiceDate() == null ? NO_DAY : (int) stamp.invoiceDate().toEpochDay();
            size++;
        }

        Stamps build() {
            return new Stamps(Arrays.copyOf(ids, size), Arrays.copyOf(written, size), Arrays.copyOf(days, size));
        }
    }
}
