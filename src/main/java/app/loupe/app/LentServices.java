package app.loupe.app;

import app.loupe.app.commands.RowSelection;
import app.loupe.app.commands.Services;
import app.loupe.domain.RunRecord;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ChangeHistory;
import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.Transfers;
import app.loupe.review.Shelf;
import app.loupe.sync.SyncRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open Loupe of a window, lent to a command that reads: nothing can be changed, no server is spoken to. */
final class LentServices implements Services {
    private final Services owned;
    private final Shelf shelf;
    private final Lending.Loan loan;

    /**
     * Lends what is open.
     *
     * @param shelf one of its own, so that a question leaves the books that the window shows as they are
     * @param loan tells the window that nobody uses it any more
     */
    LentServices(Services owned, Shelf shelf, Lending.Loan loan) {
        this.loan = loan;
        this.owned = owned;
        this.shelf = shelf;
    }

    @Override
    public boolean isReadOnly() {
        return owned.isReadOnly();
    }

    @Override
    public Connections connections() {
        return new LentConnections(owned.connections());
    }

    @Override
    public Transfers transfers() throws ProblemException {
        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
    }

    @Override
    public InvoiceReader invoices() {
        return owned.invoices();
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public ChangeHistory changes() {
        return owned.changes();
    }

    @Override
    public KnownFindings known() {
        return new LentKnown(owned.known());
    }

    @Override
    public OwnerNotes notes() {
        return new LentNotes(owned.notes());
    }

    @Override
    public Map<ConnectionId, RunRecord> lastRuns() throws ProblemException {
        return owned.lastRuns();
    }

    @Override
    public SyncRunner sync() {
        return (id, mode, cancel, progress) -> {
            throw ProblemException.of(ProblemCode.ALREADY_OPEN);
        };
    }

    @Override
    public SecurityChecks checks() {
        return owned.checks();
    }

    @Override
    public Optional<Problem> changeKey() throws ProblemException {
        throw ProblemException.of(ProblemCode.ALREADY_OPEN);
    }

    @Override
    public RowSelection selection(Shelf of) {
        return owned.selection(of);
    }

    @Override
    public String keyHolder() {
        return owned.keyHolder();
    }

    @Override
    public List<Problem> warnings() {
        return owned.warnings();
    }

    @Override
    public boolean canExamine() {
        return false;
    }

    /** What it finds is set aside and read again: that is for the window, which counts its records by itself, a while after it has opened. */
    @Override
    public List<Problem> examine() {
        return List.of();
    }

    /** The window may close what it has opened. */
    void giveBack() {
        loan.giveBack();
    }

    /** Whether the window waits to close it. */
    boolean isAskedBack() {
        return loan.isAskedBack();
    }

    @Override
    public void close() {
        // the window closes what it has opened
    }
}
