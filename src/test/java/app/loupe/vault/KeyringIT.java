package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.KeyringProbe;
import testkit.PrivateSession;

/** S49: a real GNOME keyring on a private bus, in each of the states that its owner can meet. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "a keyring of Linux")
class KeyringIT {
    /** Out of reach of any machine. */
    private static final int LIMIT_MILLIS = 120_000;

    private static List<String> probe(PrivateSession session, Path folder, String... commands) throws Exception {
        return probe(session, folder, LIMIT_MILLIS, commands);
    }

    private static List<String> probe(PrivateSession session, Path folder, int limit, String... commands)
            throws IOException, InterruptedException {
        Path file = folder.resolve("answers.txt");
        Files.deleteIfExists(file);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                        KeyringProbe.class.getName(), file.toString(), Integer.toString(limit)));
        command.addAll(List.of(commands));
        String output = session.run("", command.toArray(String[]::new));
        assertThat(file).as(output).exists();
        return Files.readAllLines(file);
    }

    @Test
    void s49_unlockedKeepsReadsReplacesAndForgets(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            session.unlockedKeyring("login");

            assertThat(probe(session, folder, "id", "load", "store:first", "load", "store:second", "load", "forget",
                    "load", "forget")).containsExactly("secret-service", "Absent[]", "stored", "Present:first:5",
                            "stored", "Present:second:6", "forgotten", "Absent[]", "forgotten");
        }
    }

    @Test
    void s32_anotherProgramOfTheSameUserCanReadTheEntry(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            session.unlockedKeyring("login");
            probe(session, folder, "store:visible");

            String seen = session.run("", "secret-tool", "lookup", "service", "Loupe", "account", "install-1");

            assertThat(seen).isEqualTo("visible");
        }
    }

    @Test
    void s49_lockedWithoutPrompterIsLockedAndNeverAbsent(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            Process unlocked = session.unlockedKeyring("login");
            assertThat(probe(session, folder, "store:kept")).containsExactly("stored");
            session.end(unlocked);
            Process locked = session.lockedKeyring();

            assertThat(probe(session, folder, "unasked", "load", "store:other", "open")).containsExactly("false",
                    "Locked[]", "KEYRING_LOCKED", "KEYRING_LOCKED");

            session.end(locked);
            session.unlockedKeyring("login");
            assertThat(probe(session, folder, "unasked", "load")).containsExactly("true", "Present:kept:4");
        }
    }

    @Test
    void s49_aKeyringThatWasNeverSetUpIsNotTakenForAnEmptyOne(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            session.lockedKeyring();

            assertThat(probe(session, folder, "load", "store:first")).containsExactly(
                    "Unavailable[why=no_collection]", "KEYRING_UNAVAILABLE");
        }
    }

    @Test
    void s49_withoutAServiceThereIsNoKeyring(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            assertThat(probe(session, folder, "id", "load", "store:first", "unasked")).containsExactly("secret-service",
                    "Unavailable[why=no_service]", "KEYRING_UNAVAILABLE", "false");
        }
    }

    @Test
    void s49_aRemovedOrForeignEntryIsNamedAndNeverReplaced(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            session.unlockedKeyring("login");

            List<String> answers = probe(session, folder, "open", "open", "forget", "open", "load", "open-other",
                    "open", "store:nothing", "open", "load");

            assertThat(answers).containsExactly("opened:secret-service", "opened:secret-service", "forgotten",
                    "KEY_MISSING", "Absent[]", "opened:secret-service", "KEY_FOREIGN", "stored", "KEY_UNREADABLE",
                    "Present:nothing:7");
        }
    }

    @Test
    void s49_twoEntriesAreNotChosenFrom(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            session.unlockedKeyring("login");
            probe(session, folder, "store:mine");
            session.run("other", "secret-tool", "store", "--label=other", "service", "Loupe", "account", "install-1",
                    "more", "x");

            assertThat(probe(session, folder, "load", "store:third")).containsExactly("Unreadable[why=duplicate]",
                    "KEYRING_DENIED");
        }
    }

    @Test
    void s49_anEntryOfFiveKilobytesIsReadAndJudged(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            session.unlockedKeyring("login");
            session.run("x".repeat(5_000), "secret-tool", "store", "--label=long", "service", "Loupe", "account",
                    "install-1");

            assertThat(probe(session, folder, "load", "open"))
                    .containsExactly("Present:" + "x".repeat(20) + ":5000", "KEY_UNREADABLE");
        }
    }

    /** All answers come while the keyring still hangs. */
    @Test
    void s49_aHangingKeyringIsSlowWithinTheLimit(@TempDir Path folder) throws Exception {
        int limit = 3_000;
        try (var session = new PrivateSession(folder)) {
            Process keyring = session.unlockedKeyring("login");
            probe(session, folder, "store:kept");
            session.hang(keyring);

            List<String> answers = probe(session, folder, limit, "load", "store:other", "open", "unasked");
            session.goOn(keyring);

            assertThat(answers).containsExactly("Slow[]", "KEYRING_SLOW", "KEYRING_SLOW", "false");
            assertThat(probe(session, folder, "load")).containsExactly("Present:kept:4");
        }
    }

    @Test
    void s49_aKeyringThatDiedIsNotTakenForAnEmptyOne(@TempDir Path folder) throws Exception {
        try (var session = new PrivateSession(folder)) {
            Process keyring = session.unlockedKeyring("login");
            probe(session, folder, "store:kept");
            session.end(keyring);

            assertThat(probe(session, folder, "load", "open")).containsExactly("Unavailable[why=no_service]",
                    "opened:passphrase");
        }
    }
}
