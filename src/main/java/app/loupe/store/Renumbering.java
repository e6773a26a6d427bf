package app.loupe.store;

import java.util.Arrays;

/** Which new numbers the changes of a history got, by their former numbers, which are added in ascending order. */
final class Renumbering {
    private static final int FIRST_ROOM = 1_024;

    private long[] former = new long[FIRST_ROOM];
    private long[] present = new long[FIRST_ROOM];
    private int size;

    /** The change of this number has that one from now on. */
    void put(long before, long now) {
        if (size == former.length) {
            former = Arrays.copyOf(former, size * 2);
            present = Arrays.copyOf(present, size * 2);
        }
        former[size] = before;
        present[size] = now;
        size++;
    }

    /** The new number of the last change up to a former number; 0 when there is none. */
    long at(long before) {
        int found = Arrays.binarySearch(former, 0, size, before);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : present[last];
    }
}
