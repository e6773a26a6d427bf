package app.loupe.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.NotificationEmitter;

/**
 * Keeps the heap of a command near what it needs. The serial collector lets the older part grow to its limit before it looks
 * what of it is still used: a first sync held 400 MB, of which 50 were. Here that part is collected once it has grown by half
 * and {@link #ROOM}, each time in about a tenth of a second. Not for a window, which would stop for as long.
 */
final class SmallHeap {
    /** Bytes that the older part may grow by, beside half of what is used of it. */
    static final long ROOM = 40L << 20;

    private SmallHeap() {}

    /** Watches the heap of this Java from now on; with a collector that cannot be watched nothing happens. */
    static void keep() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .findFirst().ifPresent(SmallHeap::watch);
    }

    private static void watch(MemoryPoolMXBean older) {
        older.setUsageThreshold(limit(older));
        // told by Java, after a collection of the newest part, on a thread of Java's own
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean()).addNotificationListener((told, nothing) -> {
            System.gc();
            older.setUsageThreshold(limit(older));
        }, null, null);
    }

    private static long limit(MemoryPoolMXBean older) {
        long used = older.getUsage().getUsed();
        return Math.min(used + used / 2 + ROOM, older.getUsage().getMax());
    }
}
