package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeEntry;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.text.ChangeText;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes of changes at invoices what is put into a file: for people a row for each invoice and run, for programs one for
 * each field.
 */
public final class ChangeReports {
    private final Texts texts;
    private final DateText dates;
    private final ReadTogether read;
    private final String foot;
    private final List<String> notes;

    /**
     * In these words, for these connections.
     *
     * @param notes lines that say which changes these are
     */
    public ChangeReports(Texts texts, Clock clock, ReadTogether read, List<String> notes) {
        this.notes = List.copyOf(notes);
        this.texts = texts;
        this.read = read;
        dates = new DateText(texts, clock.getZone());
        foot = new CopyFoot(texts, clock, read).text();
    }

    /**
     * These changes, in their order, for people.
     *
     * @param rows the invoices, as far as the copy has them
     */
    public Report of(List<ChangeEntry> entries, Map<InvoiceKey, InvoiceRow> rows) {
        var words = new ChangeText(texts, dates, new MoneyText(texts));
        Map<ConnectionId, String> names = names(read);
        String name = texts.get("paper.changes");
        List<Column> columns = List.of(Column.text("noticed", texts.get("changed.column.when")),
                Column.text("connection", texts.get("invoices.column.connection")),
                Column.text("move_name", texts.get("invoices.column.number")),
                Column.text("partner", texts.get("invoices.column.either")),
                Column.text("kind", texts.get("changed.column.what")),
                Column.text("parts", texts.get("changed.column.parts")));
        return new Report(name, name, notes, foot, columns, sink -> {
            for (ChangeEntry entry : entries) {
                InvoiceRow row = rows.get(entry.key());
                sink.row(ReportRow.notAdded(List.of(
                        Cell.coded(dates.moment(entry.noticed()), entry.noticed().toString()),
                        Cell.text(names.getOrDefault(entry.key().connection(), "")), Cell.text(words.name(entry)),
                        Cell.text(row == null ? "" : row.partner().name()),
                        Cell.coded(words.kind(entry), EnumKey.of(entry.kind())),
                        Cell.text(words.line(entry, row)))));
            }
        });
    }

    /** Writes them in any form; the stream stays open. */
    public void write(ReportFormat format, List<ChangeEntry> entries, Map<InvoiceKey, InvoiceRow> rows,
            OutputStream out) throws IOException, ProblemException {
        Report report = format.isForPrograms()
                ? forPrograms(read, to -> entries.forEach(entry -> entry.changes().forEach(to)))
                : of(entries, rows);
        new Reports(texts).write(format, List.of(report), out);
    }

    /** Changes, given one by one: a history may be long. */
    @FunctionalInterface
    public interface Changes {
        /** Gives each change, in the order in which they are listed. */
        @Blocking
        void each(Consumer<NotedChange> to) throws ProblemException;
    }

    /**
     * These changes for programs: a row for each field, under Odoo's names; what was before and is after is text.
     *
     * @param read names the connections; one that is not there any more, and whose history stayed, has no name
     */
    public static Report forPrograms(ReadTogether read, Changes changes) {
        Map<ConnectionId, String> names = names(read);
        List<Column> columns = List.of(Column.whole("number", ""), Column.text("connection", ""),
                Column.text("connection_id", ""), Column.whole("run", ""), Column.text("noticed", ""),
                Column.whole("move_id", ""),
                Column.text("move_name", ""), Column.whole("company_id", ""), Column.text("kind", ""),
                Column.text("field", ""), Column.whole("record_id", ""), Column.text("before", ""),
                Column.text("after", ""), Column.flag("edited_after_posting", ""));
        return new Report("changes", "changes", List.of(), "", columns,
                sink -> changes.each(noted -> sink.row(ReportRow.notAdded(values(noted, names)))));
    }

    private static Map<ConnectionId, String> names(ReadTogether read) {
        return new Chosen(read.connections()).names();
    }

    private static List<Cell> values(NotedChange noted, Map<ConnectionId, String> names) {
        InvoiceChange change = noted.change();
        return List.of(Cell.whole(noted.number()), Cell.text(names.getOrDefault(noted.connection(), "")),
                Cell.text(noted.connection().value()), Cell.whole(change.run()),
                Cell.text(change.noticed().toString()), Cell.whole(change.invoice()), Cell.text(change.name()),
                Cell.whole(change.company()), Cell.text(EnumKey.of(change.kind())), Cell.text(change.field().odoo()),
                change.record() == 0 ? Cell.EMPTY : Cell.whole(change.record()), Cell.text(change.before()),
                Cell.text(change.after()), Cell.flag(change.editedAfterPosting()));
    }
}
