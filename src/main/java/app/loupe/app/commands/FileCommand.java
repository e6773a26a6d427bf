package app.loupe.app.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A command that lists what the store holds of one connection or of all, for the terminal or as a file. */
abstract class FileCommand extends OutputCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    FileCommand(Session session) {
        super(session);
    }
}
