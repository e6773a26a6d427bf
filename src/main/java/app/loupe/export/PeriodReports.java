package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeEntry;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemException;
import app.loupe.review.ChangeFeed;
import app.loupe.review.TaxTotals;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes lists of what a period came to: its taxes, and what changed in it. */
public final class PeriodReports {
    private final Texts texts;
    private final Clock clock;
    private final ExportSource source;
    private final String foot;

    /** In these words; days are those of the clock's zone. */
    public PeriodReports(Texts texts, Clock clock, ExportSource source, String foot) {
        this.texts = texts;
        this.clock = clock;
        this.source = source;
        this.foot = foot;
    }

    /** Base and amount of each tax; debits and credits apart, because a tax that is booked to both comes to nothing. */
    public Report taxes(TaxTotals totals) {
        String name = texts.get("paper.taxes");
        var columns = new ArrayList<Column>();
        columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        columns.add(Column.text("company", texts.get("invoices.column.company")));
        columns.add(Column.text("side", texts.get("paper.side")));
        columns.add(Column.text("tax", texts.get("paper.tax")));
        columns.add(Column.money("base", texts.get("paper.tax-base")));
        columns.add(Column.total("amount", texts.get("paper.amount")));
        columns.add(Column.total("debit", texts.get("paper.debit")));
        columns.add(Column.total("credit", texts.get("paper.credit")));
        return new Report(name, name, FilterNotes.of(texts,
                List.of(texts.get("paper.taxes-note"), texts.get("paper.taxes-sides"), texts.get("paper.taxes-scope")),
                source.filters()),
                foot, columns, sink -> {
                    for (TaxTotals.Line line : totals.lines()) {
                        String side = texts.get(line.sale() ? "paper.sales" : "paper.purchases");
                        sink.row(ReportRow.in(side, List.of(Cell.text(line.connection()), Cell.text(line.company()),
                                Cell.coded(side, line.sale() ? "sale" : "purchase"), Cell.text(tax(line)),
                                Cell.money(line.base(), line.currency()),
                                Cell.money(line.amount(), line.currency()),
                                Cell.money(line.debit(), line.currency()),
                                Cell.money(line.credit(), line.currency()))));
                    }
                }).noted(KeptNote.of(texts, source.read())).noted(KeptNote.booked(texts, source.read()));
    }

    private String tax(TaxTotals.Line line) {
        if (line.id() == 0) {
            return texts.get("paper.no-tax");
        }
        return line.tax().isEmpty()
                ? texts.get(line.group() ? "paper.tax-group" : "paper.tax-unnamed", Long.toString(line.id()))
                : line.tax();
    }

    /** What syncs of these days found changed, newest first. */
    @Blocking
    public Report changes(ExportSpan span) throws ProblemException {
        Instant end = span.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var noted = new ArrayList<NotedChange>();
        source.changes().each(source.ids(), span.from().atStartOfDay(clock.getZone()).toInstant(), noted::add);
        // those that came later say what an invoice was then
        List<ChangeEntry> all = ChangeEntry.of(noted).stream().filter(entry -> entry.noticed().isBefore(end)).toList();
        Map<InvoiceKey, InvoiceRow> rows = ChangeFeed.rows(source.reader(), all);
        List<ChangeEntry> entries = source.currency().isEmpty() ? all : all.stream().filter(entry -> {
            InvoiceRow row = rows.get(entry.key());
            return row != null && source.takes(row.amounts().currency());
        }).toList();
        return new ChangeReports(texts, clock, source.read(),
                FilterNotes.of(texts, FilterNotes.days(texts, new DateText(texts, clock.getZone()), span.from(),
                        span.to()), source.filters()))
                .of(entries, rows);
    }
}
