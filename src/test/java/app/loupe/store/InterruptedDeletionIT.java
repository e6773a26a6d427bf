package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
            open.copies().saveInvoices(STAYS, StoreRecords.invoices(1, 2, 1));
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 600, 3));
            open.copies().flush();
            before = Files.size(file);
            obstacle = obstruct("invoices-rewrite.mv.db");

            assertThatThrownBy(() -> open.copies().delete(SHOP)).isInstanceOf(ProblemException.class);

            assertThat(Files.size(file)).as("no row is deleted by itself").isLessThan(before + before / 10);
            onlyTheOtherIsThere(open, 600);
        }
        clear(obstacle);

        try (var open = new OpenStore(folder)) {
            onlyTheOtherIsThere(open, 600);
            assertThat(open.copies().delete(SHOP)).isEqualTo(600);
            onlyTheOtherIsThere(open, 0);
            assertThat(Files.size(file)).isLessThan(before / 3);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**rewrite**");
    }

    /** Nobody lists it any more; its rows are whole or gone, and nothing is missed. */
    private static void onlyTheOtherIsThere(OpenStore open, int rowsLeft) throws Exception {
        assertThat(open.store.warnings()).isEmpty();
        assertThat(open.store.profiles().profiles()).extracting(ConnectionProfile::id).containsExactly(STAYS);
        assertThat(open.store.reader().counts(STAYS).invoices()).isEqualTo(2);
        assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(rowsLeft);
        assertThat(open.store.reader().rows(Set.of(SHOP))).hasSize(rowsLeft);
        assertThat(open.store.scrub()).isEmpty();
        assertThat(open.store.examine(new CancelToken())).isEmpty();
    }

    private void fill() throws Exception {
        try (var open = new OpenStore(folder).knowing(STAYS, SHOP)) {
            open.copies().saveInvoices(STAYS, StoreRecords.invoices(1, 2, 1));
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 300, 3));
            open.copies().publish(SHOP, OpenStore.CLOCK.instant(), OpenStore.CLOCK.instant());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, Deleter.PARTS})
    void s37_aProcessThatIsKilledAmidLeavesAllRowsOrNoneAndTheNextOneFinishesIt(int parts) throws Exception {
        fill();
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dh2.allowedClasses=",
                "-Djdk.serialFilter=!*", "-cp", System.getProperty("java.class.path"), Deleter.class.getName(),
                folder.toString(), SHOP.value(), Integer.toString(parts))
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor()).isEqualTo(Deleter.KILLED);

        try (var open = new OpenStore(folder)) {
            onlyTheOtherIsThere(open, 300);
            assertThatThrownBy(() -> open.copies().saveInvoices(SHOP, StoreRecords.invoices(900, 1, 1)))
                    .hasMessage("connection-unknown");
            assertThat(open.copies().delete(SHOP)).isEqualTo(300);
            onlyTheOtherIsThere(open, 0);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**rewrite**");
    }

    /** The ledger is written after the file: what it still counts is not missed. */
    @Test
    void s37_rowsThatAreGoneBeforeTheLedgerKnowsAreNotMissed() throws Exception {
        fill();
        Path ledger = folder.resolve("store.ledger.tempFile");
        try (var open = new OpenStore(folder)) {
            assertThatThrownBy(() -> open.copies().delete(SHOP, (done, of) -> {
                if (done == of) {
                    obstructed(ledger);
                }
            })).isInstanceOf(ProblemException.class);
        }
        clear(ledger);

        try (var open = new OpenStore(folder)) {
            onlyTheOtherIsThere(open, 0);
        }
    }

    private static void obstructed(Path ledger) {
        try {
            Files.createFile(Files.createDirectory(ledger).resolve("in-the-way"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void theProgressCountsUpToItsEnd() throws Exception {
        fill();
        var steps = new ArrayList<Long>();
        var all = new HashSet<Long>();
        try (var open = new OpenStore(folder)) {
            open.copies().delete(SHOP, (done, of) -> {
                steps.add(done);
                all.add(of);
            });
        }
        assertThat(steps).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(900);
        assertThat(all).containsExactly(steps.getLast());
    }

    @Test
    void s37_ciphertextOfADeletedConnectionIsGoneAfterTheNextOpening() throws Exception {
        Path file = folder.resolve("vault.mv.db");
        var row = new StoredConnection(SHOP, new Endpoint(OdooAddress.parse("erp.example"), "db", "bot"),
                new SealedPassword(CANARY));
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            vault.insert(row, Map.of());
            vault.apply(new VaultChange(Set.of(SHOP), List.of(), Map.of()));
            assertThat(text(file)).as("not yet rewritten").contains(CANARY);
        }

        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
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
            open.copies().delete(SHOP);
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
