package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists invoices of the local copy, without a network: for people as a table, for programs as CSV or JSON Lines. */
@Command(name = "invoices")
final class InvoicesCommand extends ListCommand {
    @Option(names = "--query", paramLabel = "WORDS")
    String query = "";

    @Option(names = "--lines")
    boolean lines;

    @Option(names = "--journal-items")
    boolean journalItems;

    @Option(names = "--include-removed")
    boolean includeRemoved;

    InvoicesCommand(Session session) {
        super(session);
    }

    @Override
    void check(FormatOption.Format form) {
        if (journalItems && form == FormatOption.Format.table) {
            throw new UsageException(texts().get("cli.invoices.items-format"));
        }
    }

    @Override
    void list(Services services, FormatOption.Format form) throws ProblemException {
        ReadTogether chosen = toRead(services, id);
        Set<ConnectionId> ids = chosen.connections().stream().map(ConnectionProfile::id)
                .collect(Collectors.toUnmodifiableSet());
        List<InvoiceRow> rows = services.selection().select(ids, query, includeRemoved);
        switch (form) {
            case table -> table(services, chosen, rows);
            case csv -> each(services.invoices(), chosen.connections(), rows, csv());
            case jsonl -> each(services.invoices(), chosen.connections(), rows,
                    new InvoiceJson(json(), choice()));
        }
    }

    private void each(InvoiceReader reader, List<ConnectionProfile> chosen, List<InvoiceRow> rows, InvoiceWriter writer)
            throws ProblemException {
        Map<ConnectionId, Map<Long, InvoiceRow>> wanted = rows.stream()
                .collect(Collectors.groupingBy(row -> row.key().connection(),
                        Collectors.toMap(row -> row.key().id(), Function.identity())));
        for (ConnectionProfile profile : chosen) {
            Map<Long, InvoiceRow> ofConnection = wanted.getOrDefault(profile.id(), Map.of());
            reader.each(profile.id(), choice() != LineChoice.NONE, invoice -> {
                InvoiceRow row = ofConnection.get(invoice.id());
                if (row != null) {
                    writer.write(profile, row, invoice);
                }
            });
        }
    }

    private InvoiceWriter csv() {
        return choice() == LineChoice.NONE ? InvoiceCsv.ofInvoices(out()) : InvoiceCsv.ofLines(out(), choice());
    }

    private LineChoice choice() {
        if (journalItems) {
            return LineChoice.JOURNAL_ITEMS;
        }
        return lines ? LineChoice.SHOWN : LineChoice.NONE;
    }

    private void table(Services services, ReadTogether chosen, List<InvoiceRow> rows) throws ProblemException {
        var view = new InvoiceTable(texts(), session().clock(), chosen);
        view.print(out(), rows, lines ? services.invoices() : null);
    }
}
