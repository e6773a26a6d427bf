package app.loupe.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loupe}: the home of the others, and of the options that all share. */
@Command(name = "loupe")
final class RootCommand extends CommandGroup {
    @Mixin
    final CommonOptions common;

    RootCommand(Session session) {
        super(session);
        common = session.options();
    }
}
