package app.loupe.app.commands;

import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeHistory;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.Transfers;
import app.loupe.review.Shelf;
import app.loupe.sync.SyncRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open Loupe as commands use it: vault unlocked, store open. Closing it lets go of the keys. */
public interface Services extends AutoCloseable {
    /** Connections: add, list, test, delete. */
    Connections connections();

    /**
     * Moves to another computer.
     *
     * @throws ProblemException {@link ProblemCode#ALREADY_OPEN} where this is lent by a window
     */
    Transfers transfers() throws ProblemException;

    /** The local copy. */
    InvoiceReader invoices();

    /** The copy in memory, as the screens review it. */
    Shelf shelf();

    /** The history of changes. */
    ChangeHistory changes();

    /** Which findings of the book check the owner marked as known. */
    KnownFindings known();

    /** What the owner wrote to invoices and partners. */
    OwnerNotes notes();

    /** The sync engine. */
    SyncRunner sync();

    /** The last run of each connection that has ended, in this process or before. */
    Map<ConnectionId, RunRecord> lastRuns() throws ProblemException;

    /** The checks of the Security screen. */
    SecurityChecks checks();

    /**
     * Replaces the master key by a new one: see {@link CredentialVault#changeKey}.
     *
     * @return a notice when the change is not finished
     * @throws ProblemException also {@link ProblemCode#ALREADY_OPEN} where this is lent by a window
     */
    @Blocking
    Optional<Problem> changeKey() throws ProblemException;

    /** The search grammar over the copy in memory. */
    default RowSelection selection() {
        return selection(shelf());
    }

    /** The search grammar over these books. */
    RowSelection selection(Shelf of);

    /** Id of the key holder in use: {@code secret-service}, {@code passphrase}. */
    String keyHolder();

    /** Whether nothing can be kept: what would change anything is refused with {@link ProblemCode#DATA_FOLDER_READ_ONLY}. */
    default boolean isReadOnly() {
        return false;
    }

    /** What opening found and the owner should know: a short or damaged copy, an old key to retire. */
    List<Problem> warnings();

    /** Whether {@link #examine} looks at all: what is lent by an open window is not looked at. */
    default boolean canExamine() {
        return true;
    }

    /**
     * Holds every record of the copy against what was stored of it, which opening does not: as much work as reading all.
     *
     * @return what was found and the owner should know
     */
    @Blocking
    List<Problem> examine() throws ProblemException;

    @Override
    void close();
}
