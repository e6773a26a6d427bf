package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncReport;
import app.loupe.session.Runs;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Brings copies up to date, one connection after the other; one that fails does not stop the next. Ctrl+C stops the run
 * cleanly: what it had stored stays, and the report says so.
 */
@Command(name = "sync")
final class SyncCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    @Option(names = "--all")
    boolean all;

    @Option(names = "--full")
    boolean full;

    SyncCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws ProblemException {
        if (all && id != null) {
            throw new UsageException(texts().get("cli.sync.either"));
        }
        // opening may ask for a passphrase, and Ctrl+C must end that question itself
        Services services = open();
        var reports = new LinkedHashMap<ConnectionId, SyncReport>();
        Runs runs = runs(services, reports);
        try (var _ = session().interrupts().watch(runs::close); services) {
            services.warnings().forEach(this::notice);
            List<ConnectionProfile> chosen = choice(services).oneOrAll(id);
            if (chosen.size() > 1 && !all) {
                throw new UsageException(texts().get("cli.sync.which"));
            }
            if (full) {
                services.examine().forEach(this::notice);
            }
            var codes = new ArrayList<Integer>();
            for (ConnectionProfile profile : chosen) {
                runs.start(profile.id(), full ? SyncMode.FULL : SyncMode.CHANGES);
                SyncReport report = reports.get(profile.id());
                if (report != null) {
                    tell(profile, report);
                    codes.add(SyncLines.exitCode(report));
                }
            }
            return runs.isClosed() ? ExitCode.PARTIAL : together(codes);
        }
    }

    /** Runs on this thread, so that one begins when the one before has ended. */
    private Runs runs(Services services, Map<ConnectionId, SyncReport> reports) {
        boolean shown = session().terminal().interactive() && !common.json;
        var runs = new Runs((id, mode, cancel, progress) -> {
            try (var bar = new ProgressBar(err(), texts(), shown)) {
                return services.sync().run(id, mode, cancel, bar);
            }
        }, Runnable::run, Runnable::run);
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                // the bar hears it from the run itself
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                reports.put(id, report);
            }
        });
        return runs;
    }

    private void tell(ConnectionProfile profile, SyncReport report) {
        var lines = new SyncLines(texts(), profile);
        if (common.json) {
            lines.writeJson(json(), report);
        } else {
            lines.print(out(), err(), report);
        }
        out().flush();
    }

    /** All the same: that. Otherwise something was done and something was not. */
    private static int together(List<Integer> codes) {
        return Set.copyOf(codes).size() == 1
                ? codes.getFirst()
                : codes.contains(ExitCode.DONE) || codes.contains(ExitCode.PARTIAL)
                        ? ExitCode.PARTIAL
                        : codes.stream().max(Integer::compare).orElse(ExitCode.DONE);
    }
}
