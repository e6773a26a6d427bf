package app.loupe.store;

import app.loupe.domain.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock one = new ReentrantLock();
    /** Guards the fields below. */
    private final Object lock = new Object();
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

    /** Counts; empty when it was ended. */
    <T> Optional<T> ask(Reading<T> session, Function<StatelessSession, T> question) throws ProblemException {
        one.lock();
        try {
            while (begins()) {
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
                }
            }
            synchronized (lock) {
                cutOff = true;
            }
            return Optional.empty();
        } finally {
            one.unlock();
        }
    }

    /** Whether a question was ended before it was done. */
    boolean isCutOff() {
        synchronized (lock) {
            return cutOff;
        }
    }

    /** Waits until nobody else needs the file. */
    private boolean begins() {
        synchronized (lock) {
            try {
                while (waiting > 0 && !ended) {
                    lock.wait();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
            interrupted = false;
            return !ended;
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
