package app.loupe.ui.synclog;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.ServerCall;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Latest;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Decides which runs and requests the sync log lists. Used on the FX thread; reads in the background. */
final class SyncLogViewModel {
    private static final int RUNS_SHOWN = 1_000;

    private final SyncJournal journal;
    private final Predicate<ConnectionId> isRunning;
    private final Background background;
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObservableList<RequestRecord> requests = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper writes = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private List<ConnectionProfile> connections = List.of();
    private Map<ConnectionId, ConnectionProfile> shown = Map.of();
    private @Nullable RunRecord opened;
    private final Latest<Found> latest;

    SyncLogViewModel(SyncJournal journal, Predicate<ConnectionId> isRunning, Background background) {
        this.journal = journal;
        this.isRunning = isRunning;
        this.background = background;
        latest = new Latest<>(() -> background.run("read sync log", this::load),
                this::show);
    }

    ObservableList<RunRecord> runs() {
        return runs;
    }

    ObservableList<RequestRecord> requests() {
        return requests;
    }

    /** How many calls that could change something were ever sent; must stay 0. */
    ReadOnlyLongProperty writesProperty() {
        return writes.getReadOnlyProperty();
    }

    /** Whether the runs of these connections were read; until then an empty list does not mean that there are none. */
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Whose runs are listed. */
    List<ConnectionProfile> connections() {
        return connections;
    }

    /**
     * Whether it is at work now: it has no end, its connection is being read, and it is the newest of it. A PDF is fetched within
     * seconds and beside any sync: one without an end was interrupted.
     */
    boolean isUnderWay(RunRecord run) {
        return run.report() == null && run.mode() != SyncMode.ORIGINAL && isRunning.test(run.connection())
                && runs.stream().noneMatch(other -> other.connection().equals(run.connection())
                        && other.mode() != SyncMode.ORIGINAL && other.number() > run.number());
    }

    String name(RunRecord run) {
        ConnectionProfile profile = shown.get(run.connection());
        return profile == null ? run.connection().value() : profile.name();
    }

    void select(List<ConnectionProfile> connections) {
        known.set(known.get() && connections.stream().map(ConnectionProfile::id).allMatch(shown::containsKey));
        this.connections = List.copyOf(connections);
        shown = new Chosen(connections).byId();
        read();
    }

    /** Reads again; while a reading is under way only one more is noted. */
    void read() {
        latest.refresh();
    }

    private void show(Found found) {
        List<RunRecord> own = found.runs().stream().filter(run -> shown.containsKey(run.connection())).toList();
        if (!runs.equals(own)) {
            runs.setAll(own);
        }
        writes.set(found.writes());
        known.set(true);
    }

    @Blocking
    private Found load() throws ProblemException {
        return new Found(journal.runs(RUNS_SHOWN), writes(journal.totals().callsByMethod()));
    }

    /** The calls that could have changed something in Odoo, by the rule of the Security screen. */
    private static long writes(Map<String, Long> callsByMethod) {
        return callsByMethod.entrySet().stream().filter(call -> ServerCall.of(call.getKey()).isWriting())
                .mapToLong(Map.Entry::getValue).sum();
    }

    private record Found(List<RunRecord> runs, long writes) {}

    /** Shows the requests of a run, or none. */
    void open(@Nullable RunRecord run) {
        opened = run;
        requests.clear();
        if (run != null) {
            background.run("read requests", () -> journal.requests(run.connection(), run.number()))
                    .onSuccess(found -> {
                        if (run.equals(opened)) {
                            requests.setAll(found);
                        }
                    }).start();
        }
    }
}
