package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.invoice;
import static app.loupe.app.WholeLoupe.rows;
import static app.loupe.app.WholeLoupe.run;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.review.DayOrder;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SyncReport;
import app.loupe.review.ReviewRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.FakeOdoo.Seen;
import testkit.Fault;

/** The whole of Loupe, from the vault file to the socket, against Odoo 14 over JSON-RPC and Odoo 19 over JSON-2. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EndToEndIT {
    private static final int MOST_REQUESTS_OF_A_QUIET_RUN = 14;
    private static final Set<String> ALLOWED = Set.of(".version", ".authenticate", ".list", "account.move.search_read",
            "account.move.read", "account.move.line.search_read", "account.move.line.read", "res.partner.search_read",
            "res.partner.read", "product.product.search_read", "product.product.read");

    /** The two servers. */
    enum Way {
        JSON_RPC_14(FakeOdoo.Version.V14, FakeOdoo.PASSWORD),
        JSON_2_19(FakeOdoo.Version.V19, FakeOdoo.API_KEY);

        private final FakeOdoo.Version version;
        private final String secret;

        Way(FakeOdoo.Version version, String secret) {
            this.version = version;
            this.secret = secret;
        }
    }

    @TempDir
    private Path folder;

    private final List<FakeOdoo> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(FakeOdoo::close);
    }

    private FakeOdoo odoo(Way way) {
        var odoo = FakeOdoo.start(way.version);
        servers.add(odoo);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addProduct(20, "Desk");
        for (int id = 1; id <= 9; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-0" + (1 + id % 3) + "-15", 100 * id);
        }
        odoo.books().addEntry(50, "2026-01-01", 50);
        return odoo;
    }

    private static ProblemCode failure(SyncReport report) {
        return ((SyncReport.Failed) report).problem().code();
    }

    private static String call(Seen seen) {
        return seen.path().equals("/web/database/list") ? ".list" : seen.model() + "." + seen.method();
    }

    private static List<String> kept(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        var calls = new ArrayList<String>();
        for (var recorded : loupe.journal().runs(100)) {
            for (RequestRecord request : loupe.journal().requests(id, recorded.number())) {
                calls.add(request.model() + "." + request.method());
            }
        }
        return calls;
    }

    @ParameterizedTest
    @EnumSource
    void theFirstSyncBringsTheBooksAndAQuietSecondOneChangesNothing(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        odoo.books().addOwnCompany(11);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, way.secret).id();

            assertThat(sync(loupe, id).counts().added()).isEqualTo(9);
            List<InvoiceRow> first = rows(loupe, id);
            odoo.books().clock(Instant.parse("2026-03-01T10:00:00Z"));
            sync(loupe, id);
            odoo.books().clock(Instant.parse("2026-03-01T12:00:00Z"));
            int before = odoo.seen().size();
            var counts = sync(loupe, id).counts();

            assertThat(first).hasSize(9).allSatisfy(row -> assertThat(row.amounts().total())
                    .isEqualByComparingTo(row.amounts().untaxed().add(row.amounts().tax())));
            assertThat(invoice(loupe, id, 3).lines()).extracting(MoveLine::label).startsWith("Consulting", "21%");
            assertThat(rows(loupe, id)).containsExactlyInAnyOrderElementsOf(first);
            assertThat(counts.added() + counts.changed() + counts.removed() + counts.inaccessible()).isZero();
            assertThat(odoo.seen().size() - before).isEqualTo(counts.requests())
                    .isLessThanOrEqualTo(MOST_REQUESTS_OF_A_QUIET_RUN);
            assertThat(odoo.seen().subList(before, odoo.seen().size())).filteredOn(
                    seen -> seen.method().equals("authenticate")).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void s10_whatTheServerSawIsAllowedAndIsWhatTheLogKept(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, way.secret).id();
            int before = odoo.seen().size();
            sync(loupe, id);
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().set("account.move", 2, "payment_state", "paid");
            odoo.books().delete("account.move", 5);
            odoo.books().touch("account.move.line", 7);
            sync(loupe, id);

            List<String> all = odoo.seen().stream().map(EndToEndIT::call).toList();
            assertThat(ALLOWED).containsAll(all);
            assertThat(odoo.seen()).extracting(Seen::service).isSubsetOf("", "common", "object", "json2");
            assertThat(kept(loupe, id)).containsExactlyInAnyOrderElementsOf(all.subList(before, all.size()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesOnTheServerChangesInTheCopy(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, way.secret).id();
            sync(loupe, id);
            long line = invoice(loupe, id, 4).lines().getFirst().id();
            odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
            odoo.books().set("account.move", 1, "payment_state", "paid");
            odoo.books().set("account.move", 1, "amount_residual", 0.0);
            odoo.books().set("account.move", 2, "name", "INV/RENAMED");
            odoo.books().set("account.move", 3, "state", "draft");
            odoo.books().set("account.move.line", line, "name", "Consulting, corrected");
            odoo.books().delete("account.move", 5);
            odoo.books().forbid("account.move", 6);

            var counts = sync(loupe, id).counts();

            assertThat(counts.changed()).isEqualTo(4);
            assertThat(counts.removed()).isEqualTo(1);
            assertThat(counts.inaccessible()).isEqualTo(1);
            assertThat(invoice(loupe, id, 1)).extracting(Invoice::paymentState).isEqualTo(PaymentState.PAID);
            assertThat(invoice(loupe, id, 1).amounts().residual()).isZero();
            assertThat(invoice(loupe, id, 2).number()).isEqualTo("INV/RENAMED");
            assertThat(invoice(loupe, id, 3).state()).isEqualTo(MoveState.DRAFT);
            assertThat(invoice(loupe, id, 4).lines().getFirst().label()).isEqualTo("Consulting, corrected");
            assertThat(rows(loupe, id)).filteredOn(row -> row.presence() != Presence.PRESENT)
                    .extracting(row -> row.key().id() + " " + row.presence())
                    .containsExactlyInAnyOrder("5 REMOVED_IN_ODOO", "6 NO_LONGER_ACCESSIBLE");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheServerEverythingButTheSyncStillWorks(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        var bench = new WholeLoupe(folder);
        ConnectionId id;
        try (OpenLoupe loupe = bench.open()) {
            id = add(loupe, odoo, way.secret).id();
            sync(loupe, id);
        }
        odoo.close();
        try (OpenLoupe loupe = bench.open()) {
            SyncReport report = run(loupe, id, new CancelToken());

            assertThat(((SyncReport.Failed) report).problem())
                    .isEqualTo(Problem.of(ProblemCode.CONNECTION_REFUSED, odoo.address().server()));
            assertThat(loupe.connections().list()).hasSize(1);
            assertThat(rows(loupe, id)).hasSize(9);
            assertThat(invoice(loupe, id, 9).lines()).hasSize(3);
            assertThat(loupe.checks().run()).hasSize(6);
            assertThat(loupe.selection().find(Set.of(id), "azure", DayOrder.DAY_FIRST, false).rows())
                    .extracting(ReviewRow::row)
                    .containsExactlyInAnyOrderElementsOf(rows(loupe, id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsRefusedAndNothingIsKept(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        ProblemCode expected = way == Way.JSON_2_19 ? ProblemCode.API_KEY_REFUSED : ProblemCode.SIGN_IN_REFUSED;
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            String wrong = way.secret.replace('5', '6').replace('Z', 'Y');
            assertThatThrownBy(() -> add(loupe, odoo, wrong))
                    .isInstanceOfSatisfying(ProblemException.class,
                            refusal -> assertThat(refusal.problem().code()).isEqualTo(expected));
            assertThat(loupe.connections().list()).isEmpty();
        }
        assertThat(new WholeLoupe(folder).tamper("DELETE FROM odoo_connections")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatCannotBeReadIsNamedAndTheOthersAreThere(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        odoo.books().set("account.move", 8, "amount_total", "a lot");
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, way.secret).id();

            SyncReport report = run(loupe, id, new CancelToken());

            assertThat(report).isInstanceOfSatisfying(SyncReport.Partial.class, partial -> assertThat(
                    partial.problems()).containsExactly(
                            Problem.of(ProblemCode.RECORD_UNREADABLE, "account.move", "8",
                                    "amount_total")));
            assertThat(rows(loupe, id)).hasSize(8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelReachesARunThatWaitsForAnAnswer(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, way.secret).id();
            var held = new CountDownLatch(1);
            odoo.faultAfter(3, (good, out, closed) -> {
                held.countDown();
                Fault.silence().write(good, out, closed);
            });
            var cancel = new CancelToken();
            var running = CompletableFuture.supplyAsync(() -> run(loupe, id, cancel));
            held.await();

            cancel.cancel();

            assertThat(running.get()).isInstanceOf(SyncReport.Cancelled.class);
            assertThat(loupe.journal().requests(id, loupe.journal().runs(1).getFirst().number())).last()
                    .extracting(RequestRecord::outcome).as("ended by the cancel and not by a limit of time")
                    .isEqualTo(ProblemCode.CANCELLED.key());
            assertThat(sync(loupe, id).counts().added()).isEqualTo(9 - rowsBefore(loupe, id));
            assertThat(rows(loupe, id)).hasSize(9);
        }
    }

    /** What the runs before the last one had added. */
    private static int rowsBefore(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        int added = 0;
        for (var recorded : loupe.journal().runs(100).stream().skip(1).toList()) {
            SyncReport report = recorded.report();
            added += report == null || !recorded.connection().equals(id) ? 0 : report.counts().added();
        }
        return added;
    }

    @ParameterizedTest
    @EnumSource
    void aRightThatWasTakenAwayIsNoDeletion(Way way) throws Exception {
        FakeOdoo odoo = odoo(way);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, way.secret).id();
            sync(loupe, id);
            odoo.books().forbidModel("account.move");

            SyncReport report = run(loupe, id, new CancelToken());

            assertThat(failure(report)).isEqualTo(ProblemCode.NO_RIGHT);
            assertThat(rows(loupe, id)).hasSize(9).allMatch(row -> row.presence() == Presence.PRESENT);
        }
    }
}
