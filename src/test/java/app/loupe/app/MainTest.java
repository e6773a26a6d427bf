package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.SettingsFile;
import app.loupe.settings.Surroundings;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.ScriptedTerminal;

class MainTest {
    private static final Surroundings WITH_SCREEN = new Surroundings("Linux", Map.of("DISPLAY", ":0"),
            Path.of("/home/ann"));
    private static final Path USUAL = Path.of("/home/ann/.local/share/loupe");

    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<Path> shown = new ArrayList<>();
    /** What is shown to whoever reads no standard error. */
    private final List<String> unread = new ArrayList<>();

    private int run(WindowStarter window, String... arguments) {
        var words = new LastWords(terminal.err(), texts, (title, text) -> unread.add(text));
        return new Main(terminal, words, texts, WITH_SCREEN, window, new CommandsOverFakes()).run(arguments);
    }

    @Test
    void noArgumentsOpenTheWindowOverTheUsualFolder() {
        assertThat(run(shown::add)).isZero();
        assertThat(run(shown::add, "--data-dir", "/other")).isZero();
        assertThat(run(shown::add, "--data-dir=/third")).isZero();

        assertThat(shown).containsExactly(USUAL, Path.of("/other"), Path.of("/third"));
    }

    @Test
    void theWindowWritesForTheRegionThatWasChosenAndCommandsForTheSystems(@TempDir Path folder) {
        new SettingsFile(folder).write(Map.of("settings.language", "nl", "settings.region", "de-CH"));
        List<String> window = List.of("--data-dir", folder.toString());

        Texts shown = Main.texts(window, WITH_SCREEN);
        assertThat(shown.locale()).isEqualTo(Locale.of("de", "CH"));
        assertThat(shown.language()).isEqualTo(Locale.of("nl"));
        Texts command = Main.texts(List.of("sync", "--data-dir", folder.toString()), WITH_SCREEN);
        assertThat(command.locale()).isEqualTo(Locale.getDefault(Locale.Category.FORMAT));
        assertThat(command.language()).isEqualTo(Locale.getDefault(Locale.Category.DISPLAY));
    }

    @Test
    void aSecondStartSaysThatTheWindowIsOpenWhoeverReadsIt() {
        assertThat(run(folder -> true)).isZero();
        assertThat(terminal.messages()).isEmpty();
        assertThat(run(folder -> false)).isZero();
        assertThat(terminal.messages().strip()).isEqualTo("Loupe is open already: its window is in front.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b"})
    void aNameThatCanBeNoFolderOpensNothing(String name) {
        assertThat(run(shown::add, "--data-dir", name)).isEqualTo(2);
        assertThat(run(shown::add, "--data-dir=" + name)).isEqualTo(2);
        assertThat(run(shown::add, "sync", "--data-dir=" + name)).isEqualTo(2);

        assertThat(shown).isEmpty();
        assertThat(terminal.messages().lines()).hasSize(3)
                .allMatch(line -> line.startsWith("What is after --data-dir cannot be the name of a folder."));
        // not of the command
        assertThat(unread).hasSize(2).allMatch(text -> text.startsWith("What is after --data-dir cannot"));
    }

    @Test
    void anythingElseIsACommand() {
        assertThat(run(shown::add, "--version")).isZero();
        assertThat(run(shown::add, "bogus")).isEqualTo(2);

        assertThat(shown).isEmpty();
        assertThat(terminal.output()).contains("Loupe development");
        assertThat(unread).isEmpty();
    }

    @Test
    void withoutADisplayThereIsOneSentenceWhatToDoAndExitCode2() {
        var bare = new Surroundings("Linux", Map.of(), Path.of("/home/ann"));
        assertThat(Display.isLikely(bare, "")).isFalse();

        int code = run(folder -> {
            throw new UnsupportedOperationException("Unable to open DISPLAY");
        });

        assertThat(code).isEqualTo(2);
        assertThat(terminal.messages().lines()).hasSize(1);
        assertThat(terminal.messages()).contains("Loupe cannot open its window", "command line").doesNotContain("\tat",
                "Exception");
    }

    @Test
    void aToolkitThatWrapsItsRefusalMeansTheSame() {
        assertThat(run(folder -> {
            throw new IllegalStateException(new UnsupportedOperationException("Unable to open DISPLAY"));
        })).isEqualTo(2);
        assertThat(terminal.messages()).contains("Loupe cannot open its window");
        assertThat(unread).singleElement().asString().startsWith("Loupe cannot open its window\n\n");
    }

    @Test
    void aDisplayIsLikelyWhereThereIsOneOrNoneIsNeeded() {
        assertThat(Display.isLikely(WITH_SCREEN, "")).isTrue();
        var home = Path.of("/home/ann");
        assertThat(Display.isLikely(new Surroundings("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), home), ""))
                .isTrue();
        assertThat(Display.isLikely(new Surroundings("Linux", Map.of(), home), "Headless")).isTrue();
        assertThat(Display.isLikely(new Surroundings("Windows 11", Map.of(), home), "")).isTrue();
        assertThat(Display.isLikely(new Surroundings("Mac OS X", Map.of(), home), "")).isTrue();
    }

    @Test
    void aWindowThatIsRefusedSaysWhy() {
        assertThat(run(folder -> {
            throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
        })).isEqualTo(4);
        assertThat(terminal.messages()).contains("Your keyring is locked");
        assertThat(unread).singleElement().asString().startsWith("Your keyring is locked\n\n");
    }

    @Test
    void theLogFollowsTheDataFolderWhereverItIsNamed() {
        assertThat(Main.folder(List.of("sync", "--all", "--data-dir", "/d"), WITH_SCREEN)).isEqualTo(Path.of("/d"));
        assertThat(Main.folder(List.of("sync", "--data-dir=/d"), WITH_SCREEN)).isEqualTo(Path.of("/d"));
        assertThat(Main.folder(List.of("--data-dir", "/c", "sync", "--data-dir=/d"), WITH_SCREEN))
                .isEqualTo(Path.of("/d"));
        assertThat(Main.folder(List.of("--data-dir", "/d", "sync", "--all"), WITH_SCREEN)).isEqualTo(Path.of("/d"));
        assertThat(Main.folder(List.of("sync", "--data-dir"), WITH_SCREEN)).isEqualTo(USUAL);
        assertThat(LogFile.of(Path.of("/d"))).isEqualTo(Path.of("/d/logs/loupe.log"));
    }

    @Test
    void s41_aCrashIsOneSentenceWithoutAStackAndExitCode2() {
        var err = new StringWriter();
        var codes = new ArrayList<Integer>();

        new CrashGuard(new LastWords(new PrintWriter(err), texts, (title, text) -> unread.add(text)), codes::add)
                .uncaughtException(Thread.currentThread(), new IllegalStateException("secret"));

        assertThat(codes).containsExactly(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("did not expect").doesNotContain("secret", "IllegalState");
        assertThat(unread).singleElement().asString().contains("did not expect").doesNotContain("secret",
                "IllegalState");
    }

    @Test
    void aCrashThatCannotBeToldEndsTheProcessToo() {
        var codes = new ArrayList<Integer>();
        var guard = new CrashGuard(new LastWords(new PrintWriter(new StringWriter()), texts, (title, text) -> {
            throw new IllegalStateException("nothing can be shown");
        }), codes::add);

        assertThatThrownBy(() -> guard.uncaughtException(Thread.currentThread(), new IllegalStateException("first")))
                .hasMessage("nothing can be shown");

        assertThat(codes).containsExactly(2);
    }
}
