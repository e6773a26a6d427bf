package app.loupe.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.NotificationEmitter;

/**
 * Keeps the heap near what is needed. The serial collector lets the older part grow to its limit before it looks
 * what of it is still used: a first sync held 400 MB, of which 50 were. Here that part is collected once it has grown by half
 * and some room, each time in about a tenth of a second. A window, which stops for as long, has more of it; so the limit of the
 * heap can be one that nobody's books reach.
 */
final class SmallHeap {
    /** Bytes that the older part of a command may grow by, beside half of what is used of it. */
    static final long ROOM = 40L << 20;
    /** The same of a window. */
    static final long ROOM_OF_WINDOW = 240L << 20;

    private SmallHeap() {}

    /** Watches the heap of this Java from now on; with a collector that cannot be watched nothing happens. */
    static void keep(long room) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .findFirst().ifPresent(pool -> watch(pool, room));
    }

    private static void watch(MemoryPoolMXBean older, long room) {
        older.setUsageThreshold(limit(older, room));
        // told by Java, after a collection of the newest part, on a thread of Java's own
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean()).addNotificationListener((told, nothing) -> {
            System.gc();
            older.setUsageThreshold(limit(older, room));
        }, null, null);
    }

    private static long limit(MemoryPoolMXBean older, long room) {
        long used = older.getUsage().getUsed();
        return Math.min(used + used / 2 + room, older.getUsage().getMax());
    }
}
