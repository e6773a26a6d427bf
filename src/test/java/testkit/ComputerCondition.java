package testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out, on a bare Linux with nothing but Java and Maven, the tests that need more of it, and says which package is
 * missing: those of the window need what OpenJFX draws text with, those of the keyring one of their own, those of a release
 * need git. With {@code LOUPE_TESTS=all} nothing is left out: what is missing is a failure then.
 */
public final class ComputerCondition implements ExecutionCondition {
    private static final boolean ALL = "all".equals(System.getenv("LOUPE_TESTS"));
    private static final boolean LINUX = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    private static final List<String> LIBRARIES = List.of("libglib-2.0.so.0", "libfreetype.so.6",
            "libfontconfig.so.1", "libpango-1.0.so.0", "libpangoft2-1.0.so.0");
    private static final List<String> PROGRAMS = List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon",
            "secret-tool");

    private static final class Window {
        private static final Optional<String> MISSING = LIBRARIES.stream().filter(name -> !loads(name)).findFirst()
                .or(() -> hasFonts() ? Optional.empty() : Optional.of("a font"));
    }

    private static final class Keyring {
        private static final Optional<String> MISSING = PROGRAMS.stream().filter(name -> !isThere(name)).findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String name = context.getTestClass().map(Class::getSimpleName).orElse("");
        Optional<String> missing = Optional.empty();
        if (LINUX && !ALL && name.endsWith("FxTest")) {
            missing = Window.MISSING;
            missing.ifPresent(what -> sayLeftOut());
        } else if (LINUX && !ALL && List.of("KeyringIT", "KeyringOfThisComputerIT").contains(name)) {
            missing = Keyring.MISSING;
        } else if (LINUX && !ALL && List.of("ReleaseCheckTest", "ReproduceTest").contains(name) && !isThere("git")) {
            missing = Optional.of("git");
        }
        return missing
                .map(what -> ConditionEvaluationResult
                        .disabled(what + " is not on this computer; .ci/run installs it and runs every test"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
    }

    /** For the build: without these tests the floors of the window's coverage cannot hold. */
    private static void sayLeftOut() {
        try {
            Files.writeString(Path.of("target", "window-tests-left-out"), "");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @SuppressWarnings("restricted") // nothing of the library is called
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException notThere) {
            return false;
        }
    }

    private static boolean hasFonts() {
        try (Stream<Path> files = Files.walk(Path.of("/usr/share/fonts"))) {
            return files.anyMatch(file -> file.toString().endsWith("tf"));
        } catch (IOException none) {
            return false;
        }
    }

    private static boolean isThere(String program) {
        return Stream.of("/usr/local/bin", "/usr/bin", "/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
