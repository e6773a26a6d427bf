package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.DeletionProgress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deletions that are under way, and their end before the files are closed: each is noted in the vault by then, so that one
 * that is stopped is finished by the next opening. Safe for use by several threads.
 */
final class DeletionsUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionsUnderWay.class);

    private int count;
    private boolean ended;

    /** One of them; over when it is closed. */
    interface Begun extends AutoCloseable {
        @Override
        void close();
    }

    /** Counts one from before it waits for its turn. */
    synchronized Begun begin() {
        count++;
        return this::over;
    }

    private synchronized void over() {
        count--;
        notifyAll();
    }

    /** The same progress; it also tells the work when it is to stop. */
    DeletionProgress stopping(DeletionProgress told) {
        return new DeletionProgress() {
            @Override
            public void at(long done, long of) {
                told.at(done, of);
            }

            @Override
            public boolean isStopped() {
                return isEnded();
            }
        };
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /**
     * Stops them all, also those that wait for their turn, for good, and waits until they have.
     *
     * @param limit so long at most: a keyring that asks its owner something can hold one up without an end
     */
    @Blocking
    synchronized void end(Duration limit) {
        ended = true;
        if (count > 0) {
            LOG.info("a deletion is stopped: the next opening finishes it");
        }
        long until = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis(); count > 0 && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
