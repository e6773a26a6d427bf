package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptDays;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemException;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.Subledger;
import app.loupe.review.TaxTotals;
import app.loupe.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A month or a quarter as an accountant asks for it: one workbook with a sheet for each question, and each of them as CSV.
 * Holds what was posted with an accounting date in it. What was due of each document, its status, and what was owed by age
 * are all as of its last day, or of today when it is not over, so that one sheet says no other than the next: what is dated
 * later than that day is not booked yet, and in none of them. Of one currency there is no sheet of taxes. Where the copy
 * ends on a day of it or earlier, every sheet says so.
 */
public final class PeriodPack {
    /** How the name of a file of a sheet ends. */
    static final String CSV = ".csv";
    /** The file of the taxes. */
    static final String TAXES = "taxes";

    private static final Set<String> OWED = Set.of("payments", "aged-receivable", "aged-payable",
            "open-items-receivable", "open-items-payable");

    private final ExportSource source;
    private final Texts texts;
    private final Clock clock;
    private final PackPeriod period;

    /** Of this time, as of the clock's day. */
    public PeriodPack(ExportSource source, Texts texts, Clock clock, PackPeriod period) {
        this.source = source;
        this.texts = texts;
        this.clock = clock;
        this.period = period;
    }

    /** Puts the whole pack into the parcel. */
    @Blocking
    public ExportOutcome fill(Parcel parcel, Steps steps) throws IOException, ProblemException {
        // asked once: a pack that is made at midnight is of one day
        LocalDate today = LocalDate.now(clock);
        ExportSpan span = period.span().until(today);
        Map<ConnectionId, String> states = source.states();
        var taxes = new TaxTotals();
        var booked = new AccountingDates();
        var invoices = new InvoiceReports(texts, clock, source.read());
        SpanDocuments documents = SpanDocuments.read(source,
                invoices.counting(source.shelf().books(source.ids())),
                invoice -> invoice.state() == MoveState.POSTED && span.test(invoice.dates().accounting()),
                (profile, invoice) -> {
                    taxes.add(profile, invoice);
                    booked.note(profile, invoice);
                }, steps);
        // twice: as a sheet and as CSV
        steps.expect(2L * documents.rows().size());
        var sealed = new SealedParcel(parcel);
        Map<String, Report> reports = reports(invoices, documents, taxes,
                new Days(span, today, booked), steps);
        LocalDate knownTo = source.knownTo(span, clock.getZone());
        List<String> open = ExportSource.openDays(texts, knownTo);
        Set<String> none = new LinkedHashSet<>();
        reports.replaceAll((key, report) -> report.noted(open).tellingOfNone(() -> none.add(report.name())));
        sealed.put(workbook(), out -> new Reports(texts).write(ReportFormat.XLSX,
                List.copyOf(reports.values()), out));
        for (Map.Entry<String, Report> one : reports.entrySet()) {
            sealed.put(one.getKey() + CSV,
                    out -> new Reports(texts).write(ReportFormat.CSV, List.of(one.getValue()), out));
        }
        boolean mixed = !source.states().equals(states);
        var sheets = new LinkedHashMap<String, String>();
        reports.forEach((file, report) -> sheets.put(file, report.name()));
        sealed.put(Readme.NAME, new Readme(texts).pack(period, span.to(),
                Stream.concat(notes(foot().withZone(), none).stream(), open.stream()).toList(), sheets, owed(reports),
                mixed));
        sealed.list();
        return new ExportOutcome(documents.rows().size(), 0, mixed, sealed.files() + 1, "", knownTo);
    }

    /** Of these lists, those of what is owed and was settled: what is in none of their rows is told in their notes. */
    private static Map<String, Report> owed(Map<String, Report> reports) {
        var owed = new LinkedHashMap<String, Report>();
        reports.forEach((file, report) -> {
            if (OWED.contains(file)) {
                owed.put(file, report);
            }
        });
        return owed;
    }

    /** Above the rest of the text in the pack: also which lists are empty: because there was nothing, as far as the copy knows. */
    private List<String> notes(String foot, Set<String> none) {
        List<String> notes = new ArrayList<>(source.notes(texts, foot));
        if (!none.isEmpty()) {
            boolean isAll = KeptDays.of(source.read().connections()).all().isEmpty();
            notes.add(texts.get(isAll ? "paper.readme.none" : "paper.readme.none-kept", String.join(", ", none)));
        }
        return notes;
    }

    /** In every language: programs of accountants look for it. */
    private String workbook() {
        return switch (period) {
            case PackPeriod.WholeMonth month -> "month-end-" + month + ".xlsx";
            case PackPeriod.WholeQuarter quarter -> "quarter-end-" + quarter + ".xlsx";
        };
    }

    /** What the pack is of, the day on which it is made, and the accounting dates of its documents. */
    private record Days(ExportSpan span, LocalDate today, AccountingDates booked) {}

    private Map<String, Report> reports(InvoiceReports invoices, SpanDocuments documents, TaxTotals taxes, Days days,
            Steps steps) throws ProblemException {
        LocalDate today = days.today();
        ExportSpan span = days.span();
        LocalDate day = span.to();
        Map<ConnectionId, Subledger> ledgers = source.shelf().subledgers(source.ids());
        var owed = new OwedReports(texts, source, ledgers, foot().text());
        var period = new PeriodReports(texts, clock, source, foot().text());
        var reports = new LinkedHashMap<String, Report>();
        reports.put("invoices", steps.watched(list(invoices,
                RowsThen.of(documents.side(true), ledgers, day, today), days, "paper.invoices")));
        reports.put("bills", steps.watched(list(invoices,
                RowsThen.of(documents.side(false), ledgers, day, today), days, "paper.bills")));
        reports.put("payments", owed.settled(span, today));
        var receivable = new AgedBalance(day, false, AgedBalance.By.DUE, today);
        var payable = new AgedBalance(day, true, AgedBalance.By.DUE, today);
        reports.put("aged-receivable", owed.aged(receivable));
        reports.put("aged-payable", owed.aged(payable));
        reports.put("open-items-receivable", owed.openItems(receivable));
        reports.put("open-items-payable", owed.openItems(payable));
        if (source.currency().isEmpty()) {
            // they are in company currency, of all documents: a part of them is the base of no tax return
            reports.put(TAXES, period.taxes(taxes));
        }
        reports.put("changes", period.changes(span));
        return reports;
    }

    private CopyFoot foot() {
        return new CopyFoot(texts, clock, source.read());
    }

    private Report list(InvoiceReports invoices, RowsThen then, Days days, String name) {
        return invoices.then(then, days.booked(), texts.get(name),
                invoices.notes(source.filters(), then.rows().size())).noted(KeptNote.booked(texts, source.read()));
    }
}
