package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.cli.CommandsOverFakes;

class DoctorCommandIT {
    private static final String ACME = "aaaa1111";

    @TempDir
    Path temp;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void folder() throws ProblemException {
        bench.usualFolder = temp.resolve("loupe");
        bench.connections.put(ACME, "Acme", null);
    }

    private List<String> marks() {
        return bench.terminal.output().lines().filter(line -> line.matches("[✓✗!–] .*")).toList();
    }

    @Test
    void aHealthyComputerHasOnlyGoodMarks() {
        assertThat(bench.run("doctor")).isZero();

        assertThat(marks()).hasSize(6).allMatch(line -> line.startsWith("✓"));
        assertThat(bench.terminal.output()).contains("Java: ", "Key to your passwords: the keyring of your desktop",
                "Only your account can open its files: 1 file or folder looked at", "All is well.");
    }

    @ParameterizedTest
    @CsvSource({"15, 0, ''", "14, 0, expires soon", "0, 0, expires soon", "-1, 1, has expired"})
    void aKeyThatEndsSoonIsWarnedOf(int days, int exit, String said) throws Exception {
        LocalDate today = LocalDate.ofInstant(CommandsOverFakes.NOW, ZoneOffset.UTC);
        bench.connections.profiles.replaceAll(profile -> profile.expiring(today.plusDays(days)));

        assertThat(bench.run("doctor")).isEqualTo(exit);

        assertThat(marks().stream().filter(line -> line.contains("API key: ")).toList()).hasSize(said.isEmpty() ? 0 : 1)
                .allMatch(line -> line.endsWith("The API key of \"Acme\" " + said));
        assertThat(bench.terminal.output().contains("loupe connections edit aaaa1111 --key-expires"))
                .isEqualTo(!said.isEmpty());
    }

    @Test
    void withAConnectionItGoesAllTheWayToTheRights() {
        assertThat(bench.run("doctor", "Acme")).isZero();

        assertThat(marks()).hasSize(13).allMatch(line -> line.startsWith("✓"));
        assertThat(bench.terminal.output()).contains("TLSv1.3, CN=Acme CA", "19.0", "Database: acme", "Sign-in: ann");
    }

    @Test
    void whatFailsIsNamedAndTheRestIsNotLookedAt() {
        bench.connections.probeFails = ProblemException.of(ProblemCode.CERTIFICATE_EXPIRED, "erp.acme.example");

        assertThat(bench.run("doctor", ACME)).isEqualTo(3);

        assertThat(marks().subList(6, 13)).extracting(line -> line.substring(0, 1)).containsExactly("✓", "✓", "✗", "–",
                "–", "–", "–");
        assertThat(bench.terminal.output()).contains("The certificate of erp.acme.example is out of date",
                "Check the date and time", "Something is wrong");
    }

    @Test
    void aChangedCertificateIsShownWithWhatToDo() {
        bench.connections.probeFails = ProblemException.of(ProblemCode.CERTIFICATE_CHANGED, "erp.acme.example",
                "AB:CD");

        assertThat(bench.run("doctor", ACME)).isEqualTo(3);
        assertThat(bench.terminal.output()).contains("loupe connections edit ID",
                "with --trust-fingerprint and the fingerprint that you found out.\n");
    }

    @Test
    void anUnknownConnectionIsRepeatedWithTheWayToTheKnownOnes() {
        assertThat(bench.run("doctor", "no\u009b2Jpe")).isEqualTo(2);
        assertThat(bench.terminal.output()).contains("✗ Connection: There is no connection \"no 2Jpe\"",
                "\"loupe connections list\" shows every connection");
    }

    @Test
    void aRefusedSignInComesAfterAGoodGreeting() {
        bench.connections.testFails = ProblemException.of(ProblemCode.SIGN_IN_REFUSED);

        assertThat(bench.run("doctor", ACME)).isEqualTo(3);
        assertThat(marks().subList(6, 13)).extracting(line -> line.substring(0, 1)).containsExactly("✓", "✓", "✓", "✓",
                "✓", "✗", "–");
    }

    @Test
    void missingRightsAreNamedEach() {
        bench.connections.unreadable = Set.of(RecordKind.PARTNER, RecordKind.PRODUCT);

        assertThat(bench.run("doctor", ACME)).isEqualTo(3);
        assertThat(bench.terminal.output()).contains("may not read res.partner", "may not read product.product");
    }

    /** As before the first connection on a computer without a keyring: nothing is wrong, and the exit code says so. */
    @Test
    void aNoticeIsNotBadForProgramsEither() {
        bench.warnings.add(ProblemException.of(ProblemCode.PASSPHRASE_AHEAD).problem());

        assertThat(bench.run("doctor", "--json")).isZero();
        assertThat(bench.terminal.output()).contains("\"outcome\":\"notice\"").doesNotContain("\"bad\"");
    }

    @Test
    void aLockedKeyringIsTheKeyNotTheStore() {
        bench.openFails = ProblemException.of(ProblemCode.KEYRING_LOCKED);

        assertThat(bench.run("doctor")).isEqualTo(4);
        assertThat(marks().getLast()).startsWith("✗ Key to your passwords: Your keyring is locked");
    }

    /** The step of Java, which has named its version before, and never that of the copy. */
    @Test
    void anUnsafeStartIsJavasAlsoWhereThereIsACopy() {
        bench.openFails = ProblemException.of(ProblemCode.UNSAFE_JVM_SWITCH, "-javaagent");

        assertThat(bench.run("doctor")).isEqualTo(4);
        assertThat(marks().getLast()).startsWith("✗ Java: Loupe was started in an unsafe way");
        assertThat(bench.terminal.output()).doesNotContain("Copy");
    }

    @Test
    void aKeyringThatClosesWhileTheCopyIsExaminedIsTheKey() {
        bench.examineFails = ProblemException.of(ProblemCode.KEYRING_LOCKED);

        assertThat(bench.run("doctor")).isEqualTo(4);
        assertThat(marks().getLast()).startsWith("✗ Key to your passwords: ");
    }

    @Test
    void aFileInPlaceOfTheFolderEndsTheExamination() throws Exception {
        bench.usualFolder = Files.writeString(temp.resolve("file"), "");

        assertThat(bench.run("doctor")).isEqualTo(2);
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void aShortCopyIsAWarning() {
        bench.warnings.add(Problem.of(ProblemCode.STORE_SHORT, "412", "2000"));

        assertThat(bench.run("doctor")).isEqualTo(1);
        assertThat(bench.terminal.output()).contains("412 of 2000");
    }

    @Test
    void recordsThatWentWithoutATraceAreAWarningToo() {
        bench.scrubbed.add(Problem.of(ProblemCode.STORE_SHORT, "411", "2000"));

        assertThat(bench.run("doctor")).isEqualTo(1);
        assertThat(bench.terminal.output()).contains("411 of 2000").doesNotContain("✓ Copy");
    }

    /** The connections were counted a moment before. */
    @Test
    void aDiskThatIsFullWhileTheCopyIsExaminedIsNoFaultOfTheConnections() {
        bench.examineFails = ProblemException.of(ProblemCode.DISK_FULL, "here");

        assertThat(bench.run("doctor")).isEqualTo(2);

        assertThat(bench.terminal.output()).contains("✓ Connections").doesNotContain("✗ Connections")
                .containsOnlyOnce("The disk is full");
    }

    @Test
    void aFullDiskIsToldOnce() {
        bench.warnings.add(Problem.of(ProblemCode.DISK_FULL, "here"));
        bench.scrubbed.add(Problem.of(ProblemCode.DISK_FULL, "here"));

        assertThat(bench.run("doctor")).isEqualTo(2);

        assertThat(bench.terminal.output()).containsOnlyOnce("The disk is full");
    }

    @Test
    void jsonHasOneObjectForEachStep() {
        bench.run("doctor", "--json");

        assertThat(bench.terminal.output().lines()).hasSize(6).allMatch(line -> line.startsWith("{\"step\":"))
                .anyMatch(line -> line.contains("\"detail\":\"secret-service\""));
    }
}
