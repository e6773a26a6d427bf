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

    @Override
    final void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        switch (form) {
            case table -> table(report(services, false), to);
            case csv -> Reports.lines(ReportFormat.CSV, report(services, true), to);
            case jsonl -> Reports.lines(ReportFormat.JSONL, report(services, true), to);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
    }

    @Override
    final void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        new Reports(texts()).write(form.binary().orElseThrow(), List.of(report(services, false)), to);
    }

    private void table(Report report, PrintWriter to) throws ProblemException {
        if (ReportTable.print(texts(), report, MOST_CHARACTERS, none(), to)) {
            report.notes().forEach(to::println);
        }
    }
}
