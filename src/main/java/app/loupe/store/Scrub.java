package app.loupe.store;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs a long question to every row and index that makes nobody wait: work that needs the file to itself
 * interrupts it, after which it starts again; closing the file ends it. One at a time; safe for use by several threads.
 */
final class Scrub {
    /** Guards the fields below. */
    private final Object lock = new Object();
    /** Whose question is under way. */
    private @Nullable CancelToken asking;
    private @Nullable SessionLocal reading;
    private boolean interrupted;
    private int waiting;
    private boolean ended;
    private boolean cutOff;

    /** How the question reads. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Function<StatelessSession, T> work) throws ProblemException;
    }

    /**
     * Counts; empty when it was ended.
     *
     * @param cancel ends this question, whether it is under way or waits for another one
     */
    <T> Optional<T> ask(Reading<T> session, Function<StatelessSession, T> question, CancelToken cancel)
            throws ProblemException {
        try (var _ = cancel.onCancel(() -> giveUp(cancel))) {
            while (begins(cancel)) {
                try {
                    return Optional.of(session.read(s -> {
                        s.doWork(this::note);
                        try {
                            return question.apply(s);
                        } finally {
                            settle();
                        }
                    }));
                } catch (ProblemException failure) {
                    if (!isInterrupted()) {
                        throw failure;
                    }
                } finally {
                    ends();
                }
            }
            return Optional.empty();
        }
    }

    /** Whether a question was ended before it was done. */
    boolean isCutOff() {
        synchronized (lock) {
            return cutOff;
        }
    }

    /** Waits until nobody else asks or needs the file. */
    private boolean begins(CancelToken cancel) {
        synchronized (lock) {
            try {
                while ((asking != null || waiting > 0) && !ended && !cancel.isCancelled()) {
                    lock.wait();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                cutOff = true;
                return false;
            }
            if (ended) {
                cutOff = true;
            }
            if (ended || cancel.isCancelled()) {
                return false;
            }
            interrupted = false;
            asking = cancel;
            return true;
        }
    }

    private void ends() {
        synchronized (lock) {
            asking = null;
            lock.notifyAll();
        }
    }

    private void giveUp(CancelToken cancel) {
        synchronized (lock) {
            if (cancel.equals(asking)) {
                interrupt();
            }
            lock.notifyAll();
        }
    }

    private boolean isInterrupted() {
        synchronized (lock) {
            return interrupted;
        }
    }

    private void note(Connection connection) throws SQLException {
        note((SessionLocal) connection.unwrap(JdbcConnection.class).getSession());
    }

    private void note(SessionLocal session) {
        synchronized (lock) {
            reading = session;
            if (interrupted) {
                // between the beginning and here
                session.cancel();
            }
        }
    }

    /** Clears an interruption that came too late: H2 would keep it for the next statement, which is somebody else's. */
    private void settle() {
        synchronized (lock) {
            SessionLocal session = reading;
            reading = null;
            if (session != null) {
                try {
                    session.checkCanceled();
                } catch (DbException late) {
                    // told once, and thereby forgotten
                }
            }
        }
    }

    /** Work that needs the file to itself. */
    @FunctionalInterface
    interface Alone<T> {
        T run() throws ProblemException;
    }

    /** Runs work that needs the file to itself: interrupts the question under way, which starts again afterwards. */
    <T> T aside(Alone<T> alone) throws ProblemException {
        synchronized (lock) {
            waiting++;
            interrupt();
        }
        try {
            return alone.run();
        } finally {
            synchronized (lock) {
                waiting--;
                lock.notifyAll();
            }
        }
    }

    /** Ends the question soon, and every later one. */
    void end() {
        synchronized (lock) {
            ended = true;
            interrupt();
            lock.notifyAll();
        }
    }

    private void interrupt() {
        interrupted = true;
        if (reading != null) {
            reading.cancel();
        }
    }
}
