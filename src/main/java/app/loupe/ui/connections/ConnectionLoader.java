package app.loupe.ui.connections;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the sidebar shows at the start: every connection, how many invoices it holds, how its last run ended. */
@Blocking
public final class ConnectionLoader {
    private static final int RUNS_LOOKED_AT = 500;

    private final Connections connections;
    private final InvoiceReader invoices;
    private final SyncJournal journal;

    /** Reads from these. */
    public ConnectionLoader(Connections connections, InvoiceReader invoices, SyncJournal journal) {
        this.connections = connections;
        this.invoices = invoices;
        this.journal = journal;
    }

    List<Loaded> load() throws ProblemException {
        Map<ConnectionId, SyncReport> last = new HashMap<>();
        for (RunRecord run : journal.runs(RUNS_LOOKED_AT)) {
            if (run.report() != null) {
                last.putIfAbsent(run.connection(), run.report());
            }
        }
        var loaded = new ArrayList<Loaded>();
        for (ConnectionProfile profile : connections.list()) {
            loaded.add(new Loaded(profile, invoices.counts(profile.id()).invoices(), last.get(profile.id())));
        }
        return loaded;
    }

    Connections.Deletion delete(ConnectionId id) throws ProblemException {
        return connections.delete(id);
    }

    record Loaded(ConnectionProfile profile, long invoices, @Nullable SyncReport last) {}
}
