package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails beside the copy as it was before a migration: that one is the last of its kind, and goes only when it has to. */
class FormerFileFaultIT {
    private static final Path KEPT = Path.of("src/test/resources/store/version-1");
    private static final String REPLACED = "replaced";
    private static final String DELETED = "";

    @TempDir
    Path folder;

    private Path file;
    private Path former;
    private byte[] before;

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("invoices.mv.db");
        former = folder.resolve("invoices.mv.db.former");
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path one : files.toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
        before = Files.readAllBytes(file);
    }

    /** Rewrites the file with this mark; {@link #former} is one from before a migration. */
    private void rewrite(String mark) throws Exception {
        Files.write(former, before);
        Files.writeString(folder.resolve("invoices.mv.db.rewrite"), mark);
        try (var key = OpenStore.key((byte) 7)) {
            new FileRewrite(FileProtection.of(folder), new H2Connector(file, key)).run(PackedFile.Choice.ALL);
        }
    }

    private void ruin() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4_096; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
    }

    @Test
    void aRewriteOfWhatWasReplacedTakesItWhenTheFileWasRead() throws Exception {
        rewrite(REPLACED);

        assertThat(former).doesNotExist();
    }

    @Test
    void aRewriteThatMeetsDamageLeavesIt() throws Exception {
        ruin();

        assertThatThrownBy(() -> rewrite(REPLACED)).hasMessage("store-damaged");

        assertThat(former).hasBinaryContent(before);
    }

    /** What was deleted must not come back from it. */
    @Test
    void anOwedDeletionTakesItAlsoWhereTheRewriteMeetsDamage() throws Exception {
        ruin();

        assertThatThrownBy(() -> rewrite(DELETED)).hasMessage("store-damaged");

        assertThat(former).doesNotExist();
    }
}
