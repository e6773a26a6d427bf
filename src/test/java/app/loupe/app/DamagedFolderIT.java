package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.rows;
import static app.loupe.app.WholeLoupe.run;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeOdoo;
import testkit.FolderSearch;

/** The whole of Loupe on a data folder that was damaged or comes from an earlier version. */
class DamagedFolderIT {
    @TempDir
    private Path folder;

    private FakeOdoo odoo;
    private WholeLoupe bench;
    private ConnectionProfile shop;

    @BeforeEach
    void syncOnce() throws Exception {
        odoo = FakeOdoo.start(FakeOdoo.Version.V14);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addProduct(20, "Desk");
        for (int id = 1; id <= 9; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-02-15", 100 * id);
        }
        bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            shop = add(loupe, odoo, FakeOdoo.PASSWORD);
            sync(loupe, shop.id());
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private static List<ProblemCode> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void aLostPasswordIsNamedAtEveryStartUntilItIsTypedAgainAndTheRestStays() throws Exception {
        Files.write(folder.resolve("vault.mv.db"), new byte[0]);
        try (OpenLoupe loupe = bench.open()) {
            assertThat(codes(loupe.warnings())).containsExactly(ProblemCode.VAULT_MENDED, ProblemCode.PASSWORD_LOST);
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(codes(loupe.warnings())).containsExactly(ProblemCode.PASSWORD_LOST);
            assertThat(rows(loupe, shop.id())).hasSize(9);
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::name).containsExactly(shop.name());
            assertThat(loupe.connections().endpoint(shop.id())).contains(odoo.endpoint());
            var failed = (SyncReport.Failed) run(loupe, shop.id(), new CancelToken());
            assertThat(failed.problem())
                    .isEqualTo(Problem.of(ProblemCode.PASSWORD_LOST, shop.name(), shop.id().value()));
            try (Secret secret = Secret.ofChars(FakeOdoo.PASSWORD)) {
                assertThat(loupe.connections().edit(shop.id(),
                        new ConnectionDetails(odoo.endpoint(), "", shop.pin(), null), null, secret, new CancelToken())
                        .pin())
                        .isEqualTo(shop.pin());
            }
            assertThat(sync(loupe, shop.id()).counts().unchanged()).isEqualTo(9);
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
        }
    }

    @Test
    void aCopyThatIsSetAsideKeepsTheCertificateAndIsNamedUntilASyncHasFilledIt() throws Exception {
        Path copy = folder.resolve("invoices.mv.db");
        byte[] nonsense = "no database ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        Files.write(copy, nonsense);
        try (OpenLoupe loupe = bench.open()) {
            assertThat(codes(loupe.warnings())).contains(ProblemCode.STORE_DAMAGED, ProblemCode.COPY_UNFILLED);
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(codes(loupe.warnings())).containsExactly(ProblemCode.COPY_UNFILLED);
            ConnectionProfile kept = loupe.connections().list().getFirst();
            assertThat(kept.id()).isEqualTo(shop.id());
            assertThat(kept.name()).isEqualTo(shop.name());
            assertThat(kept.pin()).isEqualTo(shop.pin()).isNotNull();
            assertThat(sync(loupe, shop.id()).counts().added()).isEqualTo(9);
            assertThat(loupe.connections().problems()).isEmpty();
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(rows(loupe, shop.id())).hasSize(9);
        }
    }

    @Test
    void aFolderOfTheFirstVersionOpensAndGainsLedgerAndKeptProfiles() throws Exception {
        bench.loseTheLedger();
        assertThat(bench.tamper("DELETE FROM vault_meta WHERE name IN ('generation', 'profiles')")).isEqualTo(2);

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(sync(loupe, shop.id()).counts().unchanged()).isEqualTo(9);
        }
        assertThat(folder).isDirectoryContaining("regex:.*/vault-[0-9a-f]{16}\\.ledger");
        Files.write(folder.resolve("invoices.mv.db"), new byte[10_000]);
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().list()).extracting(ConnectionProfile::pin).containsExactly(shop.pin());
        }
    }

    @Test
    void deletingAConnectionThatLostItsPasswordLeavesNothingOfIt() throws Exception {
        Files.write(folder.resolve("vault.mv.db"), new byte[0]);
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().delete(shop.id()).invoices()).isEqualTo(9);

            assertThat(loupe.connections().list()).isEmpty();
            assertThat(loupe.connections().problems()).isEmpty();
        }
        assertThat(FolderSearch.finds(folder, odoo.address().url())).isEmpty();
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId unknown = shop.id();
            assertThatThrownBy(() -> loupe.connections().delete(unknown)).isInstanceOfSatisfying(
                    ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.CONNECTION_UNKNOWN));
        }
    }
}
