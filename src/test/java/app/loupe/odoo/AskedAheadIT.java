package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RequestRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.FakeOdoo;
import testkit.FakeOdoo.Seen;
import testkit.Fault;
import testkit.HandTimer;

/** What is asked while an answer is read: one request at a time, and every answer and every failure as without it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AskedAheadIT {
    private static final List<Long> FIRST = List.of(1L, 2L);
    private static final List<Long> SECOND = List.of(3L, 4L);
    private static final List<Long> THIRD = List.of(5L, 6L);

    private final FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19);
    private final HandTimer timer = new HandTimer();
    private final HttpsOdooGateway gateway = new HttpsOdooGateway(TlsUpgrade.systemAuthorities(), TimelessGateway.FAR,
            SystemDefaultDnsResolver.INSTANCE, timer);
    private final List<RequestRecord> log = new CopyOnWriteArrayList<>();
    private final CancelToken cancel = new CancelToken();

    @BeforeEach
    void fill() {
        for (long id = 1; id <= 6; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-01-15", 100);
        }
    }

    /** Answers that take their time to be read. */
    private void large() {
        String text = "x".repeat(Caller.WORTH_BYTES);
        odoo.books().ids("account.move").forEach(id -> {
            odoo.books().setBehindItsBack("account.move", id, "ref", text);
            odoo.books().setBehindItsBack("account.move.line", odoo.books().lines(id).getFirst(), "name", text);
        });
    }

    @AfterEach
    void close() {
        gateway.close();
        odoo.close();
    }

    private InvoiceSource open() throws ProblemException {
        return gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.apiKey(), log::add, cancel);
    }

    private static Batch<Invoice> read(InvoiceSource source, List<Long> ids, List<Long> next) throws ProblemException {
        source.expect(RecordKind.INVOICE, next);
        return source.invoices(ids);
    }

    private static boolean isPageOf(Seen request, List<Long> ids) {
        return request.model().equals("account.move") && request.body().contains(ids.toString().replace(" ", ""));
    }

    private long pages(List<Long> ids) {
        return odoo.seen().stream().filter(request -> isPageOf(request, ids)).count();
    }

    private void awaitPage(List<Long> ids) {
        while (pages(ids) == 0) {
            Thread.onSpinWait();
        }
    }

    /** What a request log says but for times. */
    private List<String> told() {
        return log.stream().map(one -> one.model() + " " + one.method() + " " + one.rows() + " " + one.bytes() + " "
                + one.status() + " " + one.outcome()).toList();
    }

    private List<Batch<Invoice>> all(boolean ahead) throws ProblemException {
        var read = new ArrayList<Batch<Invoice>>();
        try (var source = open()) {
            read.add(read(source, FIRST, ahead ? SECOND : List.of()));
            if (ahead) {
                awaitPage(SECOND);
            }
            read.add(read(source, SECOND, ahead ? THIRD : List.of()));
            read.add(read(source, THIRD, List.of()));
        }
        return read;
    }

    @Test
    void theSameRequestsAreSentAndTheSameInvoicesCome() throws Exception {
        large();
        List<Batch<Invoice>> plain = all(false);
        List<String> requests = told();
        List<String> bodies = odoo.seen().stream().map(Seen::body).toList();
        int connections = odoo.connections();
        log.clear();

        assertThat(all(true)).isEqualTo(plain).allSatisfy(page -> assertThat(page.records()).hasSize(2));
        assertThat(told()).containsExactlyInAnyOrderElementsOf(requests);
        assertThat(odoo.seen().stream().skip(bodies.size()).map(Seen::body))
                .containsExactlyInAnyOrderElementsOf(bodies);
        assertThat(odoo.connections() - connections).as("one after the other, on the one connection that there is")
                .isEqualTo(connections);
    }

    @Test
    void afterSmallAnswersNothingIsAskedAhead() throws Exception {
        try (var source = open()) {
            read(source, FIRST, SECOND);
        }
        assertThat(pages(SECOND)).isZero();
    }

    @Test
    void whatWasAskedInVainIsInTheLogAndNobodyGetsItsAnswer() throws Exception {
        large();
        try (var source = open()) {
            read(source, FIRST, SECOND);

            assertThat(source.invoices(THIRD).records()).extracting(Invoice::id).containsExactlyElementsOf(THIRD);
            assertThat(source.invoices(SECOND).records()).extracting(Invoice::id).containsExactlyElementsOf(SECOND);
        }
        assertThat(pages(SECOND)).isEqualTo(2);
        assertThat(log).hasSameSizeAs(odoo.seen());
    }

    @Test
    void whatNobodyAsksForAnyMoreIsThroughAndLoggedWhenTheSessionIsClosed() throws Exception {
        large();
        try (var source = open()) {
            read(source, FIRST, SECOND);
        }
        assertThat(pages(SECOND)).isEqualTo(1);
        assertThat(log).hasSameSizeAs(odoo.seen());
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.status(503, "text/html", "", "Retry-After: 7"), Fault.status(500, "text/html", ""),
                Fault.html(200), Fault.hangUp(), Fault.shortened(70_000), Fault.cut(70_000), Fault.redirect(302, "/"),
                Fault.body("[]".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The failure of a page that is asked for, and what the log says of it, without and with asking ahead. */
    @ParameterizedTest
    @MethodSource("faults")
    void itsFailureIsToldWhenItsPageIsAskedForAndThenItIsAskedAnew(Fault fault) throws Exception {
        large();
        List<Object> plain = spoilt(fault, List.of());
        assertThat(spoilt(fault, SECOND)).isEqualTo(plain);
    }

    private List<Object> spoilt(Fault fault, List<Long> expected) throws Exception {
        log.clear();
        try (var source = open()) {
            // names are known by then, so that the next requests are those of two pages
            source.invoices(THIRD);
            int before = odoo.seen().size();
            odoo.faultAfter(2, fault);
            read(source, FIRST, expected);
            var failure = catchThrowableOfType(ProblemException.class, () -> source.invoices(SECOND));
            List<String> told = told();
            List<Long> again = source.invoices(SECOND).records().stream().map(Invoice::id).toList();
            return List.of(failure == null ? "none" : failure.getClass() + " " + failure.problem(), told, again,
                    odoo.seen().stream().skip(before).map(Seen::body).toList());
        } finally {
            odoo.clearFaults();
        }
    }

    /** How a run ends while the request that was asked ahead hangs. */
    enum End {
        CANCELLED,
        DEADLINE
    }

    @ParameterizedTest
    @EnumSource
    void aHangingRequestEndsWithTheRunOrAtItsDeadline(End end) throws Exception {
        large();
        var begun = new CountDownLatch(1);
        var source = open();
        source.invoices(THIRD);
        odoo.faultAfter(2, Fault.beginning(-1, begun));
        read(source, FIRST, SECOND);
        begun.await();

        var failure = CompletableFuture
                .supplyAsync(() -> catchThrowableOfType(ProblemException.class, () -> source.invoices(SECOND)));
        while (!failure.isDone()) {
            switch (end) {
                case CANCELLED -> cancel.cancel();
                case DEADLINE -> timer.deadlines();
            }
            Thread.onSpinWait();
        }
        source.close();

        ProblemCode told = end == End.CANCELLED ? ProblemCode.CANCELLED : ProblemCode.SERVER_TIMEOUT;
        assertThat(failure.get().problem().code()).isEqualTo(told);
        assertThat(log.getLast().outcome()).isEqualTo(told.key());
        assertThat(log).hasSameSizeAs(odoo.seen());
    }

    @Test
    void aCancelledRunLeavesNoThreadAndNoRequest() throws Exception {
        large();
        var begun = new CountDownLatch(1);
        try (var source = open()) {
            source.invoices(THIRD);
            odoo.faultAfter(2, Fault.beginning(-1, begun));
            read(source, FIRST, SECOND);
            begun.await();
            cancel.cancel();
        }

        assertThat(log.getLast().outcome()).isEqualTo(ProblemCode.CANCELLED.key());
        assertThat(log).hasSameSizeAs(odoo.seen());
        while (Thread.getAllStackTraces().keySet().stream().anyMatch(one -> one.getName().equals("odoo-ahead"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void furtherLinesOfAPageAreAskedAheadByTheIdsThatItsInvoicesName() throws Exception {
        for (int i = 0; i < 5_100; i++) {
            odoo.books().addLine(1 + i % 2, "INV/2026/0000" + (1 + i % 2), "line_note", "Note " + i, 0, 0);
        }
        var sent = new CopyOnWriteArrayList<Boolean>();
        odoo.onTheWay(good -> {
            sent.add(Thread.getAllStackTraces().keySet().stream().anyMatch(one -> one.getName().equals("odoo-ahead")));
            return good;
        });
        try (var source = open()) {
            assertThat(source.invoices(FIRST).records()).extracting(invoice -> invoice.lines().size())
                    .containsExactly(2_553, 2_553);
        }
        assertThat(sent).as("the second part of the lines").contains(true);
        assertThat(odoo.seen().stream().filter(one -> one.model().equals("account.move.line"))
                .filter(one -> one.body().contains("\"limit\":5000"))).as("none in vain").hasSize(2);
        assertThat(log).hasSameSizeAs(odoo.seen());
    }
}
