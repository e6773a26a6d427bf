package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S46, S47: no text of the vault or of its ledger becomes the name of a file or a part of a database's address. */
class PlantedNamesSecurityTest {
    @TempDir
    Path outer;

    private Path folder() throws IOException {
        return Files.createDirectories(outer.resolve("data"));
    }

    private static Path ledger(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("vault-[0-9a-f]{16}\\.ledger"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A folder with a vault, and what its ledger says. */
    private VaultState made() throws Exception {
        VaultFile.open(folder(), false, OpenStore.ANNA).close();
        return VaultLedger.parse(Files.readString(ledger(folder()))).orElseThrow();
    }

    private void plant(VaultState state) throws IOException {
        Files.writeString(ledger(folder()), VaultLedger.text(state));
    }

    private static VaultState with(VaultState state, String user, Map<String, String> more) {
        var shared = new HashMap<>(state.shared());
        shared.putAll(more);
        return new VaultState(user, shared, state.facts(), state.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;INIT=CALL FILE_WRITE('x','planted')", "../victim/notes", "/abs/notes", "a\\b",
        "invoices/../x",
        "invoices-other", "INVOICES"})
    void theNameOfTheInvoiceStoreIsNeverRead(String planted) throws Exception {
        VaultState state = made();
        plant(with(state, state.user(), Map.of("invoice-store:" + state.user(), planted)));

        try (VaultFile vault = VaultFile.open(folder(), false, OpenStore.ANNA)) {
            assertThat(vault.invoiceStoreName()).isIn("invoices", "invoices-" + vault.user().value());
        }
        assertThat(outer).isDirectoryNotContaining("glob:**victim*");
        assertThat(Path.of("planted")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"u;INIT=CALL FILE_WRITE('x','planted')", "../victim", "nobody", "\\"})
    void theIdOfAnAccountIsOneThatWasDrawn(String planted) throws Exception {
        VaultState state = made();
        var shared = new HashMap<String, String>();
        state.shared().forEach((name, value) -> shared.put(name, value.equals(state.user()) ? planted : value));
        plant(new VaultState(planted, shared, state.facts(), state.rows()));

        assertThatThrownBy(() -> VaultFile.open(folder(), false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));
        assertThat(Path.of("planted")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;INIT=CALL 1.mv.db", "x;.mv.db", "..mv.db", "x y.mv.db", "x.mv.db.mv.db"})
    void theLastGateLetsNoOtherNameIntoAnAddress(String name) {
        assertThatThrownBy(() -> new H2Connector(outer.resolve(name), null).connect(""))
                .isInstanceOf(SQLException.class);
        assertThat(outer).isEmptyDirectory();
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsNone() throws Exception {
        FileProtection protection = FileProtection.of(folder());

        for (String name : new String[] {"../x", "a/b", "/etc/x", ".."}) {
            assertThatThrownBy(() -> protection.file(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(protection.file("x.ledger")).isEqualTo(folder().resolve("x.ledger"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection x", "connection abcd2345 https%3A%2F%2Fx d u -1 z",
        "connection abcd2345 a b c 99999999 z",
        "shared", "fact only", "user", "%zz"})
    void aLedgerThatMakesNoSenseIsNone(String line) {
        String text = "loupe-vault-ledger 1\nuser u\n" + line + "\n";

        assertThat(VaultLedger.parse(text + "end " + FramedDigest.of(List.of(text)) + "\n"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aCopyOfTheLedgerByAnotherProgramIsNoLedger() throws Exception {
        VaultState state = made();
        Path ledger = ledger(folder());
        String name = ledger.getFileName().toString();
        Files.copy(ledger, ledger.resolveSibling(name.replace(".ledger", " (conflicted copy).ledger")));
        Files.copy(ledger, ledger.resolveSibling("vault-0123456789abcdef.ledger"));
        Files.write(folder().resolve("vault.mv.db"), new byte[4_096]);

        try (VaultFile vault = VaultFile.open(folder(), false, OpenStore.ANNA)) {
            assertThat(vault.user().value()).isEqualTo(state.user());
        }
    }
}
