package testkit;

/** Weighs what is alive. */
public final class Heap {
    private static final int COLLECTIONS = 4;

    private Heap() {}

    /** Bytes of all objects that somebody can reach. */
    public static long inUse() {
        // the serial collector lets some of the dead lie, but in every fourth collection
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
