package app.loupe.vault;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.KeyringProbe;
import testkit.PrivateSession;

/** A real keyring of Linux, on a bus of its own; each call is a process, because a process has one bus for life. */
@DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "KeyringOfThisSessionIT asks theirs")
class KeyringOfThisComputerIT extends KeyHolderContract {
    @TempDir
    Path folder;

    private PrivateSession session;

    @BeforeEach
    void begin() throws Exception {
        session = new PrivateSession(folder);
        session.unlockedKeyring("login");
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Override
    protected KeyHolder holder() {
        return new Probed();
    }

    @Override
    protected void forget(InstallId install) {
        var probed = new Probed();
        probed.demand("forgotten", probed.answer(install, "forget"));
    }

    private final class Probed implements KeyHolder {
        private String answer(InstallId install, String command) {
            Path file = folder.resolve("answers.txt");
            try {
                Files.deleteIfExists(file);
                String output = session.run("", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                        KeyringProbe.class.getName(), file.toString(), "120000", "install:" + install.value(), command);
                List<String> answers = Files.exists(file) ? Files.readAllLines(file) : List.of("", output);
                return answers.get(1);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }

        @Override
        public String id() {
            return KeyringKind.SECRET_SERVICE.id();
        }

        @Override
        public KeyState load(InstallId install) {
            String answer = answer(install, "read");
            String present = "Present:";
            if (answer.startsWith(present)) {
                return new KeyState.Present(Secret.ofChars(answer.substring(present.length())));
            }
            return answer.equals("Absent") ? new KeyState.Absent() : new KeyState.Unreadable(answer);
        }

        @Override
        public void store(InstallId install, Secret keyset) throws ProblemException {
            demand("stored", answer(install, "store:" + new String(keyset.bytes(), StandardCharsets.UTF_8)));
        }

        private void demand(String wanted, String answer) {
            if (!answer.equals(wanted)) {
                throw new AssertionError(answer);
            }
        }
    }
}
