package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder of which only a part was copied or brought back: no start makes a vault that its other files do not know. */
class LeftWithoutVaultIT extends VaultWithRows {
    private static Map<String, String> content(Path folder) throws IOException {
        var content = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(folder)) {
            // the lock says nothing, and is left in any folder
            for (Path file : files.filter(file -> !file.endsWith(VaultLock.FILE_NAME)).toList()) {
                content.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices.mv.db", "book.mv.db", "book-state-1.mv.db", "book-state-2.mv.db",
        "invoices-6ba7b810-9dad-11d1-80b4-00c04fd430c8.mv.db", "book-6ba7b810-9dad-11d1-80b4-00c04fd430c8.mv.db"})
    void noVaultIsBegunBesideFilesOfAnother(String name) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("part"));
        Files.writeString(folder.resolve(name), "sealed");
        Map<String, String> before = content(folder);

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.of(ProblemCode.VAULT_MISSING, "vault.mv.db", name)));

        assertThat(content(folder)).isEqualTo(before);
    }

    @Test
    void aFolderWithNothingOfTheKindGetsItsVault() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("new"));
        Files.writeString(folder.resolve("settings.properties"), "");
        Files.writeString(folder.resolve("invoices.mv.db.damaged-20260101-000000"), "set aside");
        Files.writeString(folder.resolve("invoices.csv"), "an export");

        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(vault.warnings()).isEmpty();
        }
    }

    /** As it is when the first start found too little and made a vault of its own, and the real one came later. */
    @Test
    void aWholeVaultBesideTheLedgerOfAnotherStaysAsItIs() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("other"));
        VaultFile.open(folder, false, OpenStore.ANNA).close();
        Path ledger;
        try (Stream<Path> files = Files.list(folder)) {
            ledger = files.filter(file -> file.toString().endsWith(".ledger")).findFirst().orElseThrow();
        }
        Files.write(folder.resolve("vault.mv.db"), bytes());
        Map<String, String> before = content(folder);

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).isInstanceOfSatisfying(
                ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.of(ProblemCode.VAULT_LEDGER_FOREIGN, "vault.mv.db",
                                ledger.getFileName().toString())));

        assertThat(content(folder)).isEqualTo(before);
        // as the advice says
        Files.move(ledger, temp.resolve("moved"));
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            assertThat(vault.install()).isEqualTo(install);
            assertThat(vault.warnings()).isEmpty();
            assertThat(vault.connections()).containsExactlyInAnyOrderElementsOf(rows);
        }
    }
}
