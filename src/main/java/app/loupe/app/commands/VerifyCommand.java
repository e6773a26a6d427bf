package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Compares every invoice of the copies with Odoo and repairs what differs, one connection after the other, without a name
 * all but the sample company beside a real one. Ctrl+C stops it cleanly.
 */
@Command(name = "verify")
final class VerifyCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    VerifyCommand(Session session) {
        super(session);
    }

    @Override
    boolean keeps() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        // opening may ask for a passphrase, and Ctrl+C must end that question itself
        Services services = open();
        var runs = new CommandRuns(this, services);
        try (var _ = session().interrupts().watch(runs::close); services) {
            services.warnings().forEach(this::notice);
            var chosen = choice(services).toRead(id).connections();
            return runs.run(chosen, SyncMode.VERIFY);
        }
    }
}
