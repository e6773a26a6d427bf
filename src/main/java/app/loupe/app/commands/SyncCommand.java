package app.loupe.app.commands;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import java.util.List;
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
    boolean keeps() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        if (all && id != null) {
            throw new UsageException(texts().get("cli.sync.either"));
        }
        // opening may ask for a passphrase, and Ctrl+C must end that question itself
        Services services = open();
        var runs = new CommandRuns(this, services);
        try (var _ = session().interrupts().watch(runs::close); services) {
            services.warnings().forEach(this::notice);
            List<ConnectionProfile> chosen = all
                    ? choice(services).all()
                    : choice(services).toRead(id).connections();
            if (chosen.size() > 1 && !all) {
                throw new UsageException(texts().get("cli.sync.which"));
            }
            if (full) {
                services.examine().forEach(this::notice);
            }
            return runs.run(chosen, full ? SyncMode.FULL : SyncMode.CHANGES);
        }
    }
}
