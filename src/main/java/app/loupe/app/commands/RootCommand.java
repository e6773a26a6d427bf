package app.loupe.app.commands;

import picocli.CommandLine.Command;

/** {@code loupe}: only the home of the others. */
@Command(name = "loupe")
final class RootCommand extends CommandGroup {}
