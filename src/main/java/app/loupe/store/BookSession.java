package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStoreException;

/**
 * Runs work on the open book file, one after the other; the file is small and is read in parts. After the closing all
 * work ends with {@link ProblemCode#FILES_CLOSED}. Safe for use by several threads.
 */
final class BookSession implements AutoCloseable {
    private final H2File file;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    /** Takes ownership of the open file. */
    BookSession(H2File file) {
        this.file = file;
    }

    /** Work within one transaction; a value that makes no sense is damage. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException, ProblemException;
    }

    /** Work that needs the file to itself. */
    @FunctionalInterface
    interface FileWork {
        void with(H2File file) throws ProblemException;
    }

    /** @throws ProblemException STORE_DAMAGED, DISK_FULL, STORE_FAILED */
    <T> T run(Work<T> work) throws ProblemException {
        lock.lock();
        try {
            demandOpen();
            Connection connection = file.connections().getConnection();
            boolean done = false;
            try {
                connection.setAutoCommit(false);
                T result = work.with(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
                connection.setAutoCommit(true);
                file.connections().closeConnection(connection);
            }
        } catch (SQLException | MVStoreException failure) {
            throw StoreProblems.of(file.file(), failure);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException senseless) {
            // an unknown name of a kind or a field, or a missing text
            throw new ProblemException(
                    Problem.of(ProblemCode.STORE_DAMAGED, String.valueOf(file.file().getFileName())), senseless);
        } finally {
            lock.unlock();
        }
    }

    /** See {@link StoreSession}. */
    private void demandOpen() throws ProblemException {
        if (closed) {
            throw ProblemException.of(ProblemCode.FILES_CLOSED);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException alreadyGone) {
            // the failure that led here is the one to report
        }
    }

    /** Whether the book is only read. */
    boolean isReadOnly() {
        return file.isReadOnly();
    }

    /** See {@link FileProtection#unlessRefused}. */
    Optional<Problem> unlessRefused(String work, FileProtection.Writing writing) throws ProblemException {
        return file.unlessRefused(work, writing);
    }

    /** Runs work during which no transaction may be under way. */
    void alone(FileWork work) throws ProblemException {
        lock.lock();
        try {
            demandOpen();
            work.with(file);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            file.close();
        } finally {
            lock.unlock();
        }
    }
}
