package app.loupe.app.commands;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a script that teaches bash and zsh to complete Loupe's commands and options. */
@Command(name = "completion")
final class CompletionCommand extends LoupeCommand {
    CompletionCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        out().print(AutoComplete.bash("loupe", CommandLineRun.of(session())));
        out().flush();
        return ExitCode.DONE;
    }
}
