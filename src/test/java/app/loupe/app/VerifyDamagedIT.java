package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.invoice;
import static app.loupe.app.WholeLoupe.rows;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verified;
import app.loupe.settings.DataFolder;
import app.loupe.store.ChangedFile;
import app.loupe.store.VaultFile;
import app.loupe.vault.SealedVault;
import app.loupe.vault.VaultOpener;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeKeyHolder;
import testkit.FakeOdoo;

/** Nothing is said to be as in Odoo of a copy whose contents are damaged, whoever began the comparison. */
class VerifyDamagedIT {
    @TempDir
    private Path folder;

    private FakeOdoo odoo;
    private WholeLoupe bench;
    private ConnectionProfile shop;

    @BeforeEach
    void syncOnce() throws Exception {
        odoo = FakeOdoo.start(FakeOdoo.Version.V14);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().set("res.partner", 10, "city", "Ghent");
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

    private void damage(String sql) throws Exception {
        try (VaultFile rows = VaultFile.open(DataFolder.open(folder).path(), false, WholeLoupe.ACCOUNT);
                SealedVault vault = new VaultOpener(WholeLoupe.CLOCK).open(rows, bench.keyring,
                        FakeKeyHolder.passphrase());
                Secret key = vault.storeKey()) {
            assertThat(ChangedFile.of(folder, key, sql)).isPositive();
        }
    }

    private SyncReport verify(OpenLoupe loupe) throws ProblemException {
        return loupe.sync().run(shop.id(), SyncMode.VERIFY, new CancelToken(), at -> {});
    }

    private String city(OpenLoupe loupe) throws ProblemException {
        return loupe.invoices().partner(shop.id(), 10).map(partner -> partner.contact().address().city()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE partner SET city = 'Ghenu'", "UPDATE invoice SET narration = 'x' WHERE id = 4",
        "UPDATE invoice SET amount_total = amount_total + 1 WHERE id = 7",
        "UPDATE shown_name SET name = 'Azure Interios' WHERE name = 'Azure Interior'"})
    void whatAFlippedBitMadeOfTheCopyIsToldAndReadAgain(String change) throws Exception {
        damage(change);

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
            var report = (SyncReport.Partial) verify(loupe);

            assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.STORE_DAMAGED);
            assertThat(report.counts().added()).as("as a first sync").isEqualTo(9);
            assertThat(report.counts().verified()).isEqualTo(new Verified(9, 9, 0));
            assertThat(rows(loupe, shop.id())).hasSize(9);
            assertThat(city(loupe)).isEqualTo("Ghent");
            assertThat(Objects.requireNonNull(invoice(loupe, shop.id(), 4).parties().partner()).name())
                    .isEqualTo("Azure Interior");
            assertThat(loupe.connections().problems()).as("filled").isEmpty();
            assertThat(loupe.journal().runs(9)).extracting(RunRecord::mode).containsExactly(SyncMode.VERIFY);
            assertThat(loupe.examine()).isEmpty();
            assertThat(verify(loupe)).isInstanceOf(SyncReport.Done.class);
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
        }
    }

    @Test
    void whatWentWithoutATraceIsToldAndReadAgain() throws Exception {
        damage("DELETE FROM partner");

        try (OpenLoupe loupe = bench.open()) {
            var report = (SyncReport.Partial) verify(loupe);

            assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            assertThat(report.counts().verified()).isEqualTo(new Verified(9, 9, 0));
            assertThat(city(loupe)).isEqualTo("Ghent");
            assertThat(loupe.connections().problems()).isEmpty();
        }
    }

    /** What the window has in memory is of a file that is no longer there. */
    @Test
    void whatIsInMemoryIsReadAgain() throws Exception {
        damage("UPDATE invoice SET narration = 'x' WHERE id = 4");

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.shelf().books(Set.of(shop.id())).size()).isEqualTo(9);
            assertThat(loupe.examine()).hasSize(1);

            assertThat(loupe.shelf().books(Set.of(shop.id())).size()).isZero();
        }
    }

    @Test
    void oneThatIsStoppedDuringTheCheckSaysNothing() throws Exception {
        var stopped = new CancelToken();
        stopped.cancel();

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.sync().run(shop.id(), SyncMode.VERIFY, stopped, at -> {}))
                    .isInstanceOf(SyncReport.Cancelled.class);
            assertThat(loupe.examine()).as("another one looks at all").isEmpty();
        }
    }

    @Test
    void aRunThatReadsOnlyChangesLooksAtNothingElse() throws Exception {
        damage("UPDATE partner SET city = 'Ghenu'");

        try (OpenLoupe loupe = bench.open()) {
            assertThat(sync(loupe, shop.id()).counts().unchanged()).isEqualTo(9);
            assertThat(loupe.journal().runs(9)).hasSize(2);
        }
    }
}
