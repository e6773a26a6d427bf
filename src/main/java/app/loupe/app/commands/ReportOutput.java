package app.loupe.app.commands;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.export.Report;
import app.loupe.export.ReportFormat;
import app.loupe.export.Reports;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes reports to a terminal: as a table for people, or their rows for programs. */
final class ReportOutput {
    private static final int MOST_CHARACTERS = 40;

    private final Texts texts;
    private final DateText dates;

    ReportOutput(Texts texts, Clock clock) {
        this.texts = texts;
        this.dates = new DateText(texts, clock.getZone());
    }

    /** Whether this form is for programs, which want every field. */
    static boolean isForPrograms(FileOption.Form form) {
        return form == FileOption.Form.csv || form == FileOption.Form.jsonl;
    }

    /** Which copies a report is from, and how old the oldest of them is. */
    String foot(List<ConnectionProfile> of) {
        String who = of.stream().map(ConnectionProfile::name).collect(Collectors.joining(", "));
        if (of.isEmpty() || of.stream().anyMatch(profile -> profile.lastSynced() == null)) {
            return texts.get("paper.foot-without-date", who);
        }
        Instant oldest = of.stream().map(ConnectionProfile::lastSynced).map(Objects::requireNonNull)
                .min(Instant::compareTo).orElseThrow();
        return texts.get("paper.foot", dates.moment(oldest), who);
    }

    /** Writes the rows of one report for programs. */
    static void rows(FileOption.Form form, Report report, PrintWriter to) throws ProblemException {
        Reports.lines(form == FileOption.Form.csv ? ReportFormat.CSV : ReportFormat.JSONL, report, to);
    }

    /** Writes title, notes and a table; without rows this text. */
    void table(Report report, String none, PrintWriter to) throws ProblemException {
        to.println(report.title());
        report.notes().forEach(to::println);
        ReportTable.print(texts, report, MOST_CHARACTERS, none, to);
    }
}
