package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ChangeHistory;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections;
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

/**
 * The open Loupe for one thing that is done and can be stopped: whatever is read of the copy and of the history of changes ends with
 * {@link ProblemCode#CANCELLED} then. Closing it closes nothing.
 */
final class StoppableServices implements Services {
    private final Services services;
    private final CancelToken cancel;
    private final Shelf shelf;

    StoppableServices(Services services, CancelToken cancel) {
        this.services = services;
        this.cancel = cancel;
        shelf = services.shelf().through(reader -> new StoppableReader(reader, cancel));
    }

    @Override
    public Connections connections() {
        return services.connections();
    }

    @Override
    public Transfers transfers() throws ProblemException {
        return services.transfers();
    }

    @Override
    public InvoiceReader invoices() {
        return new StoppableReader(services.invoices(), cancel);
    }

    @Override
    public Shelf shelf() {
        return shelf;
    }

    @Override
    public ChangeHistory changes() {
        ChangeHistory history = services.changes();
        return (connections, since, above, further) -> {
            cancel.check();
            history.walk(connections, since, above, change -> !cancel.isCancelled() && further.test(change));
            cancel.check();
        };
    }

    @Override
    public KnownFindings known() {
        return services.known();
    }

    @Override
    public OwnerNotes notes() {
        return services.notes();
    }

    @Override
    public SyncRunner sync() {
        return services.sync();
    }

    @Override
    public Map<ConnectionId, RunRecord> lastRuns() throws ProblemException {
        return services.lastRuns();
    }

    @Override
    public SecurityChecks checks() {
        return services.checks();
    }

    @Override
    public Optional<Problem> changeKey() throws ProblemException {
        return services.changeKey();
    }

    @Override
    public RowSelection selection(Shelf of) {
        return services.selection(of);
    }

    @Override
    public String keyHolder() {
        return services.keyHolder();
    }

    @Override
    public boolean isReadOnly() {
        return services.isReadOnly();
    }

    @Override
    public List<Problem> warnings() {
        return services.warnings();
    }

    @Override
    public boolean canExamine() {
        return services.canExamine();
    }

    @Override
    public List<Problem> examine() throws ProblemException {
        return services.examine();
    }

    @Override
    public void close() {
        // whoever has opened it closes it
    }
}
