package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a store stands nowhere but in its file, also while very much of it is read. */
class LargeAnswersSecurityTest {
    /** Ten times what H2 holds in memory by itself with a heap of a gigabyte. */
    private static final int ROWS = 400_000;

    @TempDir
    Path folder;

    /** Reads in a process with a temporary folder of its own: whoever else is at work here has files in the machine's. */
    static final class Reader {
        private Reader() {}

        /** Says how many rows it has before it, and then what is in the temporary folder. */
        static void main(String[] arguments) throws Exception {
            try (var key = OpenStore.key((byte) 7);
                    Connection connection = new H2Connector(Path.of(arguments[0]), key)
                            .connect(H2Connector.APPEND_ONLY);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement
                            .executeQuery("SELECT X, 'secret ' || X FROM SYSTEM_RANGE(1, " + ROWS + ')');
                    Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                System.out.println(rows.next() ? "read" : "nothing");
                files.forEach(System.out::println);
            }
        }
    }

    @Test
    void s53_aLargeAnswerIsNotPutIntoTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary, "-cp",
                System.getProperty("java.class.path"), Reader.class.getName(),
                folder.resolve("rows.mv.db").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said;
        try (var lines = reader.inputReader()) {
            said = lines.lines().toList();
        }

        assertThat(reader.waitFor()).isZero();
        assertThat(said).containsExactly("read");
    }
}
