package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** The copy as it was before a migration stays beside the new one until a later start, and takes its place if need be. */
class FormerFileIT {
    private static final Path KEPT = Path.of("src/test/resources/store/version-1");
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final int INVOICES = 14;

    @TempDir
    Path temp;

    private Path folder;
    private Path file;
    private Path former;
    private byte[] before;

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectory(temp.resolve("kept"));
        file = folder.resolve("invoices.mv.db");
        former = folder.resolve("invoices.mv.db.former");
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path one : files.toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
        before = Files.readAllBytes(file);
    }

    private static void ruin(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        for (int i = bytes.length / 4; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(path, bytes);
    }

    private static int rows(OpenStore open) throws ProblemException {
        return open.store.reader().rows(Set.of(SHOP, OTHER)).size();
    }

    private static List<ProblemCode> told(OpenStore open) {
        return open.store.warnings().stream().map(Problem::code).toList();
    }

    private static Problem restored() {
        return Problem.of(ProblemCode.STORE_RESTORED, "invoices.mv.db.damaged-20260506-070809");
    }

    private long setAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().startsWith("invoices.mv.db.damaged-")).count();
        }
    }

    /** A start that migrates, and finds nothing wrong. */
    private void migrated() throws ProblemException {
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            open.store.dropFormer();
        }
    }

    @Test
    void itStaysUntilALaterStartHasFoundTheNewOneWhole() throws Exception {
        migrated();
        assertThat(former).hasBinaryContent(before);
        assertThat(file).isRegularFile();

        try (var open = new OpenStore(folder)) {
            assertThat(rows(open)).isEqualTo(INVOICES);
            assertThat(former).as("the rest of the program may not open").hasBinaryContent(before);
            open.store.dropFormer();
            assertThat(former).doesNotExist();
        }
    }

    @Test
    void aMigratedFileThatIsDamagedGivesWayToIt() throws Exception {
        migrated();
        ruin(file);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).containsExactly(restored());
            assertThat(rows(open)).isEqualTo(INVOICES);
            assertThat(open.store.journal().runs(9)).hasSize(1);
            assertThat(setAside()).isOne();
            open.store.dropFormer();
            assertThat(former).as("migrated again").hasBinaryContent(before);
        }
        try (var open = new OpenStore(folder)) {
            open.store.dropFormer();
            assertThat(former).doesNotExist();
        }
    }

    /** What came since is missing in it: that is told, and read again. */
    @Test
    void whatItLacksIsTold() throws Exception {
        try (var open = new OpenStore(folder)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(20, 25, 1));
            open.copies().flush();
        }
        ruin(file);

        try (var open = new OpenStore(folder)) {
            assertThat(told(open)).containsExactly(ProblemCode.STORE_RESTORED, ProblemCode.STORE_SHORT);
            assertThat(rows(open)).isEqualTo(INVOICES);
            assertThat(open.copies().watermark(SHOP)).isEmpty();
            open.store.dropFormer();
            assertThat(former).exists();
        }
    }

    @Test
    void whereItIsDamagedTooANewCopyIsBegun() throws Exception {
        migrated();
        ruin(file);
        ruin(former);

        try (var open = new OpenStore(folder)) {
            assertThat(told(open)).contains(ProblemCode.STORE_DAMAGED).doesNotContain(ProblemCode.STORE_RESTORED);
            assertThat(former).doesNotExist();
            assertThat(setAside()).isEqualTo(2);
        }
    }

    @Test
    void damageToItAloneHarmsNothing() throws Exception {
        migrated();
        ruin(former);

        try (var open = new OpenStore(folder)) {
            assertThat(told(open)).isEmpty();
            assertThat(rows(open)).isEqualTo(INVOICES);
            open.store.dropFormer();
        }
        assertThat(former).doesNotExist();
        assertThat(setAside()).isZero();
    }

    @Test
    void aDeletionTakesIt() throws Exception {
        try (var open = new OpenStore(folder)) {
            assertThat(former).exists();
            open.copies().delete(OTHER, DeletionProgress.UNWATCHED);
            assertThat(former).doesNotExist();
            assertThat(rows(open)).isEqualTo(INVOICES - 2);
        }
    }

    /** Killed between the two: the mark of the rewrite is there, and the next start takes it. */
    @Test
    void aDeletionThatWasKilledTakesItAtTheNextStart() throws Exception {
        migrated();
        Files.writeString(folder.resolve("invoices.mv.db.rewrite"), "");

        try (var open = new OpenStore(folder)) {
            assertThat(rows(open)).isEqualTo(INVOICES);
            assertThat(former).doesNotExist();
        }
    }

    @Test
    void whatIsDamagedInUseTakesItToo() throws Exception {
        try (var open = new OpenStore(folder)) {
            var quarantine = new Quarantine(open.vault, file, OpenStore.CLOCK, List::of);
            quarantine.setAside(ProblemException.of(ProblemCode.STORE_DAMAGED));
            assertThat(former).doesNotExist();
        }
    }

    /** Killed when it was kept and the new one was not in place yet. */
    @Test
    void aStartThatWasKilledBeforeTheNewOneWasInPlaceIsRepeated() throws Exception {
        Files.createLink(former, file);
        Files.write(folder.resolve("invoices-migration.mv.db"), new byte[5_000]);

        migrated();

        assertThat(former).hasBinaryContent(before);
        try (var open = new OpenStore(folder)) {
            assertThat(rows(open)).isEqualTo(INVOICES);
        }
    }

    /** Killed when the damaged one was moved aside and nothing lay in its place. */
    @Test
    void aStartThatWasKilledBeforeItTookThePlaceIsRepeated() throws Exception {
        migrated();
        Files.writeString(folder.resolve("invoices.mv.db.damaged-20250101-000000"), "an older one");
        Files.move(file, folder.resolve("invoices.mv.db.damaged-20260506-070809"));

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).containsExactly(restored());
            assertThat(rows(open)).isEqualTo(INVOICES);
        }
    }

    /** Nothing was found damaged, as far as anybody knows: what is missing is told by the ledger. */
    @Test
    void itTakesThePlaceOfAFileThatIsGone() throws Exception {
        migrated();
        Files.delete(file);

        try (var open = new OpenStore(folder)) {
            assertThat(told(open)).isEmpty();
            assertThat(rows(open)).isEqualTo(INVOICES);
        }
    }

    @Test
    void ofAnotherKeyItIsLeftWhereItIs() throws Exception {
        migrated();
        Files.delete(file);

        assertThatThrownBy(() -> new OpenStore(folder, OpenStore.ANNA, (byte) 8)).hasMessage("key-foreign");

        assertThat(former).hasBinaryContent(before);
        assertThat(file).doesNotExist();
    }

    @Test
    void whereNothingMayBeWrittenNothingTakesAPlaceOrGoes() throws Exception {
        migrated();
        byte[] whole = Files.readAllBytes(file);
        try (var vault = VaultFile.open(folder, true, OpenStore.ANNA);
                var key = OpenStore.key((byte) 7);
                var store = InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of)) {
            vault.dropFormer();
            store.dropFormer();
        }
        assertThat(former).hasBinaryContent(before);
        ruin(file);
        byte[] damaged = Files.readAllBytes(file);

        try (var vault = VaultFile.open(folder, true, OpenStore.ANNA); var key = OpenStore.key((byte) 7)) {
            assertThatThrownBy(() -> InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of))
                    .hasMessage("damaged-read-only");
        }

        assertThat(file).hasBinaryContent(damaged);
        assertThat(former).hasBinaryContent(before);
        Files.write(file, whole);
    }

    /** As on a disk without room for it, or where something else lies there. */
    @Test
    void whereItCannotBeKeptTheMigrationGoesOn() throws Exception {
        Files.createFile(Files.createDirectory(former).resolve("in the way"));

        migrated();

        assertThat(former).isDirectory();
        try (var open = new OpenStore(folder)) {
            assertThat(rows(open)).isEqualTo(INVOICES);
            open.store.dropFormer();
        }
        assertThat(former.resolve("in the way")).exists();
    }

    /** Whatever files lie there when the process is killed, the folder opens with all rows. */
    @Test
    void everyStepOfAMigrationIsOneToBeginAgainFrom() throws Exception {
        var cuts = new PowerCuts(folder);
        migrated();
        cuts.end();
        List<PowerCuts.Image> killed = cuts.killed();
        assertThat(killed).hasSizeGreaterThan(2);
        for (int i = 0; i < killed.size(); i++) {
            Path image = killed.get(i).in(temp.resolve("killed" + i));
            try (var open = new OpenStore(image)) {
                assertThat(told(open)).as(killed.get(i).name()).isEmpty();
                assertThat(rows(open)).as(killed.get(i).name()).isEqualTo(INVOICES);
            }
        }
    }
}
