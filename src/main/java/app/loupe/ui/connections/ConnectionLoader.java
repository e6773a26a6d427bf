package app.loupe.ui.connections;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.LastRuns;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the sidebar shows at the start: every connection, how many invoices and products it holds, how its last run ended. */
@Blocking
public final class ConnectionLoader {
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
        Map<ConnectionId, RunRecord> last = LastRuns.of(journal.runs(SyncJournal.RUNS_ALWAYS_KEPT));
        Map<ConnectionId, List<Problem>> problems = connections.problems();
        var loaded = new ArrayList<Loaded>();
        for (ConnectionProfile profile : connections.list()) {
            loaded.add(new Loaded(profile, invoices.counts(profile.id()), last.get(profile.id()),
                    problems.getOrDefault(profile.id(), List.of()).stream().findFirst().orElse(null)));
        }
        return loaded;
    }

    /**
     * What was read of one.
     *
     * @param counts how much its copy holds
     * @param last its last run that ended; null when there was none
     * @param problem what keeps it from being whole, whatever its last run said; null when it is
     */
    record Loaded(ConnectionProfile profile, InvoiceReader.Counts counts, @Nullable RunRecord last,
            @Nullable Problem problem) {
        /** What the row rests on: the problem goes before the last run. */
        RowState.Resting resting() {
            if (problem != null) {
                return new RowState.Resting(new SyncReport.Failed(SyncCounts.NONE, problem));
            }
            return new RowState.Resting(last == null ? null : last.report());
        }
    }
}
