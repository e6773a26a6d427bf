package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InstallId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.VaultRepositoryContract;

class VaultFileIT extends VaultRepositoryContract {
    private static final SystemAccount ANNA = new SystemAccount("anna", "1000");

    @TempDir
    Path folder;

    private VaultFile vault;

    @BeforeEach
    void open() throws ProblemException {
        vault = VaultFile.open(folder, false, ANNA);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Override
    protected VaultRepository vault() {
        return vault;
    }

    @Test
    void remembersInstallationUserAndRowsAcrossOpenings() throws Exception {
        InstallId install = vault.install();
        UserId user = vault.user();
        var row = connection("acme", "c2VhbGVk");
        vault.insert(row, Map.of());
        vault.close();

        open();

        assertThat(vault.install()).isEqualTo(install);
        assertThat(vault.user()).isEqualTo(user);
        assertThat(vault.connections()).containsExactly(row);
    }

    @Test
    void givesEachSystemAccountItsOwnUserAndInvoiceStore() throws Exception {
        UserId anna = vault.user();
        vault.close();

        vault = VaultFile.open(folder, false, new SystemAccount("anna", "2000"));

        assertThat(vault.user()).isNotEqualTo(anna);
        assertThat(vault.invoiceStoreName()).isEqualTo("invoices-" + vault.user().value());
        vault.close();
        open();
        assertThat(vault.user()).isEqualTo(anna);
        assertThat(vault.invoiceStoreName()).isEqualTo("invoices");
    }

    @Test
    void refusesASecondOpening() {
        assertThatThrownBy(() -> VaultFile.open(folder, false, ANNA)).isInstanceOfSatisfying(ProblemException.class,
                e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.ALREADY_OPEN);
                    assertThat(e.getCause()).as("nothing for the log but the name").isNull();
                });
    }

    /** With its ledger the file is made anew: VaultDamageIT. */
    private void closeAndLoseTheLedger() throws IOException {
        vault.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path ledger : files.filter(file -> file.toString().endsWith(".ledger")).toList()) {
                Files.delete(ledger);
            }
        }
    }

    @Test
    void refusesADamagedVaultAndLeavesItAsItIs() throws Exception {
        closeAndLoseTheLedger();
        Path file = folder.resolve("vault.mv.db");
        byte[] nonsense = "not a database at all".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, nonsense);

        assertThatThrownBy(this::open).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));

        assertThat(file).hasBinaryContent(nonsense);
    }

    @Test
    void refusesAnEmptyVaultFile() throws Exception {
        closeAndLoseTheLedger();
        Path file = folder.resolve("vault.mv.db");
        Files.write(file, new byte[0]);

        assertThatThrownBy(this::open).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));

        assertThat(file).isEmptyFile();
    }
}
