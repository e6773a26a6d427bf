package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.NotedChange;
import app.loupe.domain.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
            DayRange.demand(since, "cli.misuse.since", texts());
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
                var table = new ChangeTable(texts(), session().clock(), names);
                each(services, names, from, table::row);
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
