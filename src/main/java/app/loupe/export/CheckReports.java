package app.loupe.export;

import app.loupe.bookcheck.Finding;
import app.loupe.bookcheck.FindingWords;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes of what a book check found what is put into a file, in every form. */
public final class CheckReports {
    private final Texts texts;
    private final Clock clock;
    private final ReadTogether read;
    private final FindingWords words;
    private final boolean all;

    /**
     * In these words, for these connections.
     *
     * @param all whether it says of each finding if it is known, because known ones are listed, too
     */
    public CheckReports(Texts texts, Clock clock, ReadTogether read, boolean all) {
        this.texts = texts;
        this.clock = clock;
        this.read = read;
        this.words = new FindingWords(texts, clock.getZone());
        this.all = all;
    }

    /** A finding of a connection. */
    public record Found(ConnectionProfile connection, Finding finding, boolean known) {}

    /** These, in their order, out of so many invoices; with every field for programs. */
    public Report of(List<Found> found, int invoices, boolean forPrograms) {
        String name = texts.get("cli.check.title");
        List<String> notes = List.of(texts.get("cli.check.count", found.size(), invoices));
        return new Report(name, name, notes, new CopyFoot(texts, clock, read).text(),
                columns(read.areSeveral(), forPrograms), sink -> {
                    for (Found one : found) {
                        sink.row(ReportRow.notAdded(cells(one, read.areSeveral(), forPrograms)));
                    }
                }).noted(KeptNote.of(texts, read));
    }

    private List<Column> columns(boolean several, boolean forPrograms) {
        var columns = new ArrayList<Column>();
        if (several || forPrograms) {
            columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        }
        if (forPrograms) {
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.text("key", ""));
            columns.add(Column.text("kind", ""));
            columns.add(Column.text("weight", ""));
        } else {
            columns.add(Column.text("weight", texts.get("check.column.weight")));
            columns.add(Column.text("kind", texts.get("cli.check.kind")));
        }
        columns.add(Column.flag("known", texts.get("cli.check.known")));
        if (forPrograms) {
            columns.add(Column.text("move_ids", ""));
        }
        columns.add(Column.text("documents", texts.get("cli.check.documents")));
        columns.add(Column.text("text", texts.get("cli.check.text")));
        columns.add(Column.text("advice", texts.get("cli.check.advice")));
        if (!forPrograms && !all) {
            columns.removeIf(column -> column.key().equals("known"));
        }
        return columns;
    }

    private List<Cell> cells(Found one, boolean several, boolean forPrograms) {
        Finding finding = one.finding();
        var cells = new ArrayList<Cell>();
        if (several || forPrograms) {
            cells.add(Cell.text(one.connection().name()));
        }
        if (forPrograms) {
            cells.add(Cell.text(one.connection().id().value()));
            cells.add(Cell.text(finding.key()));
            cells.add(Cell.text(finding.kind().key()));
            cells.add(Cell.text(finding.weight().key()));
            cells.add(Cell.flag(one.known()));
            cells.add(Cell.text(OdooWords.ids(finding.documents().stream().map(document -> document.key().id()))));
        } else {
            cells.add(Cell.text(words.weight(finding.weight())));
            cells.add(Cell.text(words.kind(finding.kind())));
            if (all) {
                cells.add(Cell.flag(one.known()));
            }
        }
        cells.add(Cell.text(forPrograms ? words.documents(finding) : words.fewDocuments(finding)));
        cells.add(Cell.text(words.said(finding)));
        cells.add(Cell.text(words.advice(finding)));
        return cells;
    }
}
