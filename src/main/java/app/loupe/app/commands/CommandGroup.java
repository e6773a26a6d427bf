package app.loupe.app.commands;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that only holds others: named alone, it counts as a mistake and shows its help, or to a program the names of the
 * others.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class CommandGroup implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    CommandGroup(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine commandLine = spec.commandLine();
            if (session.options().json) {
                throw new UsageException(session.texts().get("cli.misuse.which-command", spec.qualifiedName(),
                        String.join(", ", spec.subcommands().keySet())));
            }
            commandLine.usage(commandLine.getErr());
        }
        return ExitCode.USAGE;
    }
}
