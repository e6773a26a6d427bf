package app.loupe.export;

import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes chosen invoices, with their lines where that is asked for, in any form of one file. */
public final class InvoiceForms {
    private final Texts texts;
    private final Clock clock;
    private final ReadTogether read;
    private final LineChoice lines;
    private final InvoiceReports reports;
    private final Optional<InvoiceGroups> groups;

    /** In these words, as of the clock's day, without headings. */
    public InvoiceForms(Texts texts, Clock clock, ReadTogether read, LineChoice lines) {
        this(texts, clock, read, lines, Optional.empty());
    }

    /** The same of rows that stand under these headings. */
    InvoiceForms(Texts texts, Clock clock, ReadTogether read, LineChoice lines, Optional<InvoiceGroups> groups) {
        this.groups = groups.filter(InvoiceGroups::areThere);
        this.texts = texts;
        this.clock = clock;
        this.read = read;
        this.lines = lines;
        reports = new InvoiceReports(texts, clock, read);
    }

    /**
     * Writes them into a file.
     *
     * @param rows of them, in the order of the list
     * @param notes lines below the title
     * @param each gives the same invoices
     * @param steps told of each
     */
    public void write(ReportFormat format, List<ReviewRow> rows, List<String> notes, ChosenInvoices each,
            OutputStream out, Steps steps) throws IOException, ProblemException {
        LineReports.Source watched = steps.watched(each);
        steps.expect(rows.size());
        if (format.isForPrograms()) {
            WordFile.write(out, words -> lines(format, watched, words));
            return;
        }
        var sheets = new ArrayList<Report>();
        // all of them before the first: the end does not move away
        steps.expect(lines == LineChoice.NONE ? 0 : rows.size());
        // a row whose invoice went meanwhile is listed all the same, and misses nothing but its date
        Optional<AccountingDates> booked = format == ReportFormat.XLSX ? Optional.of(each.booked()) : Optional.empty();
        sheets.add(steps.watched(list(rows, notes, booked)));
        if (lines != LineChoice.NONE) {
            sheets.add(new LineReports(texts, clock, lines, read.areSeveral()).of(watched, notes,
                    new CopyFoot(texts, clock, read).text()));
        }
        new Reports(texts).write(format, sheets, out);
    }

    /** Writes their rows for programs, as CSV or JSON Lines, where words go: to a terminal. */
    public void lines(ReportFormat format, LineReports.Source each, PrintWriter out) throws ProblemException {
        GroupField group = groups.map(one -> new GroupField(one.keys())).orElse(GroupField.NONE);
        each.each(switch (format) {
            case CSV -> lines == LineChoice.NONE
                    ? InvoiceCsv.ofInvoices(out, group)
                    : InvoiceCsv.ofLines(out, lines, group);
            case JSONL -> new InvoiceJson(new JsonObjects(out), lines, group);
            case XLSX, PDF -> throw new IllegalArgumentException(format.name());
        });
    }

    private Report list(List<ReviewRow> rows, List<String> notes, Optional<AccountingDates> booked) {
        String name = texts.get("paper.invoices");
        return groups.map(one -> reports.grouped(one, name, notes, booked))
                .orElseGet(() -> reports.invoices(rows, name, notes, booked));
    }
}
