package app.loupe.app;

import app.loupe.app.commands.CommandLineRun;
import app.loupe.app.commands.ExitCode;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.app.commands.Session;
import app.loupe.app.commands.Terminal;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.DataFolder;
import app.loupe.settings.SettingsFile;
import app.loupe.settings.Surroundings;
import app.loupe.text.Texts;
import app.loupe.ui.settings.Preferences;
import app.loupe.vault.KeyringHolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts Loupe: without arguments (or with a data folder alone) its window, otherwise a command. */
public final class Main {
    private final Terminal terminal;
    private final LastWords words;
    private final Texts texts;
    private final Surroundings surroundings;
    private final WindowStarter window;
    private final ServicesOpener opener;

    Main(Terminal terminal, LastWords words, Texts texts, Surroundings surroundings, WindowStarter window,
            ServicesOpener opener) {
        this.terminal = terminal;
        this.words = words;
        this.texts = texts;
        this.surroundings = surroundings;
        this.window = window;
        this.opener = opener;
    }

    /** The start of the process; ends it with the exit code. */
    public static void main(String[] arguments) {
        var surroundings = Surroundings.current();
        // before whatever has a logger is there: the settings, which the texts need, have one
        LogFile.use(folder(List.of(arguments), surroundings));
        var texts = texts(List.of(arguments), surroundings);
        int code;
        var toolkit = new ToolkitStart();
        try (var terminal = SystemTerminal.open()) {
            boolean isWindow = isWindow(List.of(arguments));
            LastWords words = isWindow && !terminal.isErrorRead()
                    ? new LastWords(terminal.err(), texts, SystemMessage.of(surroundings)::show)
                    : LastWords.read(terminal.err(), texts);
            CrashGuard guard = CrashGuard.install(words);
            // not before: its thread would keep a process that fails without a guard
            if (isWindow && hasDisplay(surroundings)) {
                // in vain where another process has the window already
                toolkit.begin();
            }
            SmallHeap.keep(isWindow ? SmallHeap.ROOM_OF_WINDOW : SmallHeap.ROOM);
            var wiring = new Wiring(surroundings, texts, guard, KeyringHolder::ofThisSession);
            code = new Main(terminal, words, texts, surroundings, wiring.window(toolkit::run), wiring.opener())
                    .run(arguments);
        }
        toolkit.await();
        // behind the block: whoever exits within it never closes the terminal
        System.exit(code);
    }

    /** The window speaks the language and writes for the region that were chosen in it, commands for the system's. */
    static Texts texts(List<String> arguments, Surroundings surroundings) {
        Locale language = Locale.getDefault(Locale.Category.DISPLAY);
        Locale region = Locale.getDefault(Locale.Category.FORMAT);
        if (!isWindow(arguments)) {
            return new Texts(language, region);
        }
        Map<String, String> chosen = new SettingsFile(folder(arguments, surroundings)).read();
        return new Texts(Preferences.language(chosen, language), Preferences.region(chosen, region));
    }

    /** Runs what the arguments ask for and gives the exit code. */
    int run(String... arguments) {
        List<String> given = List.of(arguments);
        Path folder = folder(given, surroundings);
        if (isWindow(given)) {
            if (named(given).isPresent() && named(given).flatMap(Main::path).isEmpty()) {
                words.say("cli.misuse.folder");
                return ExitCode.USAGE;
            }
            return showWindow(folder);
        }
        try (var interrupts = new ShutdownHooks()) {
            var session = new Session(terminal, texts, Clock.system(ZoneId.systemDefault()), interrupts, folder,
                    opener);
            return new CommandLineRun(session).run(arguments);
        }
    }

    /**
     * The folder that is named, wherever in the arguments, the last one as for commands: the log needs it before all
     * else. The usual one where none is named, or where the name can be none; whoever runs the arguments says so.
     */
    static Path folder(List<String> arguments, Surroundings surroundings) {
        return named(arguments).flatMap(Main::path).orElseGet(() -> DataFolder.usual(surroundings));
    }

    private static Optional<String> named(List<String> arguments) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            String argument = arguments.get(i);
            if (argument.startsWith("--data-dir=")) {
                return Optional.of(argument.substring("--data-dir=".length()));
            }
            if (argument.equals("--data-dir") && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException impossibleHere) {
            return Optional.empty();
        }
    }

    /** Whether the arguments ask for the window; the start scripts decide it the same way before there is a Java. */
    static boolean isWindow(List<String> arguments) {
        boolean nameOnly = arguments.size() == 2 && arguments.getFirst().equals("--data-dir");
        return arguments.isEmpty() || nameOnly
                || (arguments.size() == 1 && arguments.getFirst().startsWith("--data-dir="));
    }

    private static boolean hasDisplay(Surroundings surroundings) {
        return Display.isLikely(surroundings, System.getProperty("glass.platform", ""));
    }

    private int showWindow(Path folder) {
        try {
            if (!hasDisplay(surroundings)) {
                throw ProblemException.of(ProblemCode.NO_DISPLAY);
            }
            if (!window.show(folder)) {
                terminal.err().println(texts.get("cli.window.raised"));
                terminal.err().flush();
            }
            return ExitCode.DONE;
        } catch (ProblemException known) {
            return refuse(known.problem());
        } catch (RuntimeException failure) {
            // the toolkit's own way to say that there is no display, bare or wrapped
            if (failure instanceof UnsupportedOperationException
                    || failure.getCause() instanceof UnsupportedOperationException) {
                return refuse(Problem.of(ProblemCode.NO_DISPLAY));
            }
            throw failure;
        }
    }

    private int refuse(Problem problem) {
        words.say(problem);
        return ExitCode.of(problem);
    }
}
