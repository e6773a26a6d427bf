package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the file alone, killed often; {@link KilledProcessIT} kills the whole store. */
class KilledFileIT {
    private static final int KILLS = 8;
    private static final int MAX_PAGES = 40;

    @TempDir
    Path folder;

    @Test
    void everySyncedCommitSurvivesAKillAlsoWhenTheFileHasHoles() throws Exception {
        var random = new Random(1);
        var acknowledged = new TreeSet<Integer>();
        for (int round = 0; round < KILLS; round++) {
            Process process = writer(round * 10_000);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                int until = 1 + random.nextInt(MAX_PAGES);
                for (int n = 0; n < until; n++) {
                    acknowledged.add(Integer.parseInt(lines.readLine()));
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            everythingIsThere(acknowledged);
        }
    }

    private Process writer(int firstPage) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dh2.allowedClasses=", "-Djdk.serialFilter=!*", "-cp",
                System.getProperty("java.class.path"), FilePageWriter.class.getName(), folder.toString(),
                Integer.toString(firstPage)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void everythingIsThere(Set<Integer> acknowledged) throws Exception {
        var rows = new HashMap<Integer, Integer>();
        try (H2File file = FilePageWriter.file(folder)) {
            file.open();
            try (var connection = file.connections().getConnection();
                    var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT page, COUNT(*) FROM t GROUP BY page")) {
                while (found.next()) {
                    rows.put(found.getInt(1), found.getInt(2));
                }
            }
        }
        assertThat(rows.keySet()).containsAll(acknowledged);
        assertThat(rows.values()).as("no page is torn").containsOnly(FilePageWriter.ROWS);
    }
}
