package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.InAnyCase;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UserId;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.time.DateTimeException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.engine.Constants;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;

/**
 * Runs work against one open file as one user: every session carries the user's id, and Hibernate puts it into every
 * statement. Writers run one after the other; readers beside them; a rewrite of the file waits for all and makes all
 * wait. Once it is closed all of them end with {@link ProblemCode#FILES_CLOSED}. Safe for use by several threads.
 */
final class StoreSession implements AutoCloseable {
    private final H2File file;
    private final UserId user;
    private final SessionFactory factory;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private final ReentrantLock writing = new ReentrantLock();
    /** How many files came before this one in this session; changed with {@link #open} held for writing. */
    private volatile int files;
    /** Changed with {@link #open} held for writing. */
    private boolean closed;

    /** Takes ownership of the open file. */
    StoreSession(H2File file, UserId user, SessionFactory factory) {
        this.file = file;
        this.user = user;
        this.factory = factory;
    }

    H2File file() {
        return file;
    }

    UserId user() {
        return user;
    }

    /** Runs queries in one transaction that sees one state: what is committed meanwhile stays out of it. */
    <T> T read(Function<StatelessSession, T> work) throws ProblemException {
        return as(user.value(), Constants.TRANSACTION_SNAPSHOT, s -> sensible(() -> work.apply(s)));
    }

    /** Like {@link #read}, and nobody writes meanwhile. */
    <T> T readAlone(Function<StatelessSession, T> work) throws ProblemException {
        writing.lock();
        try {
            return read(work);
        } finally {
            writing.unlock();
        }
    }

    /** What is read and makes no sense is damage: no value that Loupe wrote does that. */
    static <T> T sensible(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException known) {
            throw StoreProblems.isSenseless(known) ? new SenselessValueException(known) : known;
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ClassCastException
                | IndexOutOfBoundsException | ArithmeticException | DateTimeException senseless) {
            throw new SenselessValueException(senseless);
        }
    }

    /** A stored value that cannot be one. */
    static final class SenselessValueException extends PersistenceException {
        private static final long serialVersionUID = 1L;

        SenselessValueException(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * Runs changes in one transaction, alone among writers.
     *
     * @throws ProblemException DATA_FOLDER_READ_ONLY where the file is only read
     */
    <T> T write(Function<StatelessSession, T> work) throws ProblemException {
        file.demandWritable();
        writing.lock();
        try {
            return as(user.value(), Connection.TRANSACTION_READ_COMMITTED, work);
        } finally {
            writing.unlock();
        }
    }

    /** Runs work on what belongs to the installation and to no user. */
    <T> T shared(Function<StatelessSession, T> work) throws ProblemException {
        return as("", Connection.TRANSACTION_READ_COMMITTED, work);
    }

    private <T> T as(String tenant, int isolation, Function<StatelessSession, T> work) throws ProblemException {
        open.readLock().lock();
        try (StatelessSession session = session(tenant)) {
            Transaction transaction = session.beginTransaction();
            boolean done = false;
            try {
                // each time: the connection was another transaction's before
                session.doWork(connection -> connection.setTransactionIsolation(isolation));
                T result = work.apply(session);
                transaction.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(transaction);
                }
            }
        } catch (PersistenceException failure) {
            throw StoreProblems.of(file.file(), failure);
        } finally {
            open.readLock().unlock();
        }
    }

    private StatelessSession session(String tenant) throws ProblemException {
        demandOpen();
        return factory.withStatelessOptions().tenantIdentifier((Object) tenant).open();
    }

    /** Whoever closes the file has waited long enough: what comes later, or is not at its end, is given up and no failure. */
    private void demandOpen() throws ProblemException {
        if (closed) {
            throw ProblemException.of(ProblemCode.FILES_CLOSED);
        }
    }

    private static void rollback(Transaction transaction) {
        try {
            transaction.rollback();
        } catch (PersistenceException alreadyGone) {
            // the failure that led here is the one to report: a database closed by it has rolled back
        }
    }

    /** Which file this is: changes with {@link #replace}. */
    int files() {
        return files;
    }

    /**
     * Puts a new file in the place of a damaged one, and fills it before anybody else sees it.
     *
     * @param damaged what {@link #files} said when the damage was met: nothing is done when the file is another by now
     * @return whether it was done
     */
    boolean replace(int damaged, H2File.Move move, Migrations migrations, Function<StatelessSession, Integer> fill)
            throws ProblemException {
        open.writeLock().lock();
        try {
            demandOpen();
            if (files != damaged) {
                return false;
            }
            file.replace(move, migrations);
            files = damaged + 1;
            as(user.value(), Connection.TRANSACTION_READ_COMMITTED, fill);
            return true;
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Forces every commit so far to the disk. */
    void checkpoint() throws ProblemException {
        open.readLock().lock();
        try {
            demandOpen();
            file.checkpoint();
        } finally {
            open.readLock().unlock();
        }
    }

    /** Notes durably that a rewrite is owed, before bytes are deleted that must not stay in the file. */
    void announceRewrite() throws ProblemException {
        file.announceRewrite();
    }

    /** The same, before bytes are replaced: damaged files that were set aside stay. */
    void announceReplacement() throws ProblemException {
        file.announceReplacement();
    }

    /** Waits until nobody reads or writes, then rewrites the file without anything deleted. */
    void compact() throws ProblemException {
        open.writeLock().lock();
        try {
            demandOpen();
            file.compact();
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Waits as {@link #compact} does, and shows that there is room for it; nothing changes. */
    void rehearse() throws ProblemException {
        open.writeLock().lock();
        try {
            demandOpen();
            file.rehearse();
        } finally {
            open.writeLock().unlock();
        }
    }

    /** See {@link H2File#demandOwners}. */
    void demandOwners(ConnectionId connection) throws ProblemException {
        open.readLock().lock();
        try {
            demandOpen();
            file.demandOwners(user, connection);
        } finally {
            open.readLock().unlock();
        }
    }

    /**
     * Like {@link #compact}, and leaves out the rows of one connection of the user: all of them go, or none.
     *
     * @return how many invoices are gone with it
     */
    int compactWithout(ConnectionId connection, DeletionProgress progress) throws ProblemException {
        open.writeLock().lock();
        try {
            demandOpen();
            return file.compactWithout(user, connection, progress);
        } finally {
            open.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            closed = true;
            // with the file go its keys
            InAnyCase.all(List.of(factory::close, file::close));
        } finally {
            open.writeLock().unlock();
        }
    }
}
