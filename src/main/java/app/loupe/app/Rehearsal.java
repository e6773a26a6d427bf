package app.loupe.app;

import app.loupe.app.commands.ExitCode;
import app.loupe.app.commands.Terminal;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.settings.DataFolder;
import app.loupe.settings.Surroundings;
import app.loupe.text.Texts;
import app.loupe.vault.KeyringHolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/**
 * Walks once through commands and window with the sample company, so that a package can be shipped with what Java learns
 * on the way. Only packaging starts it, with new data folders that are thrown away afterwards and a window that is
 * drawn on no screen, or on a display that packaging made for it together with a keyring of its own. It never asks this computer's
 * keyring, and speaks to no server but one that packaging has standing in for an Odoo on this computer. It lies in the shipped jar, because
 * Java takes what it learnt for the very class path that it learnt with; so it refuses to run for anybody but packaging.
 */
final class Rehearsal {
    /** Of a folder that lives for a minute and holds invented invoices. */
    private static final String PHRASE = "violin harbour marmalade seventeen glacier trumpet oregano walnut";

    /** In this order; only the one that adds a connection makes the folder, and every other refuses one that is not there. */
    static final List<List<String>> COMMANDS = List.of(List.of("--help"), List.of("connections", "add", "--sample"),
            List.of("sync"), List.of("connections", "list"), List.of("invoices", "--query", "overdue"),
            List.of("invoices", "--json"), List.of("customers"), List.of("aged"), List.of("overview"),
            List.of("payments"), List.of("check"), List.of("security"));

    /** The same with a keyring, where packaging made one: an owner's start has one, too. */
    private static final List<List<String>> WITH_KEYRING = List.of(List.of("connections", "add", "--sample"),
            List.of("sync"), List.of("connections", "list"));

    /** The same with what stands in for a server; its address and its certificate are in the places of these. */
    private static final List<List<String>> WITH_SERVER = List.of(
            List.of("connections", "add", "--url", "ADDRESS", "--database", "books", "--username", "bot",
                    "--secret-stdin", "--trust-fingerprint", "CERTIFICATE"),
            List.of("sync"), List.of("sync"), List.of("verify"), List.of("payments"));

    /** Looks like an API key, as of a server from Odoo 19 on. */
    private static final String SECRET = "5a17c0de5a17c0de5a17c0de5a17c0de5a17c0de";

    /** Says that the display and the keyring of this session are the rehearsal's own. */
    private static final String OWN_SESSION = "--own-session";

    private static final List<KeyCode> SCREENS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3,
            KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9,
            KeyCode.COMMA, KeyCode.F);

    /** How long a screen stays, in milliseconds: what fills it comes from another thread. */
    private static final long STAY = 1_000;

    /** How often it is looked whether rows are shown by then: not every screen has some. */
    private static final int LOOKS = 4;

    /** How long the window may take to open. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    /** What tells Java to keep what it learns; nobody but packaging says it. */
    private static final String LEARNING = "-XX:AOTCacheOutput=";

    private Rehearsal() {}

    /**
     * Ends the process: with 0 when every part was walked through, 1 when one was not, 2 when it is refused ({@link #refusal}).
     *
     * @param arguments the data folder, which is made; behind it {@value #OWN_SESSION}, where packaging made display and keyring,
     *     and behind that the address of what stands in for a server and the fingerprint of its certificate
     */
    public static void main(String[] arguments) throws Exception {
        var surroundings = Surroundings.current();
        Optional<String> refusal = refusal(List.of(arguments), ManagementFactory.getRuntimeMXBean().getInputArguments(),
                DataFolder.usual(surroundings),
                new MadeSession(surroundings.variable("HOME"), surroundings.variable("DBUS_SESSION_BUS_ADDRESS")));
        if (refusal.isPresent()) {
            SystemTerminal.open().err().println(refusal.get());
            System.exit(ExitCode.USAGE);
        }
        var texts = new Texts(Locale.ENGLISH, Locale.US);
        Terminal terminal = new Unseen(PHRASE);
        PrintWriter report = SystemTerminal.open().err();
        LogFile.use(Path.of(arguments[0]));
        CrashGuard guard = CrashGuard.install(LastWords.read(report, texts));
        SmallHeap.keep(SmallHeap.ROOM_OF_WINDOW);
        Main main = main(new Wiring(surroundings, texts, guard, NoKeyring::new), terminal, texts, surroundings);
        run(main, COMMANDS, report, "--passphrase-stdin", "--data-dir", arguments[0]);
        String shown = arguments[0];
        if (arguments.length > 1) {
            shown = arguments[0] + "-keyring";
            main = main(new Wiring(surroundings, texts, guard, KeyringHolder::ofThisSession), new Unseen(SECRET), texts,
                    surroundings);
            run(main, WITH_KEYRING, report, "--data-dir", shown);
            run(main, withServer(arguments), report, "--data-dir", shown);
        }
        var visit = CompletableFuture.supplyAsync(Rehearsal::visitScreens);
        int code = main.run("--data-dir", shown);
        int visited = visit.get(3, TimeUnit.MINUTES);
        report.println("window: " + code + ", keys that did something: " + visited);
        System.exit(code == ExitCode.DONE && visited > 0 ? 0 : 1);
    }

    private static List<List<String>> withServer(String... arguments) {
        return WITH_SERVER.stream()
                .map(command -> command.stream().map(word -> switch (word) {
                    case "ADDRESS" -> arguments[2];
                    case "CERTIFICATE" -> arguments[3];
                    default -> word;
                }).toList()).toList();
    }

    private static Main main(Wiring wiring, Terminal terminal, Texts texts, Surroundings surroundings) {
        PassphrasePrompt answer = (reason, offered) -> Optional.of(Secret.ofChars(PHRASE));
        return new Main(terminal, LastWords.read(terminal.err(), texts), texts, surroundings,
                wiring.window(new ToolkitStart()::run,
                        (folder, prompt, words) -> wiring.open(folder, answer, words)),
                wiring.opener());
    }

    private static void run(Main main, List<List<String>> commands, PrintWriter report, String... before) {
        for (List<String> command : commands) {
            var line = new ArrayList<>(List.of(before));
            line.addAll(command);
            int code = main.run(line.toArray(String[]::new));
            report.println(String.join(" ", command) + ": " + code);
            if (code != ExitCode.DONE) {
                System.exit(1);
            }
        }
    }

    /**
     * Why there is no rehearsal, in a sentence; nothing when packaging has asked for it and no data of an owner's are near.
     *
     * @param arguments of the program: the data folder, and whether the session is the rehearsal's own
     * @param jvmArguments what the virtual machine was started with
     * @param usual where Loupe keeps the data of whoever runs this
     * @param session where a keyring would be found, and keeps what it is given
     */
    static Optional<String> refusal(List<String> arguments, List<String> jvmArguments, Path usual,
            MadeSession session) {
        boolean ownSession = arguments.size() == 4 && arguments.get(1).equals(OWN_SESSION)
                && arguments.get(2).startsWith("https://localhost:");
        if (jvmArguments.stream().noneMatch(one -> one.startsWith(LEARNING))
                || (!ownSession && !jvmArguments.contains("-Dglass.platform=Headless"))) {
            return Optional.of("Only packaging rehearses the program: start Loupe with its own starter.");
        }
        if (arguments.size() != 1 && !ownSession) {
            return Optional.of("A rehearsal takes a data folder and nothing else.");
        }
        Path folder = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("A rehearsal makes its data folder: this one exists.");
        }
        if (folder.startsWith(usual) || usual.startsWith(folder)) {
            return Optional.of("A rehearsal keeps away from the folder where Loupe keeps its data.");
        }
        if (ownSession && !session.isMadeBeside(folder)) {
            return Optional.of("A rehearsal asks no keyring but one of its own, in the folder where its data are.");
        }
        return Optional.empty();
    }

    /**
     * The session that this process is in.
     *
     * @param home where its programs keep what is theirs
     * @param bus the address of its bus
     */
    record MadeSession(String home, String bus) {
        /** Whether packaging made it: its home is where the data folder is, and the file {@code bus} there says which bus is its own. */
        boolean isMadeBeside(Path data) {
            Path own = Objects.requireNonNull(data.getParent());
            try {
                return Path.of(home).toAbsolutePath().normalize().equals(own) && !bus.isEmpty()
                        && Files.readString(own.resolve("bus")).equals(bus);
            } catch (IOException notMade) {
                return false;
            }
        }
    }

    /** Waits for the open window, goes through its screens by their keys, and closes it. */
    private static int visitScreens() {
        int visited = 0;
        try {
            long until = System.nanoTime() + LONGEST.toNanos();
            boolean open = false;
            while (!open && System.nanoTime() - until < 0) {
                TimeUnit.MILLISECONDS.sleep(STAY / 10);
                open = onToolkit(() -> scene().isPresent());
            }
            // what does not open is closed all the same
            for (KeyCode key : open ? SCREENS : List.<KeyCode>of()) {
                TimeUnit.MILLISECONDS.sleep(STAY);
                visited += onToolkit(() -> press(key)) ? 1 : 0;
                for (int looks = 0; looks < LOOKS && !onToolkit(Rehearsal::showsRows); looks++) {
                    TimeUnit.MILLISECONDS.sleep(STAY);
                }
            }
            TimeUnit.MILLISECONDS.sleep(STAY);
            onToolkit(() -> {
                List.copyOf(Window.getWindows()).forEach(Window::hide);
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return visited;
    }

    private static boolean showsRows() {
        return scene().stream().flatMap(scene -> scene.getRoot().lookupAll(".table-row-cell").stream())
                .anyMatch(row -> row instanceof IndexedCell<?> cell && !cell.isEmpty());
    }

    private static boolean press(KeyCode key) {
        Optional<Runnable> action = scene().map(scene -> scene.getAccelerators()
                .get(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)));
        action.ifPresent(Runnable::run);
        return action.isPresent();
    }

    /** The scene of the window once Loupe is open in it: its keys are there then. */
    private static Optional<Scene> scene() {
        return Window.getWindows().stream().map(Window::getScene)
                .filter(scene -> scene != null && !scene.getAccelerators().isEmpty()).findFirst();
    }

    private static boolean onToolkit(BooleanSupplier question) throws InterruptedException {
        var answer = new CompletableFuture<Boolean>();
        try {
            Platform.runLater(() -> answer.complete(question.getAsBoolean()));
        } catch (IllegalStateException notStarted) {
            return false;
        }
        return answer.completeOnTimeout(false, STAY * 30, TimeUnit.MILLISECONDS).join();
    }

    /** Takes what commands write and answers with one line. */
    private static final class Unseen implements Terminal {
        private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        private final String answer;

        Unseen(String answer) {
            this.answer = answer;
        }

        @Override
        public PrintWriter out() {
            return nowhere;
        }

        @Override
        public boolean isRead() {
            return false;
        }

        @Override
        public PrintWriter err() {
            return nowhere;
        }

        @Override
        public InputStream in() {
            return new ByteArrayInputStream((answer + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public Optional<char[]> readPassword(String prompt) {
            return Optional.empty();
        }

        @Override
        public Optional<String> readLine(String prompt) {
            return Optional.empty();
        }
    }

    /** A session without a keyring: the phrase is asked for instead. */
    private static final class NoKeyring implements KeyHolder {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public KeyState load(InstallId install) {
            return new KeyState.Unavailable("rehearsal");
        }

        @Override
        public void store(InstallId install, Secret keyset) throws ProblemException {
            throw ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);
        }
    }
}
