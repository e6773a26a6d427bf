package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** Deletions whose rewrite of the file did not happen: the next opening does it (S37). */
class InterruptedDeletionIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId STAYS = new ConnectionId("bbbbbbbb");
    private static final String CANARY = "Q0FOQVJZLVpxOSF4N0twTDJ2V3Q4c0huNGZSajZt";

    @TempDir
    Path folder;

    @Test
    void s37_theRewriteOfTheCopyIsFinishedAtTheNextOpening() throws Exception {
        Path file = folder.resolve("invoices.mv.db");
        Path obstacle;
        long before;
        try (var open = new OpenStore(folder).knowing(STAYS, SHOP)) {
            open.store.copies().saveInvoices(STAYS, StoreRecords.invoices(1, 2, 1));
            open.store.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 600, 3));
            open.store.copies().flush();
            before = Files.size(file);
            obstacle = obstruct("invoices-rewrite.mv.db");

            assertThatThrownBy(() -> open.store.copies().delete(SHOP)).isInstanceOf(ProblemException.class);

            assertThat(open.store.reader().counts(SHOP).invoices()).isZero();
            assertThat(Files.size(file)).isGreaterThanOrEqualTo(before);
        }
        clear(obstacle);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.reader().counts(STAYS).invoices()).isEqualTo(2);
            assertThat(open.store.reader().counts(SHOP).invoices()).isZero();
            assertThat(Files.size(file)).isLessThan(before / 3);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**rewrite**");
    }

    @Test
    void s37_ciphertextOfADeletedConnectionIsGoneAfterTheNextOpening() throws Exception {
        Path file = folder.resolve("vault.mv.db");
        var row = new StoredConnection(SHOP, new Endpoint(OdooAddress.parse("erp.example"), "db", "bot"),
                new SealedPassword(CANARY));
        try (var vault = VaultFile.open(folder, OpenStore.ANNA)) {
            vault.insert(row, Map.of());
            vault.apply(new VaultChange(Set.of(SHOP), List.of(), Map.of()));
            assertThat(text(file)).as("not yet rewritten").contains(CANARY);
        }

        try (var vault = VaultFile.open(folder, OpenStore.ANNA)) {
            assertThat(vault.connections()).isEmpty();
            assertThat(text(file)).doesNotContain(CANARY);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**rewrite**");
    }

    @Test
    void s35_aDamagedFileThatWasSetAsideGoesWithTheNextDeletion() throws Exception {
        Path damaged = Files.writeString(folder.resolve("invoices.mv.db.damaged-20260506-070809"), "rows of a shop");
        Path other = Files.writeString(folder.resolve("invoices.mv.db.kept-by-the-owner"), "not Loupe's");
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.store.copies().delete(SHOP);
        }

        assertThat(damaged).doesNotExist();
        assertThat(other).exists();
    }

    /** A folder that is not empty where the rewritten file would be made. */
    private Path obstruct(String name) throws IOException {
        Path obstacle = Files.createDirectory(folder.resolve(name));
        Files.createFile(obstacle.resolve("in-the-way"));
        return obstacle;
    }

    private static void clear(Path obstacle) throws IOException {
        Files.delete(obstacle.resolve("in-the-way"));
        Files.delete(obstacle);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
