package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;
import testkit.foreign.WindowsFolder;

/** Where no file that is open can be renamed, replaced or deleted, the store has none of its own open when it does so. */
class StoreOnWindowsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId STAYS = new ConnectionId("bbbbbbbb");
    private static final String COPY = "invoices.mv.db";

    @TempDir(factory = WindowsFolder.class)
    Path folder;

    private void fill() throws ProblemException {
        try (var open = new OpenStore(folder).knowing(SHOP, STAYS)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
            open.copies().saveInvoices(STAYS, StoreRecords.invoices(1, 10, 2));
            open.copies().flush();
        }
    }

    private List<String> setAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains(FileProtection.SET_ASIDE)).toList();
        }
    }

    @Test
    void theFakeRefusesWhatWindowsRefuses() throws Exception {
        fill();
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();

            assertThatThrownBy(() -> Files.delete(folder.resolve(COPY))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> Files.move(folder.resolve("VAULT.MV.DB"), folder.resolve("moved")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aDeletedConnectionIsRewrittenAway() throws Exception {
        fill();
        long before = Files.size(folder.resolve(COPY));

        try (var open = new OpenStore(folder)) {
            open.copies().delete(SHOP);

            assertThat(open.store.reader().counts(STAYS).invoices()).isEqualTo(10);
        }

        assertThat(Files.size(folder.resolve(COPY))).isLessThan(before);
        assertThat(folder.resolve(COPY + ".rewrite")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_096, 6_000, 20_000})
    void aCopyThatWasCutShortIsSetAsideAndFilledAgain(int length) throws Exception {
        fill();
        Path file = folder.resolve(COPY);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, length));

        try (var open = new OpenStore(folder).knowing(SHOP)) {
            assertThat(open.store.warnings()).extracting(Problem::code).contains(ProblemCode.STORE_DAMAGED);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(2);
        }

        assertThat(setAside()).hasSize(1);
    }

    @Test
    void aFileThatIsRefusedCanBeReplacedWhileTheProgramRuns() throws Exception {
        Path vault = Files.write(folder.resolve("vault.mv.db"), new byte[0]);

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).isInstanceOf(ProblemException.class);

        Files.delete(vault);
        assertThat(vault).doesNotExist();
    }
}
