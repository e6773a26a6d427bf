package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void aMigrationThatSpoilsTheFileLeavesTheOneFromBefore() throws Exception {
        openWithASpoiltMigration();

        assertThat(former).doesNotExist();
        List<byte[]> kept = new ArrayList<>();
        for (Path one : FileProtection.of(folder).setAside(file)) {
            kept.add(Files.readAllBytes(one));
        }
        assertThat(kept).hasSize(3).contains(before);
    }

    /** A migration that writes something that nobody can read, however often it is repeated. */
    private void openWithASpoiltMigration() throws Exception {
        var warnings = new ArrayList<Problem>();
        var opened = new ArrayList<Path>();
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var key = OpenStore.key((byte) 7)) {
            var quarantine = new Quarantine(vault, file, OpenStore.CLOCK, List::of);
            Path last = new StoreOpening(vault, key, quarantine, warnings).open(it -> {
                try (it) {
                    opened.add(it.file());
                    if (opened.size() <= 2) {
                        throw ProblemException.of(ProblemCode.STORE_DAMAGED);
                    }
                    return it.file();
                }
            });
            assertThat(last).isEqualTo(file);
        }

        assertThat(opened).hasSize(3);
        assertThat(warnings).extracting(Problem::code).containsExactly(ProblemCode.STORE_DAMAGED);
    }

    /** It lies there under the name of a damaged file, which a deletion takes. */
    @Test
    void aDeletionTakesTheOneFromBeforeASpoiledMigrationToo() throws Exception {
        openWithASpoiltMigration();

        rewrite(DELETED);

        assertThat(FileProtection.of(folder).setAside(file)).isEmpty();
    }
}
