package app.loupe.app.commands;

import app.loupe.domain.FailureCode;
import app.loupe.domain.Logging;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.export.PackPeriod;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs one command line from arguments to exit code; every way to fail ends in words and a code, never in a stack. */
public final class CommandLineRun {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineRun.class);
    private static final String MISUSE = "command-line";
    private static final int HELP_COLUMNS = 100;
    private static final String FOLDER = "--data-dir";
    private static final Set<ProblemCode> UNLOGGED = EnumSet.of(ProblemCode.DATA_FOLDER_UNUSABLE,
            ProblemCode.DATA_FOLDER_OF_OTHER,
            ProblemCode.DATA_FOLDER_READ_ONLY, ProblemCode.DATA_FOLDER_TAKES_NOTHING, ProblemCode.NO_CONNECTION);
    private static final String OUTPUT = "--output";

    private final Session session;

    /** Commands that work with this session. */
    public CommandLineRun(Session session) {
        this.session = session;
    }

    /**
     * Parses, runs, and gives the exit code. A reader of the results who left before their end has what was wanted; a file
     * that did not take them all has not.
     */
    public int run(String... arguments) {
        int code = of(session).execute(arguments);
        if (session.terminal().out().checkError() && !session.terminal().isRead()) {
            refuse(session, List.of(arguments), "output-incomplete", session.texts().get("cli.output.incomplete"), "");
            code = code == ExitCode.DONE ? ExitCode.PARTIAL : code;
        }
        session.terminal().err().flush();
        return code;
    }

    /** The whole tree of commands. */
    static CommandLine of(Session session) {
        var connections = new CommandLine(new ConnectionsCommand(session))
                .addSubcommand(new ConnectionsAddCommand(session))
                .addSubcommand(new ConnectionsListCommand(session)).addSubcommand(new ConnectionsTestCommand(session))
                .addSubcommand(new ConnectionsEditCommand(session))
                .addSubcommand(new ConnectionsRemoveCommand(session));
        var search = new SearchExamples(session.texts());
        var root = new CommandLine(new RootCommand(session)).addSubcommand(connections)
                .addSubcommand(new SyncCommand(session)).addSubcommand(new VerifyCommand(session))
                .addSubcommand(search.below(new InvoicesCommand(session))).addSubcommand(new CustomersCommand(session))
                .addSubcommand(new VendorsCommand(session)).addSubcommand(new StatementCommand(session))
                .addSubcommand(new AgedCommand(session))
                .addSubcommand(search.below(new PaymentsCommand(session)))
                .addSubcommand(new OverviewCommand(session)).addSubcommand(new ProductsCommand(session))
                .addSubcommand(new CheckCommand(session)).addSubcommand(new ExportCommand(session))
                .addSubcommand(new ChangesCommand(session))
                .addSubcommand(new NotesCommand(session)).addSubcommand(new MarkCommand(session))
                .addSubcommand(new TransferCommand(session)).addSubcommand(new DoctorCommand(session))
                .addSubcommand(new SecurityCommand(session)).addSubcommand(new CompletionCommand(session));
        Terminal terminal = session.terminal();
        root.setResourceBundle(ResourceBundle.getBundle("app.loupe.text.commandline", session.texts().language(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        root.registerConverter(LocalDate.class, new DayOption(session.clock()));
        root.registerConverter(PackPeriod.class, new PackOption(session.clock()));
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        root.setColorScheme(ansi(terminal));
        root.setUsageHelpWidth(HELP_COLUMNS);
        // "@file" would be one more way for a secret to lie around in a file
        root.setExpandAtFiles(false);
        root.setExecutionStrategy(parsed -> execute(session, parsed));
        root.setParameterExceptionHandler((mistake, arguments) -> misuse(mistake, List.of(arguments),
                session));
        root.setExecutionExceptionHandler((failure, commandLine, parsed) -> failed(session, failure, commandLine));
        return root;
    }

    /** A window that has the files open runs what only reads; everything else, and all without a window, runs here. */
    private static int execute(Session session, ParseResult parsed) {
        List<CommandLine> chain = parsed.asCommandLineList();
        boolean asksForHelp = chain.stream()
                .anyMatch(line -> line.isUsageHelpRequested() || line.isVersionHelpRequested());
        if (!asksForHelp && chain.getLast().getCommand() instanceof LoupeCommand command && command.onlyReads()) {
            try {
                OptionalInt code = session.askOther(handedOver(parsed.originalArgs()));
                if (code.isPresent()) {
                    return code.getAsInt();
                }
            } catch (UsageException mistake) {
                return failed(session, mistake, chain.getLast());
            } catch (InterruptedIOException silent) {
                refuse(session, parsed.originalArgs(), "window-silent",
                        session.texts().get("cli.output.window-silent"), "");
                return ExitCode.PARTIAL;
            } catch (IOException brokenOff) {
                LOG.info("the answer of the window broke off: {}", brokenOff.getClass().getName());
                refuse(session, parsed.originalArgs(), "output-incomplete",
                        session.texts().get("cli.output.broken-off"), "");
                return ExitCode.PARTIAL;
            }
        }
        if (!asksForHelp && chain.getLast().getCommand() instanceof LoupeCommand command && command.keeps()) {
            try {
                // one that begins nothing says itself that nothing is there
                if (command.begins() || !session.isFree()) {
                    session.demandWritable();
                }
            } catch (ProblemException | UsageException refused) {
                return failed(session, refused, chain.getLast());
            }
        }
        return new RunLast().execute(parsed);
    }

    /**
     * The command line as the other process, which works in another folder, understands it: the data folder is where its
     * socket is, and where a file is written stands in full.
     */
    private static List<String> handedOver(List<String> arguments) {
        var rest = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(FOLDER)) {
                i++;
            } else if (argument.equals(OUTPUT) && i + 1 < arguments.size()) {
                rest.add(argument);
                i++;
                rest.add(whole(arguments.get(i)));
            } else if (argument.startsWith(OUTPUT + "=")) {
                rest.add(OUTPUT + "=" + whole(argument.substring(OUTPUT.length() + 1)));
            } else if (!argument.startsWith(FOLDER + "=")) {
                rest.add(argument);
            }
        }
        return rest;
    }

    private static String whole(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static ColorScheme ansi(Terminal terminal) {
        return CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.AUTO : Ansi.OFF);
    }

    private static int misuse(ParameterException mistake, List<String> arguments, Session session) {
        var misuse = new Misuse(mistake, session.texts());
        return refuse(session, arguments, MISUSE, misuse.what(), misuse.help());
    }

    /** Both sentences; the second may be empty. */
    private static int refuse(Session session, List<String> arguments, String code, String what, String advice) {
        PrintWriter err = session.terminal().err();
        if (wantsJson(arguments)) {
            new JsonLines(err).object(json -> JsonLines.refusal(json, code, what, advice));
        } else {
            err.println((what + " " + advice).strip());
        }
        return ExitCode.USAGE;
    }

    private static int failed(Session session, Exception failure, CommandLine commandLine) {
        List<String> arguments = commandLine.getParseResult().originalArgs();
        if (failure instanceof ReaderGoneException) {
            return ExitCode.PARTIAL;
        }
        if (failure instanceof UsageException usage) {
            return refuse(session, arguments, MISUSE, Objects.toString(usage.getMessage(), ""), "");
        }
        Problem problem = problemOf(failure);
        var words = new ProblemWords(session.texts(), commandLine.getCommandName());
        if (wantsJson(arguments)) {
            new JsonLines(session.terminal().err()).object(json -> JsonLines.problem(json, problem, words));
        } else {
            session.terminal().err().println(words.sentence(problem));
        }
        return ExitCode.of(problem);
    }

    private static Problem problemOf(Exception failure) {
        if (failure instanceof ProblemException known) {
            // the log would be a file of ours in a folder that was just refused, or in which nothing is begun
            if (!UNLOGGED.contains(known.problem().code())) {
                Logging.attempt(() -> LOG.info("command ended with {}", known.problem().code().key(),
                        known.getCause()));
            }
            return known.problem();
        }
        return FailureCode.logged(failure, code -> LOG.error("command failed, code {}: {}", code.value(),
                failure.getClass().getName(), failure)).problem();
    }

    /** Whether a program reads what is written for this command line. */
    public static boolean wantsJson(List<String> arguments) {
        return arguments.contains("--json");
    }
}
