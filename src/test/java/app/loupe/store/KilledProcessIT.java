package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.loupe.domain.RecordKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessIT {
    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    private Process writer(int firstPage) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dh2.allowedClasses=", "-Djdk.serialFilter=!*", "-cp",
                System.getProperty("java.class.path"), PageWriter.class.getName(), folder.toString(),
                Integer.toString(firstPage)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Test
    void everyAcknowledgedPageSurvivesAKillAndNoPageIsTorn() throws Exception {
        var random = new Random(4_711);
        var acknowledged = new ArrayList<Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            Process process = writer(round * 10_000);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                int until = 1 + random.nextInt(12);
                for (int n = 0; n < until; n++) {
                    acknowledged.add(number(lines.readLine()));
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            everythingIsThere(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
    }

    private static int number(String line) {
        assertThat(line).startsWith(PageWriter.ACKNOWLEDGED);
        return Integer.parseInt(line.substring(PageWriter.ACKNOWLEDGED.length()));
    }

    private void everythingIsThere(List<Integer> pages) throws Exception {
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            Set<Long> ids = open.copies().stamps(PageWriter.SHOP, RecordKind.INVOICE).keySet();
            for (int page : pages) {
                for (long id = (long) page * PageWriter.PAGE; id < (page + 1L) * PageWriter.PAGE; id++) {
                    assertThat(ids).contains(id);
                }
            }
            assertThat(open.store.scrub()).as("the rows are what is said of them").isEmpty();
            assertThat(ids.size() % PageWriter.PAGE).as("no page is torn").isZero();
            assertThat(open.store.reader().counts(PageWriter.SHOP).lines())
                    .isEqualTo((long) ids.size() * PageWriter.LINES);
        }
    }

    @Test
    void aSecondProcessIsToldThatTheFolderIsOpen() throws Exception {
        try (var open = new OpenStore(folder)) {
            Process second = writer(0);
            try (BufferedReader lines = second.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("ALREADY_OPEN");
            } finally {
                second.destroyForcibly().waitFor();
            }
            assertThat(open.store.warnings()).isEmpty();
        }
    }

    /** What a deletion and a change of the key do; H2's lock is one of the file that is replaced. */
    @Test
    void aSecondProcessIsToldSoAlsoWhereTheVaultFileWasRewritten() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            open.compact();
            assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).as("and lets go of nothing")
                    .hasMessage("already-open");
            Path vault = folder.resolve("vault.mv.db");
            Path rewritten = Files.copy(vault, folder.resolve("vault-other.mv.db"));
            Files.move(rewritten, vault, StandardCopyOption.ATOMIC_MOVE);
            Process second = writer(0);
            try (BufferedReader lines = second.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("ALREADY_OPEN");
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
    }
}
