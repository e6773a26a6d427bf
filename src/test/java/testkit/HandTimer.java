package testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time passes only when a test says so: no limit is reached because a machine is slow. */
public final class HandTimer extends ScheduledThreadPoolExecutor {
    private static final int NEVER_DAYS = 365;

    private record Entry(Runnable work, long nanos, ScheduledFuture<?> handle) {}

    private final List<Entry> once = new CopyOnWriteArrayList<>();
    private final List<Entry> again = new CopyOnWriteArrayList<>();

    /** A timer at which nothing is due. */
    public HandTimer() {
        super(1, work -> Thread.ofPlatform().daemon(true).unstarted(work));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        ScheduledFuture<?> handle = super.schedule(work, NEVER_DAYS, TimeUnit.DAYS);
        once.add(new Entry(work, unit.toNanos(delay), handle));
        return handle;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
        ScheduledFuture<?> handle = super.schedule(work, NEVER_DAYS, TimeUnit.DAYS);
        again.add(new Entry(work, unit.toNanos(delay), handle));
        return handle;
    }

    /** Lets every deadline come that was set and not called off, and says how long they were, in nanoseconds. */
    public List<Long> deadlines() {
        List<Entry> due = once.stream().filter(entry -> !entry.handle().isDone()).toList();
        due.forEach(entry -> {
            entry.handle().cancel(false);
            entry.work().run();
        });
        return due.stream().map(Entry::nanos).toList();
    }

    /** Lets one interval of everything that is repeated go by. */
    public void interval() {
        again.stream().filter(entry -> !entry.handle().isDone()).forEach(entry -> entry.work().run());
    }
}
