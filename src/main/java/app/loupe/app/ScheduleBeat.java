package app.loupe.app;

import app.loupe.session.Schedule;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes the schedule look at its clock every {@link Schedule#LOOK} until it is closed, on a thread of its own. */
@FunctionalInterface
interface ScheduleBeat extends AutoCloseable {
    /** One that beats. */
    static ScheduleBeat of(Runnable look) {
        ScheduledExecutorService timer = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("schedule").factory());
        long millis = Schedule.LOOK.toMillis();
        var _ = timer.scheduleWithFixedDelay(look, millis, millis, TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }

    /** One that does nothing. */
    static ScheduleBeat none() {
        return () -> {};
    }

    @Override
    void close();
}
