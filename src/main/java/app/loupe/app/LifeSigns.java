package app.loupe.app;

import app.loupe.app.WindowQuery.Piece;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Tells again and again until it is closed that a window lives: who asks cannot know how long an answer takes. */
@FunctionalInterface
interface LifeSigns extends AutoCloseable {
    /** How often; {@link WindowBeside#SILENCE} is many times as long. */
    long SECONDS = 5;

    /** Makes those of one answer. */
    @FunctionalInterface
    interface Maker {
        /** Calls this again and again until it is closed. */
        LifeSigns begin(Runnable sign);
    }

    /** Those that go by the clock, on a thread of their own. */
    static LifeSigns every(Runnable sign) {
        ScheduledExecutorService timer = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("life-signs").factory());
        var _ = timer.scheduleWithFixedDelay(sign, SECONDS, SECONDS, TimeUnit.SECONDS);
        return timer::shutdownNow;
    }

    /** One sign, but while a piece is written: that is one itself. */
    static void give(LocalSocket asker, PieceTurn turn) {
        try {
            turn.between(() -> asker.offer(Piece.ALIVE.sign()));
        } catch (IOException gone) {
            LoggerFactory.getLogger(LifeSigns.class).debug("nobody waits any more", gone);
        }
    }

    @Override
    void close();
}
