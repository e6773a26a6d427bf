package app.loupe.app.commands;

import app.loupe.export.InvoiceReports;
import app.loupe.bookcheck.BookCheck;
import app.loupe.bookcheck.BookFindings;
import app.loupe.bookcheck.Finding;
import app.loupe.bookcheck.FindingWords;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Looks for what is wrong in the books and lists what was found, without what the owner marked as known. Needs no network.
 * Ctrl+C stops it.
 */
@Command(name = "check")
final class CheckCommand extends ReportCommand {
    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate to;

    @Option(names = "--all")
    boolean all;

    private int invoices;

    CheckCommand(Session session) {
        super(session);
    }

    /** A finding of a connection. */
    private record Found(ConnectionProfile connection, Finding finding, boolean known) {}

    @Override
    void check(FileOption.Form form) {
        DayRange.span(from, to, texts());
    }

    @Override
    String none() {
        return texts().get("cli.check.none", invoices);
    }

    @Override
    Report report(Services services, boolean forPrograms) throws ProblemException {
        ReadTogether read = toRead(services, id);
        List<Found> found = found(services, read);
        var words = new FindingWords(texts(), session().clock().getZone());
        var made = new InvoiceReports(texts(), session().clock(), read);
        String name = texts().get("cli.check.title");
        List<String> notes = List.of(texts().get("cli.check.count", found.size(), invoices));
        return new Report(name, name, notes, made.foot(), columns(read.areSeveral(), forPrograms), sink -> {
            for (Found one : found) {
                sink.row(ReportRow.notAdded(cells(one, words, read.areSeveral(), forPrograms)));
            }
        });
    }

    private List<Found> found(Services services, ReadTogether read) throws ProblemException {
        DayRange.Span span = DayRange.span(from, to, texts());
        var found = new ArrayList<Found>();
        var cancel = new CancelToken();
        LocalDate today = LocalDate.now(session().clock());
        invoices = 0;
        try (var _ = session().interrupts().watch(cancel::cancel)) {
            for (ConnectionProfile profile : read.connections()) {
                Set<String> known = services.known().knownFindings(profile.id());
                BookFindings findings = BookCheck.of(services.invoices(), profile, today, (count, of) -> {}, cancel);
                invoices += findings.invoices();
                findings.findings().stream().filter(finding -> span.isAll() || finding.touches(span.from(), span.to()))
                        .map(finding -> new Found(profile, finding, known.contains(finding.key())))
                        .filter(one -> all || !one.known()).forEach(found::add);
            }
        }
        return found;
    }

    private List<Column> columns(boolean several, boolean forPrograms) {
        var columns = new ArrayList<Column>();
        if (several || forPrograms) {
            columns.add(Column.text("connection", texts().get("invoices.column.connection")));
        }
        if (forPrograms) {
            columns.add(Column.text("connection_id", ""));
            columns.add(Column.text("key", ""));
            columns.add(Column.text("kind", ""));
            columns.add(Column.text("weight", ""));
        } else {
            columns.add(Column.text("kind", texts().get("cli.check.kind")));
        }
        columns.add(Column.text("known", texts().get("cli.check.known")));
        if (forPrograms) {
            columns.add(Column.text("move_ids", ""));
        }
        columns.add(Column.text("documents", texts().get("cli.check.documents")));
        columns.add(Column.text("text", texts().get("cli.check.text")));
        if (forPrograms) {
            columns.add(Column.text("advice", ""));
        }
        if (!forPrograms && !all) {
            columns.removeIf(column -> column.key().equals("known"));
        }
        return columns;
    }

    private List<Cell> cells(Found one, FindingWords words, boolean several, boolean forPrograms) {
        Finding finding = one.finding();
        var cells = new ArrayList<Cell>();
        if (several || forPrograms) {
            cells.add(Cell.text(one.connection().name()));
        }
        if (forPrograms) {
            cells.add(Cell.text(one.connection().id().value()));
            cells.add(Cell.text(finding.key()));
            cells.add(Cell.text(finding.kind().key()));
            cells.add(Cell.text(finding.weight().key()));
            cells.add(Cell.text(Boolean.toString(one.known())));
            cells.add(Cell.text(finding.documents().stream().map(document -> Long.toString(document.key().id()))
                    .collect(Collectors.joining(" "))));
        } else {
            cells.add(Cell.text(words.kind(finding.kind())));
            if (all) {
                cells.add(Cell.text(one.known() ? texts().get("cli.check.yes") : ""));
            }
        }
        cells.add(Cell.text(forPrograms ? words.documents(finding) : words.fewDocuments(finding)));
        cells.add(Cell.text(words.said(finding)));
        if (forPrograms) {
            cells.add(Cell.text(words.advice(finding)));
        }
        return cells;
    }
}
