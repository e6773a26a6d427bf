package app.loupe.ui.synclog;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncJournal;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ExportButton;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.TallEnough;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sync log: every run above, every request of the chosen run below, and the proof that nothing was written. */
public final class SyncLogScreen implements Screen {
    private static final double RUNS_SHARE = 0.5;

    private final SyncLogViewModel model;
    private final Wording wording;
    private final RunWords words;
    private final VBox view = new VBox();
    private final TableView<RunRecord> runs;
    private final TableView<RequestRecord> requests;
    private final Columns<RunRecord> ofRuns;
    private final Columns<RequestRecord> ofRequests;
    private final Label problems = Nodes.paragraph("", "late", "run-problems");
    private final Label requestsTitle = Nodes.paragraph("", "strong");

    private @Nullable RunRecord chosen;

    /**
     * A log of this journal.
     *
     * @param isRunning whether a connection is being synced or verified now; asked on the FX thread
     * @param tools stand at the right end of the tool bar
     */
    public SyncLogScreen(SyncJournal journal, Predicate<ConnectionId> isRunning, Background background, Wording wording,
            Node... tools) {
        this.model = new SyncLogViewModel(journal, isRunning, background);
        this.wording = wording;
        this.words = new RunWords(wording, model::isUnderWay);
        var font = new FontSize();
        view.getChildren().add(font);
        ofRuns = runColumns();
        runs = ofRuns.over(model.runs(), font.font());
        model.knownProperty().subscribe(known -> Nodes.show(runs.getPlaceholder(), known));
        ofRequests = requestColumns();
        requests = ofRequests.over(model.requests(), font.font());
        Nodes.dress(view, SyncLogScreen.class, "synclog.css");
        view.getStyleClass().add("synclog");
        model.runs().subscribe(this::keepSelection);
        runs.getSelectionModel().selectedItemProperty().subscribe(this::open);
        var title = new FlowRow(requestsTitle, ofRequests.button(wording));
        title.getStyleClass().add("synclog-title");
        var lower = new VBox(title, problems, requests);
        lower.getStyleClass().add("synclog-lower");
        VBox.setVgrow(requests, Priority.ALWAYS);
        var split = new SplitPane(runs, new TallEnough(lower));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(RUNS_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        view.getChildren().addAll(head(ofRuns.button(wording), tools), split);
    }

    private FlowRow head(Node columns, Node... tools) {
        Label writes = Nodes.label("", "badge", "writes");
        writes.setId("writes");
        model.writesProperty().subscribe(count -> {
            writes.setText(wording.get("synclog.writes", count));
            writes.getStyleClass().removeAll("badge-paid", "badge-overdue");
            writes.getStyleClass().add(count.longValue() == 0 ? "badge-paid" : "badge-overdue");
        });
        var head = new FlowRow(Stream.concat(
                Stream.of(Nodes.label(wording.get("synclog.title"), "screen-title"), writes, columns,
                        Nodes.spacer(), new ExportButton(wording)),
                Stream.of(tools)).toArray(Node[]::new));
        head.getStyleClass().add("tool-bar-row");
        return head;
    }

    private Columns<RunRecord> runColumns() {
        return new Columns<RunRecord>(wording.get("synclog.runs.name"), wording.get("synclog.runs.none"), "runs")
                .add("when", wording.get("synclog.column.when"), 0, run -> wording.dates().moment(run.started()))
                .addName("connection", wording.get("synclog.column.connection"), 4, model::name)
                .add("kind", wording.get("synclog.column.kind"), 5, words::kind)
                .addNumber("duration", wording.get("synclog.column.duration"), 2, words::duration)
                .addWords("outcome", wording.get("synclog.column.outcome"), words::outcome)
                .add("counts", wording.get("synclog.column.counts"), 3, words::counts)
                .addNumber("sent", wording.get("synclog.column.requests"), 1, run -> run.report() == null
                        ? ""
                        : wording.get("count", run.report().counts().requests()));
    }

    private Columns<RequestRecord> requestColumns() {
        return new Columns<RequestRecord>(wording.get("synclog.requests.name"), wording.get("synclog.requests.none"),
                "requests")
                .add("time", wording.get("synclog.column.time"), 0, request -> wording.dates().time(request.at()))
                .add("model", wording.get("synclog.column.model"), 0, RequestRecord::model)
                .add("method", wording.get("synclog.column.method"), 0, RequestRecord::method)
                .addNumber("rows", wording.get("synclog.column.rows"), 5,
                        request -> wording.get("count", request.rows()))
                .addNumber("bytes", wording.get("synclog.column.bytes"), 3,
                        request -> wording.get("count", request.bytes()))
                .addNumber("status", wording.get("synclog.column.status"), 4,
                        request -> request.status() == 0 ? "–" : String.valueOf(request.status()))
                .addWords("answer", wording.get("synclog.column.answer"), RequestRecord::outcome)
                .addNumber("ms", wording.get("synclog.column.ms"), 2,
                        request -> wording.get("count", request.took().toMillis()))
                .add("tls", wording.get("synclog.column.tls"), 1, request -> Texts.tls(request.tls()));
    }

    /** A list that was read again shows the same run as before. */
    private void keepSelection() {
        RunRecord before = chosen;
        if (before != null) {
            model.runs().stream().filter(run -> run.connection().equals(before.connection())
                    && run.number() == before.number()).findFirst().ifPresent(runs.getSelectionModel()::select);
        }
    }

    private void open(@Nullable RunRecord run) {
        if (run != null) {
            chosen = run;
        }
        model.open(run);
        Nodes.show(requests.getPlaceholder(), run != null);
        requestsTitle.setText(run == null
                ? wording.get("synclog.requests.choose")
                : wording.get("synclog.requests.of", model.name(run), wording.dates().moment(run.started())));
        problems.setText(run == null ? "" : String.join("\n", words.problems(run)));
        Nodes.show(problems, !problems.getText().isEmpty());
    }

    @Override
    public void remember(Memory memory) {
        ofRuns.remember(memory);
        ofRequests.remember(memory);
    }

    @Override
    public PageId page() {
        return PageId.SYNCLOG;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        model.select(connections);
    }

    @Override
    public void refresh() {
        model.read();
    }

    @Override
    public void rewrite() {
        // no amount stands here
    }

    @Override
    public Optional<ExportOffer> exports() {
        return new SyncLogExports(model, words, wording).offer(runs.getSelectionModel().getSelectedItem());
    }

    @Override
    public void focusSearch() {
        runs.requestFocus();
    }
}
