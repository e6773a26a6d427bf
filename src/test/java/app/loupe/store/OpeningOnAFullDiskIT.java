package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** What opening writes, and that a disk that is full or refuses to write does not keep the owner from reading. */
class OpeningOnAFullDiskIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path ledger;

    @BeforeEach
    void fill() throws Exception {
        ledger = folder.resolve("store.ledger");
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 5, 1));
            open.copies().publish(SHOP, NOW, null);
        }
    }

    /** An older copy of the store comes back, under a newer ledger. */
    private void shorten() throws Exception {
        Path file = folder.resolve("invoices.mv.db");
        Path older = Files.copy(file, folder.resolve("older"));
        try (var open = new OpenStore(folder)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(6, 2, 1));
            open.copies().flush();
        }
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String full(String sql) {
        if (sql.startsWith("update")) {
            throw new HibernateException("x", new IOException("No space left on device"));
        }
        return sql;
    }

    @Test
    void nothingIsWrittenToTheLedgerThatItSaysAlready() throws Exception {
        Object before = Files.readAttributes(ledger, "fileKey,lastModifiedTime");

        new OpenStore(folder).close();

        assertThat((Object) Files.readAttributes(ledger, "fileKey,lastModifiedTime")).isEqualTo(before);
    }

    /** What needs no room is opened where there is none. */
    @Test
    void nothingIsWrittenToAVaultThatKnowsTheAccountWhileItIsOpened() throws Exception {
        Path vault = folder.resolve("vault.mv.db");
        FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(vault, before);

        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(Files.getLastModifiedTime(vault)).isEqualTo(before);
            assertThat(open.user()).isNotNull();
        }
    }

    @Test
    void nothingIsWrittenToTheLedgerOfTheVaultThatItSaysAlready() throws Exception {
        Path vaultLedger = vaultLedger();
        Object before = Files.readAttributes(vaultLedger, "fileKey,lastModifiedTime");

        VaultFile.open(folder, false, OpenStore.ANNA).close();

        assertThat((Object) Files.readAttributes(vaultLedger, "fileKey,lastModifiedTime")).isEqualTo(before);
    }

    /** As a process leaves it that was killed between the change of the file and that of the ledger. */
    @Test
    void anOlderLedgerOfTheVaultIsToldOfWhatItsFileHolds() throws Exception {
        Path vaultLedger = vaultLedger();
        byte[] older = Files.readAllBytes(vaultLedger);
        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            open.change(VaultFact.SCRUBBED, before -> "2026-04-01T12:00:00Z");
        }
        byte[] told = Files.readAllBytes(vaultLedger);
        assertThat(told).isNotEqualTo(older);
        Files.write(vaultLedger, older);

        VaultFile.open(folder, false, OpenStore.ANNA).close();

        assertThat(vaultLedger).hasBinaryContent(told);
    }

    /** A folder that is not empty where the new ledger would be: the system refuses, and the disk is not full. */
    private static Path inTheWayOf(Path ledger) throws IOException {
        Path obstacle = Files.createDirectory(ledger.resolveSibling(ledger.getFileName() + ".tempFile"));
        return Files.createFile(obstacle.resolve("in-the-way"));
    }

    /** An opening that cannot write reads, says so, and the next one that can tells the ledger. */
    @Test
    void aLedgerOfTheVaultThatTheSystemRefusesKeepsNobodyFromReading() throws Exception {
        Path vaultLedger = vaultLedger();
        byte[] older = Files.readAllBytes(vaultLedger);
        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            open.change(VaultFact.SCRUBBED, before -> "2026-04-01T12:00:00Z");
        }
        byte[] told = Files.readAllBytes(vaultLedger);
        Files.write(vaultLedger, older);
        Path obstacle = inTheWayOf(vaultLedger);

        try (var open = new OpenStore(folder)) {
            assertThat(open.vault.warnings()).extracting(Problem::code, problem -> problem.parameters().getFirst())
                    .containsExactly(tuple(ProblemCode.DATA_FOLDER_REFUSES, folder.toString()));
            assertThat(open.vault.facts()).containsEntry(VaultFact.SCRUBBED, "2026-04-01T12:00:00Z");
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(5);
        }
        assertThat(vaultLedger).as("not half").hasBinaryContent(older);

        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(open.warnings()).isEmpty();
        }
        assertThat(vaultLedger).hasBinaryContent(told);
    }

    /** The ledger of the copy is the older one then, as after a full disk. */
    @Test
    void aLedgerOfTheCopyThatTheSystemRefusesKeepsNobodyFromReading() throws Exception {
        byte[] older = Files.readAllBytes(ledger);
        try (var open = new OpenStore(folder)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(6, 2, 1));
        }
        Path obstacle = inTheWayOf(ledger);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code)
                    .containsExactly(ProblemCode.DATA_FOLDER_REFUSES);
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(7);
        }
        assertThat(ledger).hasBinaryContent(older);

        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(7);
        }
    }

    /** What is on the disk is done, whatever became of the ledger: nobody is told that it failed and finds it done later. */
    @Test
    void aChangeThatTheLedgerCouldNotBeToldOfIsDone() throws Exception {
        Path vaultLedger = vaultLedger();
        byte[] older = Files.readAllBytes(vaultLedger);
        Path obstacle = inTheWayOf(vaultLedger);
        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            open.change(VaultFact.SCRUBBED, before -> "2026-04-01T12:00:00Z");
        }
        assertThat(vaultLedger).hasBinaryContent(older);

        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        try (var open = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(open.warnings()).isEmpty();
            assertThat(open.facts()).containsEntry(VaultFact.SCRUBBED, "2026-04-01T12:00:00Z");
        }
        assertThat(Files.readAllBytes(vaultLedger)).isNotEqualTo(older);
    }

    private Path vaultLedger() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "vault-*.ledger")) {
            return files.iterator().next();
        }
    }

    @Test
    void aShortCopyIsReadableAndMarkedAsSoonAsThereIsRoom() throws Exception {
        shorten();
        String said = Files.readString(ledger);

        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA);
                var key = OpenStore.key((byte) 7);
                var store = InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of, OpeningOnAFullDiskIT::full)) {
            assertThat(store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT,
                    ProblemCode.DISK_FULL);
            assertThat(store.reader().counts(SHOP).invoices()).isEqualTo(5);
            assertThat(ledger).hasContent(said);
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            assertThat(open.copies().watermark(SHOP)).isEmpty();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
        }
    }

    @Test
    void theLedgerDoesNotForgetAShortCopyThatIsNotMarkedYet() throws Exception {
        shorten();
        var noRoom = new java.util.concurrent.atomic.AtomicBoolean(true);

        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA);
                var key = OpenStore.key((byte) 7);
                var store = InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of,
                        sql -> noRoom.get() ? full(sql) : sql)) {
            assertThat(OpenStore.copies(store).watermark(SHOP)).contains(NOW);
            noRoom.set(false);

            OpenStore.copies(store).flush();

            assertThat(OpenStore.copies(store).watermark(SHOP)).isEmpty();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
        }
    }
}
