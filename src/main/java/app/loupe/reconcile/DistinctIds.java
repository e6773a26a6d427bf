package app.loupe.reconcile;

import java.util.Arrays;

/** Collects ids that may come more than once, in eight bytes for each that differs, twice as many while they come. */
final class DistinctIds {
    private static final int FIRST_ROOM = 256;

    private long[] ids = new long[FIRST_ROOM];
    private int size;

    void add(long id) {
        if (size > 0 && ids[size - 1] == id) {
            return;
        }
        if (size == ids.length) {
            settle();
            if (size > ids.length / 2) {
                ids = Arrays.copyOf(ids, ids.length * 2);
            }
        }
        ids[size++] = id;
    }

    /** All of them in their order, each once; none stays here. */
    long[] take() {
        settle();
        long[] taken = Arrays.copyOf(ids, size);
        ids = new long[FIRST_ROOM];
        size = 0;
        return taken;
    }

    private void settle() {
        Arrays.sort(ids, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || ids[kept - 1] != ids[i]) {
                ids[kept++] = ids[i];
            }
        }
        size = kept;
    }
}
