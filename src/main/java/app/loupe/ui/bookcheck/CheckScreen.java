package app.loupe.ui.bookcheck;

import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import app.loupe.bookcheck.Finding;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.SyncButton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The book check: findings by kind, what each means, and the invoices behind it. */
public final class CheckScreen implements Screen {
    private final CheckPorts ports;
    private final Wording wording;
    private final CheckViewModel model;
    private final CheckTable table;
    private final FindingPanel panel;
    private final Label checked = Nodes.label("", "muted");
    private final ToggleButton known = new ToggleButton();
    private final FigureFooter footer;
    private final Button undo;
    private final Button again;
    private final Button stop;
    private final ProgressBar bar = new ProgressBar();
    private final BorderPane view = new BorderPane();

    /** Builds the screen; it reads nothing before {@link #keepUp}. */
    public CheckScreen(CheckPorts ports, Background background, ProblemPresenter problems, Wording wording) {
        this.ports = ports;
        this.wording = wording;
        var font = new FontSize();
        model = new CheckViewModel(ports, background, problems, wording);
        table = new CheckTable(wording, font.font(), this::open);
        panel = new FindingPanel(wording, this::open, model::know);
        again = Nodes.button(wording.get("check.again"), model::check);
        again.setId("check-again");
        stop = Nodes.button(wording.get("check.stop"), model::cancel);
        stop.setId("check-stop");
        undo = Nodes.button(wording.get("check.undo"), model::undoLast);
        undo.setId("check-undo");
        bar.setAccessibleText(wording.get("check.progress.name"));
        known.setId("check-known");
        known.getStyleClass().add("chip");
        known.setMinWidth(ToggleButton.USE_PREF_SIZE);
        known.selectedProperty().bindBidirectional(model.alsoKnown());
        view.getStyleClass().add("bookcheck");
        view.getChildren().add(font);
        Nodes.dress(view, CheckScreen.class, "bookcheck.css");
        Nodes.dress(view, FigureTable.class, "figures.css");
        var head = new FlowRow(Nodes.label(wording.get("check.title"), "screen-title"),
                table.table().columnsButton(CheckTable.FIXED, wording),
                Nodes.spacer(), bar, stop, again, new ExportButton(wording), new SyncButton(ports.sync(), wording));
        head.getStyleClass().add("tool-bar-row");
        var below = new FlowRow(checked, Nodes.spacer(), undo, known);
        below.getStyleClass().add("check-line-above");
        view.setTop(new VBox(head, below));
        view.setCenter(table.table().view());
        footer = new FigureFooter(wording);
        view.setBottom(new VBox(panel.view(), footer));
        model.shown().subscribe(this::show);
        model.progress().subscribe(this::progress);
        ports.sync().failure().subscribe(why -> table.table().placeholder(message()));
        Nodes.show(undo, false);
        model.undo().subscribe(this::offerUndo);
        table.table().view().getSelectionModel().selectedItemProperty()
                .subscribe(row -> panel.show(table.table().chosen()));
    }

    private void open(Finding finding) {
        if (finding.documents().size() == 1) {
            ports.navigator().open(new Destination.OneInvoice(finding.documents().getFirst().key()));
        } else if (!finding.documents().isEmpty()) {
            ports.navigator().open(new Destination.Invoices(model.title(finding), finding.keys()));
        }
    }

    /** Who takes a mark back by key goes on at the finding that is back. */
    private void offerUndo(Optional<Finding> before, Optional<Finding> now) {
        boolean hadFocus = undo.isFocused();
        Nodes.show(undo, now.isPresent());
        if (hadFocus && now.isEmpty()) {
            before.ifPresent(table::select);
            table.table().view().requestFocus();
        }
    }

    private void progress(CheckViewModel.Progress progress) {
        boolean hadFocus = again.isFocused() || stop.isFocused();
        Nodes.show(bar, progress.running());
        Nodes.show(stop, progress.running());
        Nodes.show(again, !progress.running());
        if (hadFocus) {
            (progress.running() ? stop : again).requestFocus();
        }
        bar.setProgress(progress.of() == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) progress.read() / progress.of());
        line();
        table.table().placeholder(message());
    }

    private void show(CheckViewModel.Shown shown) {
        table.table().placeholder(message());
        Optional<Finding> before = panel.shown();
        boolean hadFocus = panel.hasFocus();
        table.show(shown.rows(), model.isOfSeveral());
        known.setText(wording.get("check.show-known", shown.known()));
        known.setAccessibleText(known.getText());
        Nodes.show(known, shown.known() > 0);
        panel.show(table.table().chosen());
        if (hadFocus && !panel.shown().equals(before)) {
            // a second press would mark another finding; and with the panel the focus would go into the sidebar
            table.table().view().requestFocus();
        }
        // where nothing at all was found, the table says what was looked for
        footer.say(shown.checked() == null || shown.open() + shown.known() == 0 || shown.clear().isEmpty()
                ? ""
                : wording.get("check.clear",
                        shown.clear().stream().map(model::kind).collect(Collectors.joining(", "))));
        line();
    }

    private void line() {
        CheckViewModel.Progress progress = model.progress().get();
        CheckViewModel.Shown shown = model.shown().get();
        Instant at = shown.checked();
        checked.setText(progress.running()
                ? progress.of() == 0
                        ? wording.get("pages.reading")
                        : wording.get("check.reading", progress.read(), progress.of())
                : at == null
                        ? ""
                        : shown.rows().isEmpty()
                                // the table says what was looked through
                                ? wording.get("check.line.nothing", wording.ago(at))
                                : wording.get("check.line", shown.open(), shown.invoices(), wording.ago(at)));
    }

    private EmptyMessage message() {
        return EmptyMessage.firstFailed(wording, model.connections(), ports.sync()).orElseGet(this::nothing);
    }

    private EmptyMessage nothing() {
        CheckViewModel.Shown shown = model.shown().get();
        String key = model.connections().isEmpty()
                ? "no-connection"
                : !model.wasSynced()
                        ? "never-synced"
                        : shown.checked() != null
                                ? "nothing"
                                : model.progress().get().running() ? "running" : "not-yet";
        return EmptyMessage.of(wording, "check.empty." + key, shown.invoices());
    }

    @Override
    public void remember(Memory memory) {
        table.table().remember(memory);
    }

    @Override
    public PageId page() {
        return PageId.CHECK;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        follow(connections);
    }

    @Override
    public void refresh() {
        // keepUp has done it: the count in the sidebar is of the same check
    }

    @Override
    public void leave() {
        model.left();
    }

    @Override
    public void rewrite() {
        model.rewrite();
    }

    @Override
    public void keepUp(List<ConnectionProfile> connections) {
        follow(connections);
    }

    /** A run has ended: what it brought is checked by itself. Before {@link #keepUp} is called for it. */
    public void ended(SyncReport report) {
        SyncCounts counts = report.counts();
        // a payment that nothing is matched with changes no invoice, and may have been made twice
        if (counts.added() + counts.changed() + counts.removed() + counts.inaccessible() + counts.journalItems()
                + counts.partners() > 0) {
            model.news();
        }
    }

    private void follow(List<ConnectionProfile> connections) {
        model.follow(connections);
        footer.age(connections);
        // as long as nothing was checked, the model shows the same of all connections
        table.table().placeholder(message());
    }

    /** Whether a check has come to its end. */
    public boolean hasChecked() {
        return model.shown().get().checked() != null;
    }

    /** Checks as soon as the connections are known and nothing else is read. */
    public void checkAnew() {
        model.news();
    }

    @Override
    public void entered() {
        model.entered();
    }

    @Override
    public ObservableValue<Aside> aside() {
        return model.shown().map(shown -> shown.open() == 0
                ? Aside.NONE
                : new Aside(wording.get("check.aside", shown.open()), "news"));
    }

    @Override
    public Optional<ExportOffer> exports() {
        return new CheckExports(model, wording).offer();
    }

    @Override
    public void focusSearch() {
        table.table().view().requestFocus();
    }

    @Override
    public Runnable bookmark() {
        boolean also = model.alsoKnown().get();
        Optional<CheckRow.Entry> chosen = table.table().chosen();
        return () -> {
            model.alsoKnown().set(also);
            chosen.ifPresent(table.table()::select);
            table.table().view().requestFocus();
        };
    }
}
