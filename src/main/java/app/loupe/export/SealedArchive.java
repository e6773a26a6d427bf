package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemException;
import app.loupe.owed.AgedBalance;
import app.loupe.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Some days of a book to be kept for years: every document that is no draft, by accounting date, as CSV, spreadsheet, JSON
 * Lines and one paper each; what was settled in these days, and what was open at their end, or today when they are not over,
 * entries that are no invoices among it. Sealed by a chain of SHA-256 whose last value stands for all of it.
 */
public final class SealedArchive {
    private final ExportSource source;
    private final Texts texts;
    private final Clock clock;
    private final ExportSpan span;

    /** Of these days. */
    public SealedArchive(ExportSource source, Texts texts, Clock clock, ExportSpan span) {
        this.source = source;
        this.texts = texts;
        this.clock = clock;
        this.span = span;
    }

    /** Puts the whole archive into the parcel. */
    @Blocking
    public ExportOutcome fill(Parcel parcel, Steps steps) throws IOException, ProblemException {
        Map<ConnectionId, String> states = source.states();
        var reports = new InvoiceReports(texts, clock, source.read());
        var foot = new CopyFoot(texts, clock, source.read());
        var booked = new AccountingDates();
        SpanDocuments documents = SpanDocuments.read(source,
                reports.newestFirst(source.shelf().books(source.ids())),
                invoice -> invoice.state() != MoveState.DRAFT && span.test(invoice.dates().accounting()),
                booked::note, steps);
        int count = documents.rows().size();
        // two CSVs, two sheets, JSON Lines, papers
        steps.expect(6L * count);
        LineReports.Source each = steps.watched((LineReports.Source) documents::each);
        var notes = new ArrayList<>(reports.notes(source.filters(), count));
        notes.addAll(KeptNote.booked(texts, source.read()));
        LocalDate knownTo = source.knownTo(span, clock.getZone());
        List<String> open = ExportSource.openDays(texts, knownTo);
        notes.addAll(open);
        var sealed = new SealedParcel(parcel);
        sealed.put("invoices.csv", to -> WordFile.write(to, out -> each.each(InvoiceCsv.ofInvoices(out))));
        sealed.put("journal-items.csv",
                to -> WordFile.write(to, out -> each.each(InvoiceCsv.ofLines(out, LineChoice.JOURNAL_ITEMS))));
        sealed.put("invoices.jsonl",
                to -> WordFile.write(to,
                        out -> each.each(new InvoiceJson(new JsonObjects(out), LineChoice.JOURNAL_ITEMS))));
        sealed.put("invoices.xlsx", out -> new Reports(texts).write(ReportFormat.XLSX, List.of(
                steps.watched(reports.invoices(documents.rows(), texts.get("paper.invoices"), notes,
                        Optional.of(booked))),
                new LineReports(texts, clock, LineChoice.SHOWN, source.read().areSeveral()).of(each, notes,
                        foot.text())),
                out));
        Map<String, Report> owed = owed(foot.text());
        for (Map.Entry<String, Report> one : owed.entrySet()) {
            sealed.put(one.getKey() + PeriodPack.CSV,
                    out -> new Reports(texts).write(ReportFormat.CSV, List.of(one.getValue()), out));
        }
        int papers = new InvoicePapers(source.reader(), source.read(), texts, clock).put(documents.rows(), "pdf/",
                sealed, steps);
        boolean mixed = !source.states().equals(states);
        sealed.put(Readme.NAME, new Readme(texts).archive(span,
                Stream.concat(source.notes(texts, foot.withZone()).stream(), open.stream()).toList(), owed, mixed));
        String seal = sealed.chain();
        sealed.list();
        return new ExportOutcome(papers, count - papers, mixed, sealed.files() + 1, seal, knownTo);
    }

    /** What was settled in these days, and what was open at their end or today: also of entries that are no invoices. */
    private Map<String, Report> owed(String foot) throws ProblemException {
        LocalDate today = LocalDate.now(clock);
        ExportSpan known = span.until(today);
        var owed = new OwedReports(texts, source, source.shelf().subledgers(source.ids()), foot);
        var reports = new LinkedHashMap<String, Report>();
        reports.put("settlements", owed.settled(known, today));
        reports.put("open-items-receivable",
                owed.openItems(new AgedBalance(known.to(), false, AgedBalance.By.DUE, today)));
        reports.put("open-items-payable",
                owed.openItems(new AgedBalance(known.to(), true, AgedBalance.By.DUE, today)));
        return reports;
    }
}
