package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a store stands nowhere but in its file, also while very much of it is read. */
class LargeAnswersSecurityTest {
    /** Ten times what H2 holds in memory by itself with a heap of a gigabyte. */
    private static final int ROWS = 400_000;

    @TempDir
    Path folder;

    private static Set<String> besidesTheStore() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".temp.db"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void s53_aLargeAnswerIsNotPutIntoTheTemporaryFolder() throws Exception {
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("rows.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY);
                Statement statement = connection.createStatement()) {
            Set<String> before = besidesTheStore();
            try (ResultSet rows = statement
                    .executeQuery("SELECT X, 'secret ' || X FROM SYSTEM_RANGE(1, " + ROWS + ')')) {
                assertThat(rows.next()).isTrue();
                assertThat(besidesTheStore()).isEqualTo(before);
            }
        }
    }
}
