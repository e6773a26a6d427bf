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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what syncs found changed at invoices, newest first. Needs no network. */
@Command(name = "changes")
final class ChangesCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate since;

    @Mixin
    final FormatOption format = new FormatOption();

    ChangesCommand(Session session) {
        super(session);
    }

    @Override
    boolean onlyReads() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        FormatOption.Format form = format.form(common.json, texts());
        Instant from = since == null
                ? Instant.EPOCH
                : DayRange.demand(since, "cli.misuse.since", texts()).atStartOfDay(session().clock().getZone())
                        .toInstant();
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
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
            out().flush();
        }
        return ExitCode.DONE;
    }

    private static void each(Services services, Map<ConnectionId, String> connections, Instant from,
            Consumer<NotedChange> writer) throws ProblemException {
        services.changes().each(connections.keySet(), from, writer);
    }
}
