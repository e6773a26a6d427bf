package testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time of some work, in nanoseconds: unlike the time on the wall it does not grow when the machine is busy with
 * something else. What Java's compiler and collector do meanwhile is not in it.
 */
public final class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String SERVER = "fake-odoo";

    /** What is measured. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    private Cpu() {}

    /** Of the calling thread alone. */
    public static long ofThread(Work work) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /**
     * Of every thread of this process (those that carry virtual ones among them), without the threads of a
     * {@link FakeOdoo}. A thread that the work begins and ends is missed.
     */
    public static long ofClient(Work work) throws Exception {
        Map<Long, Long> before = clients();
        work.run();
        return clients().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L)).sum();
    }

    private static Map<Long, Long> clients() {
        var times = new HashMap<Long, Long>();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && !thread.getThreadName().startsWith(SERVER)) {
                times.put(thread.getThreadId(), Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())));
            }
        }
        return times;
    }

    /** The one in the middle. */
    public static double median(List<Long> nanos) {
        return percentile(nanos, 0.5);
    }

    /** The one that this part of all does not exceed, from 0 to 1. */
    public static double percentile(List<Long> nanos, double part) {
        return nanos.stream().sorted().skip((long) Math.min(nanos.size() - 1.0, part * nanos.size())).findFirst()
                .orElseThrow();
    }
}
