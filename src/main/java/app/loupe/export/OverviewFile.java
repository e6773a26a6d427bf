package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.owed.CurrencyView;
import app.loupe.review.Overview;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The overview in every form of a file: a sheet, or a table, for each question. */
public final class OverviewFile {
    private final Texts texts;
    private final Clock clock;
    private final ReadTogether read;
    private final Overview overview;
    private final List<OverviewEntry> entries;

    /** This overview of these connections. */
    public OverviewFile(Texts texts, Clock clock, ReadTogether read, Overview overview) {
        this.texts = texts;
        this.clock = clock;
        this.read = read;
        this.overview = overview;
        // without a document there is no currency that a zero could be in
        entries = overview.view().currency().isEmpty() ? List.of() : OverviewFigures.of(overview);
    }

    /** Of whom it is, in which money and as of which day, and what its figures are of. */
    public List<String> notes() {
        boolean booked = overview.view() instanceof CurrencyView.OfCompanies;
        var notes = new ArrayList<String>();
        notes.add(String.join(", ", read.connections().stream().map(ConnectionProfile::name).toList()));
        String day = new DateText(texts, clock.getZone()).day(overview.day());
        notes.add(overview.view().currency().isEmpty()
                ? texts.get(isOfPart() ? "cli.overview.no-documents-so-far" : "cli.overview.no-documents", day)
                : texts.get(booked ? "cli.overview.as-booked" : "cli.overview.in", overview.view().currency(), day));
        if (overview.toReview().isEmpty()) {
            notes.add(texts.get("cli.overview.past"));
            if (booked) {
                notes.add(texts.get("aged.hint.split"));
            }
        }
        if (!overview.view().currency().isEmpty()) {
            notes.addAll(compared());
            notes.add(texts.get("overview.cash.rule"));
        }
        if (overview.halted() > 0) {
            notes.add(texts.get("overview.card.overdue.halted", texts.get("overview.card.overdue"), overview.halted()));
        }
        notes.addAll(KeptNote.of(texts, new DateText(texts, clock.getZone()), read.connections()));
        notes.addAll(UncertainNote.of(texts, overview.uncertain()));
        return notes;
    }

    /** Of a month that is not over, with which days of the year before it is compared, if the copies hold those. */
    private List<String> compared() {
        YearMonth month = YearMonth.from(overview.day());
        return overview.lastDay(month).equals(month.atEndOfMonth()) || !overview.isWhollyKept(month.minusYears(1))
                ? List.of()
                : List.of(texts.get("cli.overview.compared", days(month), days(month.minusYears(1))));
    }

    private String days(YearMonth month) {
        return texts.get("overview.month.part", overview.lastDay(month).getDayOfMonth(),
                new DateText(texts, clock.getZone()).month(month));
    }

    private boolean isOfPart() {
        return read.connections().stream().anyMatch(one -> one.lastSynced() == null);
    }

    /** Writes the figures for programs, as CSV or JSON Lines, where words go: to a terminal. */
    public void lines(ReportFormat format, PrintWriter out) {
        OverviewFields.all().write(format, out, entries);
    }

    /** Writes all of it; the stream stays open. */
    public void write(ReportFormat format, OutputStream out) throws IOException, ProblemException {
        if (format.isForPrograms()) {
            WordFile.write(out, words -> lines(format, words));
        } else {
            new Reports(texts).write(format, reports(), out);
        }
    }

    /** A report of each question. */
    public List<Report> reports() {
        ExportSpan sold = OverviewFigures.soldIn(overview);
        var soldIn = new ArrayList<>(
                FilterNotes.days(texts, new DateText(texts, clock.getZone()), sold.from(), sold.to()));
        // lines have no booked amounts: without a word these would seem to be part of the other sums
        if (overview.view() instanceof CurrencyView.OfCompanies) {
            soldIn.add(texts.get("paper.documents-alone", overview.view().currency()));
        }
        return new OverviewReports(texts, soldIn)
                .of(entries, notes(), new CopyFoot(texts, clock, read).text());
    }
}
