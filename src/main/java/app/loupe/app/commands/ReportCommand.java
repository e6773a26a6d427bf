package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.Report;
import app.loupe.export.ReportFormat;
import app.loupe.export.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;

/** A command whose list is one {@link Report}: every form of it has the same rows. */
abstract class ReportCommand extends FileCommand {
    private static final int MOST_CHARACTERS = 120;

    ReportCommand(Session session) {
        super(session);
    }

    /** The list: for people, or with all that programs ask for. */
    abstract Report report(Services services, boolean forPrograms) throws ProblemException;

    /** What is said in the place of an empty table. */
    abstract String none();

    /** Notes of the report that stand above the table and not below it. */
    List<String> heading() {
        return List.of();
    }

    @Override
    final void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        switch (form) {
            case table -> table(counted(services, false), to);
            case csv -> Reports.lines(ReportFormat.CSV, counted(services, true), to);
            case jsonl -> Reports.lines(ReportFormat.JSONL, counted(services, true), to);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
    }

    @Override
    final void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        new Reports(texts()).write(form.binary().orElseThrow(), List.of(counted(services, false)), to);
    }

    /** The list, of which is remembered when it turns out to have no row. */
    private Report counted(Services services, boolean forPrograms) throws ProblemException {
        Report report = report(services, forPrograms);
        return steps().watched(report).tellingOfNone(this::listsNothing);
    }

    private void table(Report report, PrintWriter to) throws ProblemException {
        List<String> heading = heading();
        ReportOutput.notes(heading, to);
        if (ReportTable.print(texts(), report, MOST_CHARACTERS, none(none()), to)) {
            ReportOutput.notes(report.without(heading).without(kept()).notes(), to);
        }
    }
}
