package app.loupe.ui.synclog;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncJournal;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
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
    private final Label problems = Nodes.paragraph("", "late", "run-problems");
    private final Label requestsTitle = Nodes.label("", "strong");

    private @Nullable RunRecord chosen;

    /** A log of this journal; {@code tools} stand at the right end of the tool bar. */
    public SyncLogScreen(SyncJournal journal, Background background, ProblemPresenter presenter, Wording wording,
            Node... tools) {
        this.model = new SyncLogViewModel(journal, background, presenter);
        this.wording = wording;
        this.words = new RunWords(wording);
        runs = Columns.table(wording.get("synclog.runs.name"), wording.get("synclog.runs.none"), "runs");
        requests = Columns.table(wording.get("synclog.requests.name"), wording.get("synclog.requests.none"),
                "requests");
        Nodes.dress(view, SyncLogScreen.class, "synclog.css");
        view.getStyleClass().add("synclog");
        runColumns();
        requestColumns();
        runs.setItems(model.runs());
        model.runs().subscribe(this::keepSelection);
        requests.setItems(model.requests());
        runs.getSelectionModel().selectedItemProperty().subscribe(this::open);
        var lower = new VBox(requestsTitle, problems, requests);
        lower.getStyleClass().add("synclog-lower");
        VBox.setVgrow(requests, Priority.ALWAYS);
        var split = new SplitPane(runs, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(RUNS_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        view.getChildren().addAll(head(tools), split);
    }

    private HBox head(Node... tools) {
        Label writes = Nodes.label("", "badge", "writes");
        writes.setId("writes");
        model.writesProperty().subscribe(count -> {
            writes.setText(wording.get("synclog.writes", count));
            writes.getStyleClass().removeAll("badge-paid", "badge-overdue");
            writes.getStyleClass().add(count.longValue() == 0 ? "badge-paid" : "badge-overdue");
        });
        var head = new HBox(Nodes.label(wording.get("synclog.title"), "screen-title"), writes, Nodes.spacer());
        head.getStyleClass().add("tool-bar-row");
        head.getChildren().addAll(tools);
        return head;
    }

    private void runColumns() {
        Columns.add(runs, wording.get("synclog.column.when"), 150, run -> wording.dates().moment(run.started()));
        Columns.add(runs, wording.get("synclog.column.connection"), 150, model::name);
        Columns.addNumber(runs, wording.get("synclog.column.duration"), 80, words::duration);
        Columns.add(runs, wording.get("synclog.column.outcome"), 280, words::outcome);
        Columns.add(runs, wording.get("synclog.column.counts"), 240, words::counts);
        Columns.addNumber(runs, wording.get("synclog.column.requests"), 60, run -> run.report() == null
                ? ""
                : wording.get("count", run.report().counts().requests()));
    }

    private void requestColumns() {
        Columns.add(requests, wording.get("synclog.column.time"), 90, this::time);
        Columns.add(requests, wording.get("synclog.column.model"), 140, RequestRecord::model);
        Columns.add(requests, wording.get("synclog.column.method"), 110, RequestRecord::method);
        Columns.addNumber(requests, wording.get("synclog.column.rows"), 70,
                request -> wording.get("count", request.rows()));
        Columns.addNumber(requests, wording.get("synclog.column.bytes"), 90,
                request -> wording.get("count", request.bytes()));
        Columns.addNumber(requests, wording.get("synclog.column.status"), 70,
                request -> request.status() == 0 ? "–" : String.valueOf(request.status()));
        Columns.add(requests, wording.get("synclog.column.answer"), 110, RequestRecord::outcome);
        Columns.addNumber(requests, wording.get("synclog.column.ms"), 70,
                request -> wording.get("count", request.took().toMillis()));
        Columns.add(requests, wording.get("synclog.column.tls"), 80,
                request -> request.tls().replace("TLSv", "TLS "));
    }

    private String time(RequestRecord request) {
        var time = request.at().atZone(wording.clock().getZone()).toLocalTime();
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(),
                time.getSecond());
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
        requestsTitle.setText(run == null
                ? wording.get("synclog.requests.choose")
                : wording.get("synclog.requests.of", model.name(run), wording.dates().moment(run.started())));
        problems.setText(run == null ? "" : String.join("\n", words.problems(run)));
        Nodes.show(problems, !problems.getText().isEmpty());
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
    public void focusSearch() {
        runs.requestFocus();
    }
}
