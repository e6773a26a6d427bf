package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vault as it was before a migration: passwords that the damaged one has lost are looked for in it. */
class FormerVaultIT extends VaultWithRows {
    private Path former;

    @BeforeEach
    void keep() throws IOException {
        former = healthy.resolve("vault.mv.db.former");
        Files.write(former, bytes());
    }

    private void ruin() throws IOException {
        Files.write(healthy.resolve("vault.mv.db"), new byte[30_000]);
    }

    @Test
    void passwordsThatTheDamagedOneHasLostAreFoundInIt() throws Exception {
        ruin();

        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.warnings()).extracting(Problem::code).containsExactly(ProblemCode.VAULT_MENDED);
            assertThat(vault.lost()).isEmpty();
            assertThat(vault.connections()).containsExactlyInAnyOrderElementsOf(rows);
            vault.dropFormer();
            assertThat(former).as("not a good start").exists();
        }
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            vault.dropFormer();
            assertThat(former).doesNotExist();
        }
    }

    @Test
    void aMissingVaultIsRebuiltWithIt() throws Exception {
        Files.delete(healthy.resolve("vault.mv.db"));

        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.lost()).isEmpty();
            assertThat(vault.connections()).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    /** The ledger knows today's passwords alone. */
    @Test
    void aPasswordThatWasReplacedSinceDoesNotComeBack() throws Exception {
        byte[] old = bytes();
        StoredConnection other = sealed(rows.get(1).id(), rows.get(1).endpoint());
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            vault.put(other, Map.of());
            vault.compact();
            assertThat(former).as("it holds the replaced one").doesNotExist();
        }
        Files.write(former, old);
        ruin();

        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.lost()).containsOnlyKeys(other.id());
        }
    }

    @Test
    void damageToItHarmsNothing() throws Exception {
        Files.write(former, new byte[100]);
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.warnings()).isEmpty();
        }
        ruin();

        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.lost()).hasSameSizeAs(rows);
        }
    }

    @Test
    void aDeletionTakesIt() throws Exception {
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            vault.apply(new VaultChange(Set.of(rows.getFirst().id()), List.of(), Map.of()));
            vault.compact();
            assertThat(former).doesNotExist();
        }
    }

    /** The retirement of a key seals all passwords anew. */
    @Test
    void aNewKeyTakesIt() throws Exception {
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            vault.apply(new VaultChange(Set.of(), List.of(sealed(rows.get(1).id(), rows.get(1).endpoint())), Map.of()));
            vault.compact();
            assertThat(former).doesNotExist();
        }
    }

    @Test
    void aDeletionThatWasKilledTakesItAtTheNextStart() throws Exception {
        Files.writeString(healthy.resolve("vault.mv.db.rewrite"), "");

        VaultFile.open(healthy, false, OpenStore.ANNA).close();

        assertThat(former).doesNotExist();
    }
}
