package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBookIT {
    private static final int ROUNDS = 12;

    @TempDir
    Path folder;

    private Process writer(int first) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dh2.allowedClasses=", "-Djdk.serialFilter=!*", "-cp",
                System.getProperty("java.class.path"), BookWriter.class.getName(), folder.toString(),
                Integer.toString(first)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Test
    void whatWasNotedSurvivesAKillAndTheBookIsNeverTakenForADamagedOne() throws Exception {
        var random = new Random(4_711);
        var acknowledged = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            Process process = writer(round * 10_000);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                int until = 1 + random.nextInt(12);
                for (int n = 0; n < until; n++) {
                    acknowledged.add(Long.parseLong(lines.readLine()));
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            try (var open = new OpenBook(folder)) {
                assertThat(open.warnings()).as("round %d", round).isEmpty();
                List<Long> invoices = open.invoices(BookWriter.SHOP);
                assertThat(invoices).containsAll(acknowledged).doesNotHaveDuplicates();
                assertThat(invoices.size() % BookWriter.AT_ONCE).as("all of one telling or none").isZero();
            }
        }
    }
}
