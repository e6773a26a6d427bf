package app.loupe.app.commands;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemException;
import app.loupe.review.ChangeFeed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what syncs found changed at invoices, newest first. Needs no network. */
@Command(name = "changes")
final class ChangesCommand extends ListCommand {
    @Option(names = "--since", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate since;

    ChangesCommand(Session session) {
        super(session);
    }

    @Override
    void check(FormatOption.Format form) {
        if (since != null) {
            DayRange.demand(since, "--since", texts());
        }
    }

    @Override
    void list(Services services, FormatOption.Format form) throws ProblemException {
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(session().clock().getZone()).toInstant();
        var names = new LinkedHashMap<ConnectionId, String>();
        for (ConnectionProfile profile : choice(services).oneOrAll(id)) {
            names.put(profile.id(), profile.name());
        }
        switch (form) {
            case table -> {
                var noted = new ArrayList<NotedChange>();
                each(services, names, from, noted::add);
                List<ChangeEntry> entries = ChangeEntry.of(noted);
                Map<InvoiceKey, InvoiceRow> rows = ChangeFeed.rows(services.invoices(), entries);
                var table = new ChangeTable(texts(), session().clock(), names);
                entries.forEach(entry -> table.row(entry, rows.get(entry.key())));
                table.print(out());
            }
            case csv -> each(services, names, from, ChangeLines.csv(out()));
            case jsonl -> each(services, names, from, ChangeLines.json(json()));
        }
    }

    private static void each(Services services, Map<ConnectionId, String> connections, Instant from,
            Consumer<NotedChange> writer) throws ProblemException {
        services.changes().each(connections.keySet(), from, writer);
    }
}
