package app.loupe.sync;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Ids in the order in which they were added, in 8 to 12 bytes each: as objects, those of large books would take three times as much. */
final class Ids extends AbstractList<Long> implements RandomAccess {
    private long[] ids = new long[64];
    private int size;

    @Override
    public boolean add(Long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + size / 2);
        }
        ids[size++] = id;
        modCount++;
        return true;
    }

    @Override
    public Long get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return ids[index];
    }

    @Override
    public int size() {
        return size;
    }

    /** The same in ascending order. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(ids, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
