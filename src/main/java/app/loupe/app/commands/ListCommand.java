package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that lists what the store holds of one connection or of all, as a table, CSV or JSON Lines. Needs no network. */
abstract class ListCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    @Mixin
    final FormatOption format = new FormatOption();

    ListCommand(Session session) {
        super(session);
    }

    @Override
    final boolean onlyReads() {
        return true;
    }

    @Override
    public final Integer call() throws ProblemException {
        FormatOption.Format form = format.form(common.json, texts());
        check(form);
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
            list(services, form);
            out().flush();
        }
        return ExitCode.DONE;
    }

    /** Refuses what was asked in a way that cannot be, before anything is opened. */
    void check(FormatOption.Format form) {
        // most commands take everything
    }

    /** Writes the list to {@link #out} or {@link #json}. */
    abstract void list(Services services, FormatOption.Format form) throws ProblemException;
}
