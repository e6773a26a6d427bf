package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.Report;
import app.loupe.export.ReportFormat;
import app.loupe.export.Reports;
import app.loupe.text.OneLine;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.List;

/** Writes reports to a terminal: as a table for people, or their rows for programs. */
final class ReportOutput {
    private static final int MOST_CHARACTERS = 40;

    private final Texts texts;

    ReportOutput(Texts texts) {
        this.texts = texts;
    }

    /** Whether this form is for programs, which want every field. */
    static boolean isForPrograms(FileOption.Form form) {
        return form == FileOption.Form.csv || form == FileOption.Form.jsonl;
    }

    /** Writes the rows of one report for programs. */
    static void rows(FileOption.Form form, Report report, PrintWriter to) throws ProblemException {
        Reports.lines(form == FileOption.Form.csv ? ReportFormat.CSV : ReportFormat.JSONL, report, to);
    }

    /** Writes what stands above a table. Names out of Odoo are among it, and connections that the owner named. */
    static void notes(List<String> notes, PrintWriter to) {
        notes.forEach(note -> to.println(OneLine.of(note)));
    }

    /** Writes title, notes and a table; without rows this text. */
    void table(Report report, String none, PrintWriter to) throws ProblemException {
        to.println(OneLine.of(report.title()));
        notes(report.notes(), to);
        ReportTable.print(texts, report, MOST_CHARACTERS, none, to);
    }
}
