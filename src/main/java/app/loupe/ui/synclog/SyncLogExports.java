package app.loupe.ui.synclog;

import app.loupe.domain.ReadTogether;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.CopyFoot;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.export.FileTakeaway;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Offers the runs that are listed, and the requests of the chosen one, to be taken away. */
record SyncLogExports(SyncLogViewModel model, RunWords words, Wording wording) {
    /** What can be taken away now; empty before anything was read, and without a connection. */
    Optional<ExportOffer> offer(@Nullable RunRecord chosen) {
        if (!model.knownProperty().get()) {
            return Optional.empty();
        }
        var read = new ReadTogether(model.connections(), List.of());
        List<RunRecord> runs = List.copyOf(model.runs());
        // as it is now: the file is written in the background, where nobody may ask the window
        Set<RunRecord> underWay = runs.stream().filter(model::isUnderWay).collect(Collectors.toUnmodifiableSet());
        var asItIs = new SyncLogExports(model, new RunWords(wording, underWay::contains), wording);
        String title = wording.get("synclog.title");
        var parts = new ArrayList<ExportOffer.Part>();
        parts.add(ExportOffer.Part.list(wording, title,
                FileTakeaway.of(wording.texts(), forPrograms -> asItIs.runs(runs, read, forPrograms))));
        if (chosen != null) {
            List<RequestRecord> requests = List.copyOf(model.requests());
            String name = wording.get("synclog.requests.name");
            parts.add(ExportOffer.Part.list(wording, "requests", name, name, FileTakeaway.of(wording.texts(),
                    forPrograms -> requests(chosen, requests, read, forPrograms))));
        }
        return ExportOffer.of(title, model.connections(), parts.toArray(ExportOffer.Part[]::new));
    }

    private Report runs(List<RunRecord> runs, ReadTogether read, boolean forPrograms) {
        String title = wording.get("synclog.title");
        return new Report(title, title, List.of(), foot(read), forPrograms ? runFields() : runColumns(),
                sink -> runs.forEach(run -> sink.row(ReportRow.notAdded(forPrograms ? values(run) : cells(run)))));
    }

    private String foot(ReadTogether read) {
        return new CopyFoot(wording.texts(), wording.clock(), read).text();
    }

    private List<Column> runColumns() {
        return List.of(text("started", "when"), text("connection", "connection"), text("mode", "kind"),
                text("duration", "duration"), text("outcome", "outcome"), text("documents", "counts"),
                whole("requests", "requests"));
    }

    private List<Cell> cells(RunRecord run) {
        return List.of(Cell.text(wording.dates().moment(run.started())), Cell.text(model.name(run)),
                Cell.text(words.kind(run)), Cell.text(words.duration(run)), Cell.text(words.outcome(run)),
                Cell.text(words.counts(run)),
                run.report() == null ? Cell.EMPTY : Cell.whole(run.report().counts().requests()));
    }

    private static List<Column> runFields() {
        return List.of(Column.text("connection", ""), Column.text("connection_id", ""), Column.whole("run", ""),
                Column.text("started", ""), Column.text("ended", ""), Column.text("mode", ""),
                Column.text("outcome", ""), Column.text("problems", ""), Column.whole("added", ""),
                Column.whole("changed", ""), Column.whole("removed", ""), Column.whole("inaccessible", ""),
                Column.whole("unchanged", ""), Column.whole("requests", ""));
    }

    private List<Cell> values(RunRecord run) {
        var cells = new ArrayList<Cell>(List.of(Cell.text(model.name(run)), Cell.text(run.connection().value()),
                Cell.whole(run.number()), Cell.text(run.started().toString()),
                Cell.text(run.ended() == null ? "" : run.ended().toString()), Cell.text(run.mode().key()),
                Cell.text(outcome(run.report())), Cell.text(String.join("\n", words.problems(run)))));
        if (run.report() == null) {
            for (int i = cells.size(); i < runFields().size(); i++) {
                cells.add(Cell.EMPTY);
            }
            return cells;
        }
        SyncCounts counts = run.report().counts();
        cells.addAll(List.of(Cell.whole(counts.added()), Cell.whole(counts.changed()), Cell.whole(counts.removed()),
                Cell.whole(counts.inaccessible()), Cell.whole(counts.unchanged()), Cell.whole(counts.requests())));
        return cells;
    }

    /** The same in every language; empty of a run that is under way, or was interrupted. */
    private static String outcome(@Nullable SyncReport report) {
        return switch (report) {
            case null -> "";
            case SyncReport.Done done -> "done";
            case SyncReport.Partial partial -> "partial";
            case SyncReport.Failed failed -> "failed";
            case SyncReport.Cancelled cancelled -> "cancelled";
        };
    }

    private Report requests(RunRecord run, List<RequestRecord> requests, ReadTogether read, boolean forPrograms) {
        String title = wording.get("synclog.requests.of", model.name(run), wording.dates().moment(run.started()));
        return new Report(wording.get("synclog.column.requests"), title, words.problems(run), foot(read),
                forPrograms ? requestFields() : requestColumns(), sink -> requests.forEach(
                        one -> sink.row(ReportRow.notAdded(forPrograms ? values(run, one) : cells(one)))));
    }

    private List<Column> requestColumns() {
        return List.of(text("at", "when"), text("model", "model"), text("method", "method"), whole("rows", "rows"),
                whole("bytes", "bytes"), whole("status", "status"), text("answer", "answer"), whole("ms", "ms"),
                text("tls", "tls"));
    }

    private List<Cell> cells(RequestRecord request) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(wording.dates().moment(request.at())));
        cells.addAll(answer(request));
        return cells;
    }

    private static List<Column> requestFields() {
        return List.of(Column.text("connection", ""), Column.text("connection_id", ""), Column.whole("run", ""),
                Column.text("at", ""), Column.text("host", ""), Column.text("model", ""), Column.text("method", ""),
                Column.whole("rows", ""), Column.whole("bytes", ""), Column.whole("status", ""),
                Column.text("answer", ""), Column.whole("ms", ""), Column.text("tls", ""));
    }

    private List<Cell> values(RunRecord run, RequestRecord request) {
        var cells = new ArrayList<Cell>(List.of(Cell.text(model.name(run)), Cell.text(run.connection().value()),
                Cell.whole(run.number()), Cell.text(request.at().toString()), Cell.text(request.host())));
        cells.addAll(answer(request));
        return cells;
    }

    /** What was asked and how it was answered. */
    private static List<Cell> answer(RequestRecord request) {
        return List.of(Cell.text(request.model()), Cell.text(request.method()), Cell.whole(request.rows()),
                Cell.whole(request.bytes()), request.status() == 0 ? Cell.EMPTY : Cell.whole(request.status()),
                Cell.text(request.outcome()), Cell.whole(request.took().toMillis()), Cell.text(request.tls()));
    }

    private Column text(String key, String head) {
        return Column.text(key, wording.get("synclog.column." + head));
    }

    private Column whole(String key, String head) {
        return Column.whole(key, wording.get("synclog.column." + head));
    }
}
