package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Links;
import testkit.StoreRecords;

/** A first start that a full disk or a kill cut off: the owner is never locked out by what it left. */
class FirstStoreIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_096, 6_000})
    void whatIsLeftOfATornFirstFileIsSetAsideAndAStoreIsMade(int bytes) throws Exception {
        Path file = folder.resolve("invoices.mv.db");
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var key = OpenStore.key((byte) 7)) {
            // where the file is to be is no place for one: the start ends as at a full disk
            Links.make(file, folder.resolve("nowhere").resolve("x"));
            assertThatThrownBy(() -> InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of))
                    .isInstanceOf(ProblemException.class);
        }
        Files.delete(file);
        Files.write(file, new byte[bytes]);

        try (var open = new OpenStore(folder).knowing(SHOP)) {
            assertThat(open.store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_DAMAGED);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
            open.copies().flush();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(2);
        }
        assertThat(folder.resolve("invoices.mv.db.damaged-20260506-070809")).hasSize(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM \"flyway_schema_history\"", "DROP TABLE \"flyway_schema_history\""})
    void tablesWhoseMakingWasCutOffAreMadeAnew(String cut) throws Exception {
        new OpenStore(folder).close();
        try (var file = new H2File(FileProtection.of(folder), folder.resolve("invoices.mv.db"),
                OpenStore.key((byte) 7))) {
            file.open();
            try (var connection = file.connections().getConnection(); var statement = connection.createStatement()) {
                statement.execute(cut);
            }
        }

        try (var open = new OpenStore(folder).knowing(SHOP)) {
            assertThat(open.store.warnings()).extracting(Problem::code).contains(ProblemCode.STORE_DAMAGED);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatTheVaultDoesNotKnowStaysAsItIs() throws Exception {
        VaultFile.open(folder, false, OpenStore.ANNA).close();
        Path file = Files.write(folder.resolve("invoices.mv.db"), new byte[4_096]);

        assertThatThrownBy(() -> new OpenStore(folder)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KEY_FOREIGN));

        assertThat(file).hasBinaryContent(new byte[4_096]);
    }
}
