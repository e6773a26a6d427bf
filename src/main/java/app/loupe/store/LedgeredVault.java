package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/**
 * The rows of one user in the open vault file. Every change is on the disk before its method returns, and told to the ledger
 * unless that is refused. A ledger must never be newer than its file, and may be older: then the file's generation is the
 * higher one. Safe for use by several threads.
 */
final class LedgeredVault implements AutoCloseable {
    private final FileProtection folder;
    private final StoreSession session;
    private final VaultLedger ledger;

    /** Takes ownership of the session. */
    LedgeredVault(FileProtection folder, StoreSession session, VaultLedger ledger) {
        this.folder = folder;
        this.session = session;
        this.ledger = ledger;
    }

    FileProtection folder() {
        return folder;
    }

    /** See {@link StoreSession#read}. */
    <T> T read(Function<StatelessSession, T> work) throws ProblemException {
        return session.read(work);
    }

    /**
     * Changes the file in one transaction that raises the generation, and puts it on the disk before the ledger is
     * written. If only the ledger cannot be written, it is older than the file until the next change or opening.
     */
    void change(Consumer<StatelessSession> work) throws ProblemException {
        session.write(s -> {
            work.accept(s);
            var meta = new VaultMeta(s);
            long generation = VaultState.generation(meta.get(VaultState.GENERATION).orElse("")) + 1;
            meta.set(VaultState.GENERATION, Long.toString(generation));
            return generation;
        });
        settle();
    }

    /**
     * Brings the ledger up to date when a process was killed between a change and the writing of the ledger. The file is
     * flushed first, because its content may be only in the system's memory. Does nothing when the ledger is up to date. A
     * failure keeps nobody from reading: the file is as its ledger says, or newer, and the next change or opening tries
     * again.
     *
     * @param said what the ledger said before the file was opened
     * @return why it could not be done
     */
    Optional<Problem> catchUp(Optional<VaultState> said) throws ProblemException {
        VaultState now = VaultState.of(session);
        if (said.filter(now::equals).isPresent()) {
            return Optional.empty();
        }
        return folder.unlessRefused("what an ended process changed in the vault", () -> {
            session.checkpoint();
            ledger.write(now);
        });
    }

    /**
     * Puts on the disk what was committed and then tells the ledger of it. What another thread commits meanwhile stays out of
     * the state that is told: it may not be on the disk yet. One thread after the other, so that no older state is told last.
     */
    private synchronized void settle() throws ProblemException {
        VaultState now = VaultState.of(session);
        session.checkpoint();
        folder.unlessRefused("the ledger of the vault", () -> ledger.write(now));
    }

    /** See {@link StoreSession#announceRewrite}. */
    void announceRewrite() throws ProblemException {
        session.announceRewrite();
    }

    /** See {@link StoreSession#announceReplacement}. */
    void announceReplacement() throws ProblemException {
        session.announceReplacement();
    }

    /** See {@link StoreSession#compact}. */
    void compact() throws ProblemException {
        session.compact();
    }

    /** See {@link StoreSession#rehearse}. */
    void rehearse() throws ProblemException {
        session.rehearse();
    }

    @Override
    public void close() {
        session.close();
    }
}
