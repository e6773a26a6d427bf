package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.CopyRepositoryContract;
import testkit.Profiles;
import testkit.StoreRecords;

class InvoiceStoreIT extends CopyRepositoryContract {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00.123456789Z");

    @TempDir
    Path folder;

    private OpenStore open;

    @BeforeEach
    void open() throws ProblemException {
        open = new OpenStore(folder).knowing(OTHER, SHOP);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Override
    protected CopyRepository copies() {
        return open.copies();
    }

    @Override
    protected InvoiceReader reader() {
        return open.store.reader();
    }

    private static ConnectionDetails details(String name, @Nullable CertificatePin pin) throws ProblemException {
        return new ConnectionDetails(new Endpoint(OdooAddress.parse("acme"), "acme", "ann"), name, pin, null);
    }

    @Test
    void keepsProfilesInTheOrderTheyWereAdded() throws Exception {
        var pin = new CertificatePin("ab".repeat(32));
        var first = new ConnectionProfile(OTHER, ConnectionProfile.Kind.ODOO, "Shop", LocalDate.of(2025, 1, 1), pin,
                "19.0", NOW);
        var second = new ConnectionProfile(SHOP, ConnectionProfile.Kind.SAMPLE, "Sample", null, null, "", null);
        open.store.profiles().put(first);
        open.store.profiles().put(second);
        var renamed = new ConnectionProfile(OTHER, ConnectionProfile.Kind.ODOO, "Webshop", null, null, "19.0", NOW);

        open.store.profiles().put(renamed);

        assertThat(open.store.profiles().profiles()).containsExactly(renamed, second);
        assertThat(open.store.profiles().profile(SHOP)).contains(second);
    }

    @Test
    void howRightACopyIsStaysWithItAndGoesWithIt() throws Exception {
        var profiles = open.store.profiles();
        var first = new Verification(NOW.plusSeconds(9), null, Verified.NONE);
        var second = new Verification(NOW.plusSeconds(99), NOW, new Verified(12_418, 12_417, 3));
        profiles.verified(SHOP, first);
        assertThat(profiles.profile(SHOP).orElseThrow().verification()).isEqualTo(first);
        profiles.verified(SHOP, second);
        profiles.put(profiles.profile(SHOP).orElseThrow());

        assertThat(profiles.profile(SHOP).orElseThrow().verification()).isEqualTo(second);
        assertThat(profiles.profile(OTHER).orElseThrow().verification()).isNull();
        assertThat(profiles.profiles()).extracting(ConnectionProfile::verification).containsOnlyOnce(second);

        open.copies().delete(SHOP);
        open.knowing(SHOP);
        assertThat(open.store.profiles().profile(SHOP).orElseThrow().verification()).isNull();
    }

    @Test
    void aRunAndAnEditChangeOnlyWhatTheyAreAbout() throws Exception {
        var pin = new CertificatePin("ab".repeat(32));
        var profiles = open.store.profiles();
        var before = new ConnectionProfile(SHOP, ConnectionProfile.Kind.ODOO, "Shop", LocalDate.of(2025, 1, 1), null,
                "", null);
        profiles.put(before);

        profiles.edit(SHOP, details("Shop", pin), LocalDate.of(2024, 1, 1));
        profiles.synced(SHOP, NOW, "19.0");

        var edited = Profiles.synced(before.edited(details("Shop", null), LocalDate.of(2024, 1, 1)), NOW, "19.0");
        assertThat(profiles.profile(SHOP)).contains(Profiles.pinned(edited, pin));
        profiles.edit(SHOP, details(" ", null), LocalDate.of(2024, 1, 1));
        assertThat(profiles.profile(SHOP)).contains(edited);
        profiles.edit(SHOP, details(" Webshop ", null), null);
        assertThat(profiles.profile(SHOP).orElseThrow().name()).isEqualTo("Webshop");
        assertThat(profiles.profile(SHOP).orElseThrow().since()).isNull();
        assertThat(profiles.profile(OTHER)).contains(Profiles.of(OTHER));
    }

    @Test
    void aRunThatEndsAfterTheDeletionBringsNothingBack() throws Exception {
        copies().saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
        int run = open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);

        copies().delete(SHOP);

        var request = new RequestRecord(NOW, "erp:443", "account.move", "read", 1, 1, 200, Duration.ZERO, "ok", "");
        List<ThrowingCallable> late = List.of(() -> open.store.journal().keep(SHOP, run, List.of(request)),
                () -> open.store.journal().end(SHOP, run, NOW, new SyncReport.Done(SyncCounts.NONE)),
                () -> open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES),
                () -> open.store.profiles().synced(SHOP, NOW, "19.0"),
                () -> open.store.profiles().edit(SHOP, details("Shop", null), null));
        assertThat(late).allSatisfy(call -> assertThatThrownBy(call).hasMessage("connection-unknown"));
        assertThat(open.store.profiles().profile(SHOP)).isEmpty();
        assertThat(open.store.journal().runs(9)).isEmpty();
        assertThat(open.store.journal().totals().callsByMethod()).isEmpty();
    }

    @Test
    void keepsTheSyncLog() throws Exception {
        var journal = open.store.journal();
        var counts = new SyncCounts(1, 2, 3, 4, 5, 6, 7, 8, 9);
        var partial = new SyncReport.Partial(counts,
                List.of(Problem.of(ProblemCode.RECORD_UNREADABLE, "a\tb\nc\\d", ""), Problem.of(ProblemCode.NO_RIGHT)));
        int first = journal.begin(SHOP, NOW, SyncMode.FULL);
        journal.end(SHOP, first, NOW.plusSeconds(1), partial);
        int second = journal.begin(SHOP, NOW.plusSeconds(2), SyncMode.CHANGES);

        assertThat(journal.runs(10)).containsExactly(
                new RunRecord(SHOP, second, NOW.plusSeconds(2), null, SyncMode.CHANGES, null),
                new RunRecord(SHOP, first, NOW, NOW.plusSeconds(1), SyncMode.FULL, partial));
        assertThat(journal.runs(1)).hasSize(1);
        for (SyncReport report : List.of(new SyncReport.Done(counts), new SyncReport.Cancelled(counts),
                new SyncReport.Failed(counts, Problem.of(ProblemCode.HOST_UNKNOWN, "h")))) {
            journal.end(SHOP, second, NOW.plusSeconds(3), report);
            assertThat(journal.runs(1).getFirst().report()).isEqualTo(report);
        }
    }

    @Test
    void keepsRequestsAndAddsThemUp() throws Exception {
        var journal = open.store.journal();
        var read = new RequestRecord(NOW, "erp:443", "account.move", "read", 10, 2000, 200, Duration.ofMillis(12), "ok",
                "TLSv1.3");
        var signIn = new RequestRecord(NOW, "erp:443", "", "authenticate", 1, 20, 200, Duration.ofMillis(3), "ok",
                "TLSv1.2");

        journal.keep(SHOP, 1, List.of(signIn, read));
        journal.keep(SHOP, 1, List.of(read));
        journal.keep(OTHER, 0, List.of(read));

        assertThat(journal.requests(SHOP, 1)).containsExactly(signIn, read, read);
        assertThat(journal.totals().callsByMethod()).isEqualTo(Map.of("account.move.read", 3L, "authenticate", 1L));
        assertThat(journal.totals().tlsByHost()).isEqualTo(Map.of("erp:443", "TLSv1.2, TLSv1.3"));
    }

    @Test
    void hasEverythingAgainAfterReopening() throws Exception {
        copies().saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
        copies().publish(SHOP, NOW, null);
        open.close();

        open();

        assertThat(open.store.warnings()).isEmpty();
        assertThat(reader().invoice(new app.loupe.domain.InvoiceKey(SHOP, 7))).contains(StoreRecords.invoice(7, 2));
        assertThat(copies().watermark(SHOP)).contains(NOW);
    }

    @Test
    void countsAlongExactlyWhatTheStoreHolds() throws Exception {
        copies().saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
        copies().saveInvoices(SHOP, StoreRecords.invoices(15, 10, 3));
        copies().saveInvoices(OTHER, StoreRecords.invoices(1, 3, 1));
        copies().saveJournalItems(SHOP, List.of(StoreRecords.line(1500, 99, 0, "EUR", "was an invoice line")));
        copies().savePartners(SHOP, List.of(StoreRecords.partner(5, "a"), StoreRecords.partner(5, "b")));
        copies().savePayments(SHOP, Map.of(3L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00"))));
        copies().savePayments(SHOP, Map.of(3L, List.of(), 4L, List.of(StoreRecords.payment(LocalDate.EPOCH, "2"))));
        copies().dropJournalItems(SHOP, java.util.Set.of(1500L));
        copies().delete(OTHER);
        copies().flush();
        var counted = new Ledger(FileProtection.of(folder), "invoices").read().orElseThrow();
        open.close();

        open = new OpenStore(folder);

        assertThat(open.store.warnings()).isEmpty();
        assertThat(open.store.scrub()).isEmpty();
        assertThat(new Ledger(FileProtection.of(folder), "invoices").read().orElseThrow()).isEqualTo(counted);
        assertThat(counted.tallies()).containsOnlyKeys(SHOP.value());
    }
}
