package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
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
import testkit.FakeKeyHolder;
import testkit.FakeOdoo;

/** A damaged file is set aside for all connections, whoever met the damage: what is in memory of any of them is read again. */
class DamageIsToldIT {
    @TempDir
    private Path folder;

    private FakeOdoo odoo;
    private WholeLoupe bench;
    private ConnectionId shop;
    private ConnectionId sample;

    @BeforeEach
    void syncTwo() throws Exception {
        odoo = FakeOdoo.start(FakeOdoo.Version.V14);
        odoo.books().addPartner(10, "Azure Interior");
        for (int id = 1; id <= 9; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-02-15", 100 * id);
        }
        bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            shop = add(loupe, odoo, FakeOdoo.PASSWORD).id();
            sample = loupe.connections().addSample().id();
            sync(loupe, shop);
            sync(loupe, sample);
        }
        damage();
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    /** A word that is none, which lists do not read and the invoice itself does. */
    private void damage() throws Exception {
        try (VaultFile rows = VaultFile.open(DataFolder.open(folder).path(), false, WholeLoupe.ACCOUNT);
                SealedVault vault = new VaultOpener(WholeLoupe.CLOCK).open(rows, bench.keyring,
                        FakeKeyHolder.passphrase());
                Secret key = vault.storeKey()) {
            assertThat(ChangedFile.of(folder, key,
                    "UPDATE invoice SET state = 'x' WHERE id = 4 AND connection_id = '" + shop.value() + "'"))
                    .isPositive();
        }
    }

    private static void meetByReading(OpenLoupe loupe, ConnectionId shop) {
        assertThatThrownBy(() -> loupe.invoices().invoice(new InvoiceKey(shop, 4)))
                .isInstanceOfSatisfying(ProblemException.class,
                        met -> assertThat(met.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
    }

    @Test
    void byOneWhoReads() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            Set<ConnectionId> both = Set.of(shop, sample);
            assertThat(loupe.shelf().books(both).size()).isGreaterThan(9);

            meetByReading(loupe, shop);

            assertThat(loupe.shelf().books(both).size()).isZero();
        }
    }

    @Test
    void byOneWhoReadsToThoseWhoShowAnotherConnection() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.shelf().books(Set.of(sample)).size()).isPositive();
            assertThat(Objects.requireNonNull(loupe.shelf().subledgers(Set.of(sample)).get(sample)).items())
                    .isNotEmpty();

            meetByReading(loupe, shop);

            assertThat(loupe.shelf().books(Set.of(sample)).size()).isZero();
            assertThat(Objects.requireNonNull(loupe.shelf().subledgers(Set.of(sample)).get(sample)).items()).isEmpty();
        }
    }

    @Test
    void byARunToThoseWhoShowAnotherConnection() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.shelf().books(Set.of(sample)).size()).isPositive();

            // what is replaced is read, to tell what changed
            odoo.books().set("account.move", 4, "ref", "another");
            SyncReport report = loupe.sync().run(shop, SyncMode.CHANGES, new CancelToken(), at -> {});

            assertThat(report).isInstanceOfSatisfying(SyncReport.Failed.class,
                    failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
            assertThat(loupe.shelf().books(Set.of(sample)).size()).isZero();
        }
    }
}
