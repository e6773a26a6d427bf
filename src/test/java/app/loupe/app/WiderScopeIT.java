package app.loupe.app;

import static app.loupe.app.WholeLoupe.invoice;
import static app.loupe.app.WholeLoupe.rows;
import static app.loupe.app.WholeLoupe.run;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.KeptDays;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.OdooBooks;

/** A connection that kept the last year keeps everything: what both dialects of a server are asked, over real files. */
class WiderScopeIT {
    private static final String MOVE = "account.move";
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 1);

    @TempDir
    Path folder;

    /** Three invoices and an opening balance since the first day, four and one before it, one draft without a day. */
    private static FakeOdoo odoo(FakeOdoo.Version version) {
        FakeOdoo odoo = FakeOdoo.start(version);
        OdooBooks books = odoo.books();
        books.clock(Instant.parse("2026-01-10T08:00:00Z"));
        books.addPartner(10, "Azure Interior");
        books.addPartner(11, "Deco Addict");
        books.addProduct(20, "Desk");
        for (int id = 1; id <= 7; id++) {
            books.addInvoice(id, id == 2 ? 11 : 10, id == 2 ? "Deco Addict" : "Azure Interior",
                    id <= 4 ? "202" + id + "-02-15" : "2025-0" + id + "-15", 100 * id);
        }
        books.addInvoice(8, 10, "Azure Interior", "2026-01-09", 800);
        books.set(MOVE, 8, "state", "draft");
        books.set(MOVE, 8, "invoice_date", false);
        books.addEntry(50, "2022-01-01", 70);
        books.addEntry(51, "2025-12-31", 71);
        books.clock(Instant.parse("2026-01-20T08:00:00Z"));
        books.touch(MOVE, 7);
        return odoo;
    }

    private static ConnectionId add(OpenLoupe loupe, FakeOdoo odoo) throws ProblemException {
        try (Secret secret = Secret.ofChars(FakeOdoo.PASSWORD)) {
            return loupe.connections()
                    .add(new ConnectionDetails(odoo.endpoint(), "Books", odoo.pin(), null), secret, FIRST_DAY).id();
        }
    }

    private static void keepFrom(OpenLoupe loupe, ConnectionId id, FakeOdoo odoo, @Nullable LocalDate since)
            throws ProblemException {
        loupe.connections().edit(id, new ConnectionDetails(odoo.endpoint(), "", odoo.pin(), null), since, null,
                new CancelToken());
    }

    private static List<String> changes(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        var all = new ArrayList<String>();
        loupe.changes().each(Set.of(id), Instant.EPOCH, noted -> all.add(
                noted.change().invoice() + " " + noted.change().kind()));
        return all;
    }

    private static List<Long> ids(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        return rows(loupe, id).stream().map(InvoiceRow::key).map(key -> key.id()).sorted().toList();
    }

    @ParameterizedTest
    @EnumSource(FakeOdoo.Version.class)
    void theNextSyncBringsWhatIsOlderAndOnlyWhatIsNewIsNews(FakeOdoo.Version version) throws Exception {
        try (FakeOdoo odoo = odoo(version)) {
            var bench = new WholeLoupe(folder);
            ConnectionId id;
            try (OpenLoupe loupe = bench.open()) {
                id = add(loupe, odoo);
                sync(loupe, id);
                sync(loupe, id);
                assertThat(ids(loupe, id)).containsExactly(5L, 6L, 7L, 8L);
                keepFrom(loupe, id, odoo, LocalDate.of(2023, 1, 1));
            }
            odoo.books().clock(Instant.parse("2026-02-02T08:00:00Z"));
            odoo.books().addInvoice(9, 10, "Azure Interior", "2026-02-01", 900);
            odoo.books().set(MOVE, 5, "payment_reference", "other");
            try (OpenLoupe loupe = bench.open()) {
                SyncCounts counts = sync(loupe, id).counts();

                assertThat(ids(loupe, id)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
                assertThat(counts.added()).isEqualTo(3);
                assertThat(counts.changed()).isEqualTo(1);
                assertThat(changes(loupe, id)).contains("9 NEW", "5 CHANGED").noneMatch(
                        change -> change.startsWith("3") || change.startsWith("4"));
                keepFrom(loupe, id, odoo, null);
                assertThat(sync(loupe, id).counts().added()).isEqualTo(2);

                assertThat(ids(loupe, id)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
                assertThat(changes(loupe, id)).noneMatch(change -> change.endsWith("1 NEW") || change.startsWith("2"));
                assertThat(Objects.requireNonNull(invoice(loupe, id, 2).parties().partner()).name())
                        .isEqualTo("Deco Addict");
                InvoiceReader.Counts held = loupe.invoices().counts(id);
                assertThat(held.journalItems()).as("both opening balances").isEqualTo(2);
                assertThat(sync(loupe, id).counts().added()).isZero();
            }
        }
    }

    /** Syncs, and stops once it has asked so many requests. */
    private static void breakOff(FakeOdoo odoo, OpenLoupe loupe, ConnectionId id, int requests) {
        var cancel = new CancelToken();
        int last = odoo.seen().size() + requests;
        odoo.onTheWay(good -> {
            if (odoo.seen().size() >= last) {
                cancel.cancel();
            }
            return good;
        });
        assertThat(run(loupe, id, cancel)).isInstanceOf(SyncReport.Cancelled.class);
        odoo.onTheWay(good -> good);
    }

    @ParameterizedTest
    @EnumSource(FakeOdoo.Version.class)
    void aSyncThatBreaksOffInBetweenIsMadeGoodByTheNext(FakeOdoo.Version version) throws Exception {
        for (int requests = 1; requests <= 10; requests++) {
            try (FakeOdoo odoo = odoo(version)) {
                var bench = new WholeLoupe(folder.resolve("after-" + requests));
                try (OpenLoupe loupe = bench.open()) {
                    ConnectionId id = add(loupe, odoo);
                    sync(loupe, id);
                    keepFrom(loupe, id, odoo, null);
                    breakOff(odoo, loupe, id, requests);

                    sync(loupe, id);

                    assertThat(ids(loupe, id)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
                    assertThat(loupe.invoices().counts(id).journalItems()).isEqualTo(2);
                    assertThat(changes(loupe, id)).isEmpty();
                }
            }
        }
    }

    private static ConnectionProfile profile(OpenLoupe loupe) throws ProblemException {
        return loupe.connections().list().getFirst();
    }

    private static @Nullable LocalDate firstDay(OpenLoupe loupe) throws ProblemException {
        return KeptDays.of(loupe.connections().list()).all().orElse(null);
    }

    /** Until then months that are not here would count as months without documents. */
    @Test
    void figuresGoByTheFormerDayUntilASyncWithTheNewOneWasComplete() throws Exception {
        try (FakeOdoo odoo = odoo(FakeOdoo.Version.V19)) {
            var bench = new WholeLoupe(folder);
            ConnectionId id;
            try (OpenLoupe loupe = bench.open()) {
                id = add(loupe, odoo);
                sync(loupe, id);
                assertThat(loupe.sync().run(id, SyncMode.VERIFY, new CancelToken(), at -> {}))
                        .isInstanceOf(SyncReport.Done.class);
                assertThat(Objects.requireNonNull(profile(loupe).verification()).ended()).isNotNull();
                keepFrom(loupe, id, odoo, LocalDate.of(2023, 1, 1));
                keepFrom(loupe, id, odoo, null);

                assertThat(profile(loupe).since()).as("as the owner has it").isNull();
                assertThat(firstDay(loupe)).isEqualTo(FIRST_DAY);
                assertThat(Objects.requireNonNull(profile(loupe).verification()).ended()).isNull();
            }
            try (OpenLoupe loupe = bench.open()) {
                var cancel = new CancelToken();
                cancel.cancel();
                assertThat(run(loupe, id, cancel)).isInstanceOf(SyncReport.Cancelled.class);

                assertThat(firstDay(loupe)).as("as long as none was complete").isEqualTo(FIRST_DAY);
                assertThat(loupe.warnings()).isEmpty();
                sync(loupe, id);

                assertThat(firstDay(loupe)).isNull();
                assertThat(profile(loupe).heldFrom()).isNull();
                assertThat(Objects.requireNonNull(profile(loupe).verification()).ended()).as("was not compared")
                        .isNull();
            }
        }
    }

    /** The copy is whole without a single invoice: the first of the new scope are not those of a first run. */
    @Test
    void aCopyOfPaymentsAloneGoesByTheFormerDayAfterASyncThatBrokeOff() throws Exception {
        for (int requests = 1; requests <= 10; requests++) {
            try (FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19)) {
                odoo.books().clock(Instant.parse("2026-01-10T08:00:00Z"));
                odoo.books().addPartner(10, "Azure Interior");
                odoo.books().addProduct(20, "Desk");
                odoo.books().addInvoice(1, 10, "Azure Interior", "2024-02-15", 100);
                odoo.books().addEntry(51, "2025-12-31", 71);
                odoo.books().clock(Instant.parse("2026-01-20T08:00:00Z"));
                try (OpenLoupe loupe = new WholeLoupe(folder.resolve("payments-" + requests)).open()) {
                    ConnectionId id = add(loupe, odoo);
                    sync(loupe, id);
                    assertThat(ids(loupe, id)).isEmpty();
                    keepFrom(loupe, id, odoo, null);
                    breakOff(odoo, loupe, id, requests);

                    assertThat(firstDay(loupe)).as("after %d requests", requests).isEqualTo(FIRST_DAY);
                    sync(loupe, id);
                    assertThat(firstDay(loupe)).isNull();
                    assertThat(ids(loupe, id)).containsExactly(1L);
                }
            }
        }
    }

    /** Nothing is here yet of which a day could be said. */
    @Test
    void aCopyThatWasNeverCompleteGoesByTheNewDayAtOnce() throws Exception {
        try (FakeOdoo odoo = odoo(FakeOdoo.Version.V19); OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo);

            keepFrom(loupe, id, odoo, null);

            assertThat(firstDay(loupe)).isNull();
            assertThat(profile(loupe).lastSynced()).isNull();
        }
    }
}
