package app.loupe.app.commands;

import app.loupe.export.FilterNotes;
import app.loupe.export.InvoiceReports;
import app.loupe.export.LineChoice;
import app.loupe.export.ChosenInvoices;
import app.loupe.export.ExportOutcome;
import app.loupe.export.InvoiceForms;
import app.loupe.export.InvoiceSelection;
import app.loupe.export.InvoicesTakeaway;
import app.loupe.export.ParcelPlace;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ReportFormat;
import app.loupe.review.RowList;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lists invoices of the local copy, without a network: for people as a table, spreadsheet or PDF, for programs as CSV or
 * JSON Lines.
 */
@Command(name = "invoices")
final class InvoicesCommand extends FileCommand {
    @Option(names = "--query", paramLabel = "WORDS")
    String query = "";

    @Mixin
    final CompanyOption company = new CompanyOption();

    @Option(names = "--lines")
    boolean lines;

    @Option(names = "--journal-items")
    boolean journalItems;

    @Option(names = "--include-removed")
    boolean includeRemoved;

    @Option(names = "--each")
    boolean each;

    InvoicesCommand(Session session) {
        super(session);
    }

    @Override
    void check(FileOption.Form form) {
        company.check(texts());
        if (journalItems && form == FileOption.Form.table) {
            throw new UsageException(texts().get("cli.invoices.items-format"));
        }
        if (each && (form != FileOption.Form.pdf || choice() != LineChoice.NONE)) {
            throw new UsageException(texts().get("cli.invoices.each-pdf"));
        }
    }

    @Override
    Written write(Services services, FileOption.Form form, Path output) throws ProblemException {
        if (!each) {
            return super.write(services, form, output);
        }
        return stoppably(services, (stoppable, cancel) -> papers(stoppable, output, cancel));
    }

    private Written papers(Services services, Path output, CancelToken cancel) throws ProblemException {
        ReadTogether chosen = toRead(services, id);
        RowList rows = find(services, chosen).rows();
        if (rows.isEmpty()) {
            remark(texts().get("cli.output.nothing"));
            return new Written(false, ExitCode.DONE);
        }
        var invoices = new InvoicesTakeaway(services.invoices(), texts(), session().clock(), choice(),
                new InvoiceSelection(chosen, rows, List.of()));
        ExportOutcome outcome = takeAway(invoices.papers(), ParcelPlace.folder(output, file.overwrite), cancel);
        if (outcome.missing() == 0) {
            return Written.WHOLE;
        }
        boolean isThere = outcome.documents() > 0;
        if (!isThere) {
            remark(texts().get("cli.output.gone"));
        }
        notice(Problem.of(ProblemCode.EXPORT_SHORT, Long.toString(outcome.missing())));
        return new Written(isThere, ExitCode.PARTIAL);
    }

    @Override
    void list(Services services, FileOption.Form form, PrintWriter to) throws ProblemException {
        ReadTogether chosen = toRead(services, id);
        RowList rows = find(services, chosen).rows();
        ChosenInvoices each = each(services, chosen, rows);
        var forms = new InvoiceForms(texts(), session().clock(), chosen, choice());
        switch (form) {
            case table -> table(services, chosen, rows, to);
            case csv -> forms.lines(ReportFormat.CSV, each, to);
            case jsonl -> forms.lines(ReportFormat.JSONL, each, to);
            case xlsx, pdf -> throw new IllegalArgumentException(form.name());
        }
    }

    @Override
    void export(Services services, FileOption.Form form, OutputStream to) throws IOException, ProblemException {
        ReadTogether chosen = toRead(services, id);
        Found found = find(services, chosen);
        RowList rows = found.rows();
        var made = new InvoiceReports(texts(), session().clock(), chosen);
        new InvoiceForms(texts(), session().clock(), chosen, choice()).write(form.binary().orElseThrow(),
                rows, made.notes(words(found), rows.size()), each(services, chosen, rows), to, steps());
    }

    /** How the rows were chosen. */
    private List<String> words(Found found) {
        var words = new ArrayList<>(FilterNotes.search(texts(), query));
        company.called(found.companies()).ifPresent(name -> words.add(texts().get("paper.company", name)));
        return words;
    }

    /** The rows, and how their company is written. */
    private record Found(RowList rows, Set<String> companies) {}

    private Found find(Services services, ReadTogether chosen) throws ProblemException {
        Set<ConnectionId> ids = new Chosen(chosen.connections()).ids();
        Set<String> names = company.names(services.invoices(), ids, texts());
        RowSelection.Selected selected = services.selection().find(ids, query, dayOrder(), includeRemoved);
        RowList rows = company.of(names, selected.rows());
        if (rows.isEmpty()) {
            listsNothing();
        }
        tell(selected);
        return new Found(rows, names);
    }

    /** In the order of the list. */
    private ChosenInvoices each(Services services, ReadTogether chosen, RowList rows) {
        return new ChosenInvoices(services.invoices(), new InvoiceSelection(chosen, rows, List.of()), choice());
    }

    private LineChoice choice() {
        if (journalItems) {
            return LineChoice.JOURNAL_ITEMS;
        }
        return lines ? LineChoice.SHOWN : LineChoice.NONE;
    }

    private void table(Services services, ReadTogether chosen, RowList rows, PrintWriter to)
            throws ProblemException {
        var view = new InvoiceTable(texts(), session().clock(), chosen);
        view.print(to, rows, lines ? services.invoices() : null);
        if (rows.isEmpty() && isOfPart()) {
            to.println(none(""));
        }
    }
}
