package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncMode;
import java.util.ArrayList;
import java.util.List;
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
        var cancel = new CancelToken();
        // opening may ask for a passphrase, and Ctrl+C must end that question itself
        Services services = open();
        try (var _ = session().interrupts().watch(cancel::cancel); services) {
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
                if (!cancel.isCancelled()) {
                    codes.add(sync(services, profile, cancel));
                }
            }
            return cancel.isCancelled() ? ExitCode.PARTIAL : together(codes);
        }
    }

    private int sync(Services services, ConnectionProfile profile, CancelToken cancel) throws ProblemException {
        var lines = new SyncLines(texts(), profile);
        SyncReport report;
        boolean bar = session().terminal().interactive() && !common.json;
        try (var progress = new ProgressBar(err(), texts(), bar)) {
            report = services.sync().run(profile.id(), full ? SyncMode.FULL : SyncMode.CHANGES, cancel, progress);
        } catch (ProblemException refused) {
            if (!all) {
                throw refused;
            }
            report = new SyncReport.Failed(SyncCounts.NONE, refused.problem());
        }
        if (common.json) {
            lines.writeJson(json(), report);
        } else {
            lines.print(out(), err(), report);
        }
        out().flush();
        return SyncLines.exitCode(report);
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
