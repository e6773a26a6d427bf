package app.loupe.export;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ReadTogether;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Makes a report of what the owner wrote; for programs {@code kind} says whether a row is about an invoice or a partner. */
public final class NoteReports {
    private final Texts texts;
    private final Clock clock;
    private final DateText dates;
    private final boolean forPrograms;

    /**
     * In these words.
     *
     * @param forPrograms whether with every field that programs ask for
     */
    public NoteReports(Texts texts, Clock clock, boolean forPrograms) {
        this.texts = texts;
        this.clock = clock;
        this.dates = new DateText(texts, clock.getZone());
        this.forPrograms = forPrograms;
    }

    /** What was written to these connections, in the order of the entries. */
    public Report of(List<NoteEntry> entries, ReadTogether read) {
        String name = texts.get("cli.notes.title");
        String foot = new CopyFoot(texts, clock, read).text();
        return new Report(name, name, List.of(), foot, forPrograms ? fields() : columns(), sink -> entries
                .forEach(entry -> sink.row(ReportRow.notAdded(forPrograms ? values(entry) : cells(entry)))));
    }

    /**
     * The same for programs after something was written, with whether that changed anything, and the note and the reminder
     * that stood there before, which nothing brings back.
     *
     * @param before what stood at each entry
     */
    public Report marked(List<NoteEntry> entries, List<InvoiceMark> before, ReadTogether read) {
        Report now = of(entries, read);
        List<Column> more = List.of(Column.flag("changed", ""), Column.text("note_before", ""),
                Column.day("remind_on_before", ""));
        return new Report(now.name(), now.title(), now.notes(), now.foot(),
                Stream.concat(fields().stream(), more.stream()).toList(), sink -> {
                    for (int i = 0; i < entries.size(); i++) {
                        InvoiceMark was = before.get(i);
                        sink.row(ReportRow.notAdded(Stream.concat(values(entries.get(i)).stream(), Stream.of(
                                Cell.flag(!was.equals(entries.get(i).mark())), Cell.text(was.note()),
                                Cell.day(was.remindOn()))).toList()));
                    }
                });
    }

    private List<Column> columns() {
        return List.of(Column.text("connection", texts.get("invoices.column.connection")),
                Column.text("move_name", texts.get("invoices.column.number")),
                Column.text("partner", texts.get("invoices.column.either")),
                Column.flag("flagged", texts.get("cli.notes.flag")), Column.text("inbox", texts.get("cli.notes.inbox")),
                Column.day("remind_on", texts.get("cli.notes.remind")),
                Column.text("note", texts.get("cli.notes.note")));
    }

    private static List<Column> fields() {
        return List.of(Column.text("connection", ""), Column.text("connection_id", ""), Column.text("kind", ""),
                Column.whole("move_id", ""), Column.text("move_name", ""), Column.text("move_type", ""),
                Column.whole("partner_id", ""), Column.text("partner", ""), Column.flag("flagged", ""),
                Column.text("note", ""), Column.text("reviewed_at", ""), Column.text("inbox", ""),
                Column.day("remind_on", ""), Column.flag("due", ""));
    }

    private List<Cell> cells(NoteEntry entry) {
        InvoiceMark mark = entry.mark();
        return List.of(Cell.text(entry.connection().name()), Cell.text(invoice(entry)), Cell.text(entry.partnerName()),
                Cell.flag(mark.flagged()), Cell.text(inbox(entry)), Cell.day(mark.remindOn()), Cell.text(mark.note()));
    }

    private static List<Cell> values(NoteEntry entry) {
        InvoiceMark mark = entry.mark();
        InvoiceMark.Review review = mark.review();
        return List.of(Cell.text(entry.connection().name()), Cell.text(entry.connection().id().value()),
                Cell.text(entry.isOfInvoice() ? "invoice" : "partner"),
                entry.isOfInvoice() ? Cell.whole(entry.id()) : Cell.EMPTY, Cell.text(entry.number()),
                Cell.text(entry.row().map(InvoiceRow::type).map(type -> type.odoo()).orElse("")),
                entry.partnerId() == 0 ? Cell.EMPTY : Cell.whole(entry.partnerId()), Cell.text(entry.partnerName()),
                Cell.flag(mark.flagged()), Cell.text(mark.note()),
                Cell.text(review == null ? "" : review.at().toString()),
                Cell.text(entry.inbox().map(EnumKey::of).orElse("")), Cell.day(mark.remindOn()),
                Cell.flag(entry.due()));
    }

    /** Of an invoice that the copy does not hold nobody here knows whether it has a number. */
    private String invoice(NoteEntry entry) {
        return !entry.isOfInvoice() || !entry.number().isEmpty()
                ? entry.number()
                : texts.get(entry.row().isEmpty() ? "cli.notes.elsewhere" : "cli.notes.draft",
                        Long.toString(entry.id()));
    }

    private String inbox(NoteEntry entry) {
        InvoiceMark.Review review = entry.mark().review();
        String state = entry.inbox().map(choice -> texts.get("cli.notes.inbox." + EnumKey.of(choice))).orElse("");
        return review == null ? state : state + " (" + dates.moment(review.at()) + ")";
    }
}
