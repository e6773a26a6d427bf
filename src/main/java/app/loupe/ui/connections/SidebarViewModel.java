package app.loupe.ui.connections;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Problem;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.SyncReport;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.sync.SyncProgress;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.WorkProgress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the sidebar lists, which connections the screens show, and how a connection is deleted. All methods are
 * called on the FX thread; what may wait goes to the background.
 */
public final class SidebarViewModel implements SyncRuns.Listener {
    private final Connections connections;
    private final ConnectionLoader loader;
    private final SyncRuns runs;
    private final Background background;
    private final ProblemPresenter presenter;
    private final ObservableList<ConnectionRowModel> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<ConnectionProfile>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper chosenInvoices = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper chosenProducts = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper reads = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionId> added = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionId> gone = new ReadOnlyObjectWrapper<>();
    /** How runs ended whose connections were not read again yet. */
    private final Map<ConnectionId, SyncReport> ended = new LinkedHashMap<>();
    private final FailedRuns failed;
    /** Whose run was stopped for a deletion that was refused. */
    private final Set<ConnectionId> stopped = new HashSet<>();
    private @Nullable ConnectionId one;
    private int loads;

    /** A sidebar over these connections and runs. */
    public SidebarViewModel(Connections connections, ConnectionLoader loader, SyncRuns runs, Background background,
            ProblemPresenter presenter) {
        this.connections = connections;
        this.loader = loader;
        this.runs = runs;
        this.background = background;
        this.presenter = presenter;
        this.failed = new FailedRuns(presenter);
        runs.listen(this);
    }

    /** The connections in the order they were added. */
    public ObservableList<ConnectionRowModel> rows() {
        return rows;
    }

    /** The connections whose data the screens show: one, or all. */
    public ReadOnlyObjectProperty<List<ConnectionProfile>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** How many invoices the copies of the chosen connections hold. */
    public ReadOnlyLongProperty chosenInvoicesProperty() {
        return chosenInvoices.getReadOnlyProperty();
    }

    /** How many products stand on them. */
    public ReadOnlyLongProperty chosenProductsProperty() {
        return chosenProducts.getReadOnlyProperty();
    }

    /** False until the connections were read for the first time: nothing is known before. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** How often they were read: it changes whenever one of them may be another, or a run of it has ended. */
    public ReadOnlyIntegerProperty readsProperty() {
        return reads.getReadOnlyProperty();
    }

    /** The connection that was added last; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable ConnectionId> addedProperty() {
        return added.getReadOnlyProperty();
    }

    /** The connection that was deleted last, after it was left out of what is chosen; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable ConnectionId> goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /** The one chosen connection; empty when all are. */
    public Optional<ConnectionId> chosenOne() {
        return Optional.ofNullable(one);
    }

    /** What is shown while none is chosen. */
    public ReadTogether together() {
        return ReadTogether.of(staying());
    }

    private List<ConnectionProfile> staying() {
        return rows.stream().filter(row -> !isDeleting(row)).map(ConnectionRowModel::profile).toList();
    }

    /** Reads the connections again in the background. */
    public void reload() {
        int number = ++loads;
        background.run("list connections", loader::load).onSuccess(found -> {
            if (number == loads) {
                accept(found);
            }
        }).onProblem(problem -> {
            rest();
            presenter.show(problem);
        }).start();
    }

    /** Shows one connection, unless it is being deleted. */
    public void choose(ConnectionId id) {
        if (find(id).filter(SidebarViewModel::isDeleting).isPresent()) {
            return;
        }
        one = id;
        restate();
    }

    /** Shows all connections together, as far as they belong together. */
    public void chooseAll() {
        one = null;
        restate();
    }

    /** Shows a connection that has just been added, and starts its first run. */
    public void welcome(ConnectionProfile profile) {
        loads++; // a list that was read before must not take the row away
        if (find(profile.id()).isEmpty()) {
            rows.add(new ConnectionRowModel(profile));
        }
        choose(profile.id());
        added.set(profile.id());
        runs.add(profile);
        runs.start(profile.id());
        reload();
    }

    /** Asks in the row whether to delete it; a question in another row is taken back. */
    public void ask(ConnectionId id) {
        rows.forEach(row -> row.askingProperty()
                .set(row.id().equals(id) && !(row.state() instanceof RowState.Deleting)));
    }

    /** Takes the question back. */
    public void keep() {
        rows.forEach(row -> row.askingProperty().set(false));
    }

    /** Deletes at once and for good; a run that is under way is stopped and awaited first. */
    public void delete(ConnectionId id, Connections.Notes notes) {
        find(id).ifPresent(row -> {
            row.askingProperty().set(false);
            RowState before = row.state();
            row.stateProperty().set(new RowState.Deleting(WorkProgress.At.START));
            // its invoices leave every screen at once, however long it takes
            boolean chosen = id.equals(one);
            if (chosen) {
                one = null;
            }
            Consumer<Problem> refused = problem -> {
                if (chosen && one == null) {
                    one = id;
                }
                stays(row, before, problem);
            };
            restate();
            var progress = new WorkProgress(at -> {
                if (row.state() instanceof RowState.Deleting) {
                    row.stateProperty().set(new RowState.Deleting(at));
                }
            });
            Runnable delete = () -> background
                    .run("delete connection", () -> connections.delete(id, notes, progress::at))
                    .onSuccess(deletion -> deleted(row, deletion)).onProblem(refused)
                    .start();
            var waitsFor = new AtomicInteger(2);
            Runnable next = () -> {
                if (waitsFor.decrementAndGet() == 0) {
                    delete.run();
                }
            };
            // the run may need longer to stop than a lock, or the end, waits for it; a refusal comes with the deletion
            background.run("note deletion", () -> {
                connections.noteDeletion(id, notes);
                return id;
            }).onProblem(later -> {}).afterwards(next).start();
            runs.hold(id, next);
        });
    }

    /** Ends the run of a connection that is about to be changed and refuses others; see {@link Runs#hold}. */
    public void hold(ConnectionId id, Runnable next) {
        runs.hold(id, next);
    }

    /** A held connection may be synced again. */
    public void release(ConnectionId id) {
        runs.release(id);
    }

    private void deleted(ConnectionRowModel row, Connections.Deletion deletion) {
        loads++; // a list that was read before the deletion must not bring the row back
        rows.remove(row);
        failed.forget(row.id());
        if (row.id().equals(one)) {
            one = null;
        }
        restate();
        gone.set(row.id());
        deletion.notice().ifPresent(presenter::show);
        reload();
    }

    /** Tells again what it told before; how a run ended that was stopped for the deletion, the next reading tells. */
    private void stays(ConnectionRowModel row, RowState before, Problem problem) {
        runs.release(row.id());
        if (before instanceof RowState.Resting) {
            row.stateProperty().set(before);
        } else {
            row.stateProperty().set(new RowState.Resting(null));
            stopped.add(row.id());
        }
        restate();
        presenter.show(problem);
        reload();
    }

    @Override
    public void progressed(ConnectionId id, SyncProgress at) {
        ended.remove(id);
        find(id).filter(row -> !(row.state() instanceof RowState.Deleting))
                .ifPresent(row -> row.stateProperty().set(new RowState.Syncing(at)));
    }

    @Override
    public void ended(ConnectionId id, SyncReport report) {
        if (find(id).filter(row -> !(row.state() instanceof RowState.Deleting)).isPresent()) {
            ended.put(id, report);
            // of an empty copy no screen says why
            failed.ended(id, report,
                    runs.isAsked(id)
                            ? FailedRuns.Wanted.ASKED
                            : isEmpty(id) ? FailedRuns.Wanted.NEW : FailedRuns.Wanted.NOT);
            reload();
        }
    }

    /** Rows tell how a run ended together with the age and the size of the copy that it left: never one without the other. */
    private void rest() {
        ended.forEach((id, report) -> find(id).filter(row -> !(row.state() instanceof RowState.Deleting))
                .ifPresent(row -> row.stateProperty().set(new RowState.Resting(report))));
        ended.clear();
    }

    private static boolean isDeleting(ConnectionRowModel row) {
        return row.state() instanceof RowState.Deleting;
    }

    private boolean isEmpty(ConnectionId id) {
        return find(id).filter(row -> row.profile().lastSynced() == null).isPresent();
    }

    private Optional<ConnectionRowModel> find(ConnectionId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private void accept(List<ConnectionLoader.Loaded> found) {
        runs.know(found.stream().map(entry -> new Schedule.Known(entry.profile(), entry.last())).toList());
        rest();
        rows.removeIf(row -> found.stream().noneMatch(entry -> entry.profile().id().equals(row.id())));
        for (var entry : found) {
            ConnectionRowModel row = find(entry.profile().id()).orElseGet(() -> added(entry));
            row.profileProperty().set(entry.profile());
            row.invoicesProperty().set(entry.counts().invoices());
            row.productsProperty().set(entry.counts().products());
            boolean wasStopped = stopped.remove(row.id());
            if (row.state() instanceof RowState.Resting resting && (wasStopped
                    || (entry.problem() != null && !(resting.last() instanceof SyncReport.Failed)))) {
                // or found damaged while the window is open
                row.stateProperty().set(entry.resting());
            }
        }
        if (one != null && find(one).isEmpty()) {
            one = null;
        }
        restate();
        loaded.set(true);
        reads.set(reads.get() + 1);
        // what is on its way to the screen comes first
        background.whenQuiet(runs::startDue);
    }

    private ConnectionRowModel added(ConnectionLoader.Loaded entry) {
        var row = new ConnectionRowModel(entry.profile());
        boolean running = runs.isRunning(row.id());
        row.stateProperty()
                .set(running ? new RowState.Syncing(SyncProgress.BEGUN) : entry.resting());
        rows.add(row);
        if (!running && isEmpty(row.id()) && entry.resting().last() instanceof SyncReport.Failed last) {
            failed.ended(row.id(), last, FailedRuns.Wanted.NEW);
        }
        return row;
    }

    private void restate() {
        List<ConnectionProfile> read = ReadTogether.chosen(staying(), chosenOne()).connections();
        List<ConnectionRowModel> shown = rows.stream().filter(row -> read.contains(row.profile())).toList();
        chosenInvoices.set(shown.stream().mapToLong(row -> row.invoicesProperty().get()).sum());
        chosenProducts.set(shown.stream().mapToLong(row -> row.productsProperty().get()).sum());
        List<ConnectionProfile> profiles = shown.stream().map(ConnectionRowModel::profile).toList();
        runs.choose(profiles.stream().map(ConnectionProfile::id).toList());
        if (!profiles.equals(chosen.get()) || !loaded.get()) {
            chosen.set(profiles);
        }
    }
}
