package app.loupe.app.commands;

import picocli.CommandLine.Command;

/** {@code loupe connections}: home of add, list, edit, test and remove. */
@Command(name = "connections")
final class ConnectionsCommand extends CommandGroup {
    ConnectionsCommand(Session session) {
        super(session);
    }
}
