package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Deadline;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SourceBusyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;
import testkit.Fault;

/**
 * How long Loupe waits for a server that hangs, drips or never ends, and what it says that it waited for.
 */
class WaitingIT extends TimelessGateway {
    /** After that a promise is broken, on any machine. */
    private static final int MOST_SECONDS = 120;

    /** Asks on another thread, lets the deadline come when the question has got that far, and returns what it became. */
    private Problem atTheDeadline(Callable<?> question, CountDownLatch farEnough) throws Exception {
        return ended(question, farEnough, timer::deadlines);
    }

    private static Problem ended(Callable<?> question, CountDownLatch farEnough, Runnable end) throws Exception {
        var failure = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(ProblemException.class, question::call));
        farEnough.await();
        while (!failure.isDone()) {
            end.run();
            Thread.onSpinWait();
        }
        return failure.get().problem();
    }

    @Test
    void n2_aDrippingBodyIsEndedByTheThroughputRule() throws Exception {
        var begun = new CountDownLatch(1);
        try (var source = open()) {
            odoo.fault(Fault.beginning(1, begun));

            assertThat(ended(() -> source.list(RecordKind.INVOICE, null, 0, 10), begun, timer::interval))
                    .isEqualTo(Problem.of(ProblemCode.SERVER_TIMEOUT, odoo.address().server(), "account.move"));
        }
    }

    /** So many bytes of the answer, and no more: silence, a dripping head, a head without its body, a dripping body. */
    @ParameterizedTest
    @ValueSource(ints = {-10_000, -60, -1, 0, 5})
    void n2_whateverHasNotArrivedWholeIsEndedByTheDeadline(int bodyBytes) throws Exception {
        var begun = new CountDownLatch(1);
        try (var source = open()) {
            odoo.fault(Fault.beginning(bodyBytes, begun));

            assertThat(atTheDeadline(() -> source.list(RecordKind.INVOICE, null, 0, 10), begun))
                    .isEqualTo(Problem.of(ProblemCode.SERVER_TIMEOUT, odoo.address().server(), "account.move"));
            assertThat(log.getLast().outcome()).isEqualTo(ProblemCode.SERVER_TIMEOUT.key());
        }
    }

    @Test
    void n2_interimAnswersDoNotMoveTheDeadline() throws Exception {
        var begun = new CountDownLatch(1);
        try (var source = open()) {
            odoo.fault((good, out, closed) -> {
                Fault.interim(FewInterimAnswers.MOST).write(good, out, closed);
                Fault.beginning(-10_000, begun).write(good, out, closed);
            });

            assertThat(atTheDeadline(() -> source.list(RecordKind.INVOICE, null, 0, 10), begun).code())
                    .isEqualTo(ProblemCode.SERVER_TIMEOUT);
        }
    }

    @Test
    void aFewInterimAnswersDoNoHarm() throws Exception {
        try (var source = open()) {
            odoo.fault((good, out, closed) -> {
                Fault.interim(FewInterimAnswers.MOST).write(good, out, closed);
                out.write(Fault.answer(good.status(), good.contentType(), good.bytes()));
            });

            assertThat(source.list(RecordKind.INVOICE, null, 0, 10)).hasSize(1);
        }
    }

    /** A computer that takes the connection, says the beginning of a greeting, and no more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 20})
    void n2_aGreetingThatDoesNotEndIsToldAsSuch(int bytes) throws Exception {
        byte[] greeting = {22, 3, 3, 2, 0, 2, 0, 1, (byte) 252, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new CountDownLatch(1);
            var gone = new CompletableFuture<Integer>();
            Thread.ofPlatform().daemon(true).start(() -> {
                try (var socket = silent.accept()) {
                    assertThat(socket.getInputStream().read()).isEqualTo(22);
                    socket.getOutputStream().write(greeting, 0, bytes);
                    socket.getOutputStream().flush();
                    heard.countDown();
                    gone.complete(socket.getInputStream().readAllBytes().length);
                } catch (IOException reset) {
                    gone.complete(0);
                }
            });
            var address = OdooAddress.parse("https://localhost:" + silent.getLocalPort());

            assertThat(atTheDeadline(() -> gateway.probe(address, null, new CancelToken()), heard))
                    .isEqualTo(Problem.of(ProblemCode.GREETING_TIMEOUT, address.server(), "version"));
            assertThat(gone.get(MOST_SECONDS, TimeUnit.SECONDS)).as("the connection is given up").isNotNegative();
        }
    }

    @Test
    void n1_aGreetingThatBreaksOffIsALostConnection() throws Exception {
        try (var rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon(true).start(() -> {
                try (var socket = rude.accept()) {
                    assertThat(socket.getInputStream().read()).isEqualTo(22);
                    socket.setSoLinger(true, 0);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });

            assertThatThrownBy(() -> gateway.probe(OdooAddress.parse("https://localhost:" + rude.getLocalPort()), null,
                    new CancelToken())).isInstanceOf(SourceBusyException.class)
                    .hasMessage(ProblemCode.CONNECTION_LOST.key());
        }
    }

    @Test
    void anExchangeHasNoMoreTimeThanTheQuestionLeaves() throws Exception {
        var begun = new CountDownLatch(1);
        var now = new AtomicLong();
        try (var source = open()) {
            int before = odoo.seen().size();
            odoo.fault(Fault.beginning(0, begun));
            var failure = CompletableFuture.supplyAsync(() -> catchThrowableOfType(ProblemException.class,
                    () -> Deadline.in(Duration.ofSeconds(40), now::get).during(() -> {
                        now.addAndGet(Duration.ofSeconds(15).toNanos());
                        return source.list(RecordKind.INVOICE, null, 0, 10);
                    })));
            begun.await();

            assertThat(timer.deadlines()).containsExactly(Duration.ofSeconds(25).toNanos());
            assertThat(failure.get(MOST_SECONDS, TimeUnit.SECONDS)).isInstanceOf(SourceBusyException.class);

            assertThatThrownBy(() -> Deadline.in(Duration.ZERO, now::get)
                    .during(() -> source.list(RecordKind.INVOICE, null, 0, 10)))
                    .hasMessage(ProblemCode.SERVER_TIMEOUT.key());
            assertThat(odoo.seen()).as("nothing is sent when the time is over").hasSize(before + 1);
        }
    }

    @Test
    void whatAPersonWaitsForHasOneDeadlineForAllItsExchanges() throws Exception {
        var looks = new AtomicLong();
        var now = Deadline.in(Duration.ofSeconds(100), looks::incrementAndGet);
        var begun = new CountDownLatch(1);
        odoo.faultAfter(2, Fault.beginning(0, begun));
        var failure = CompletableFuture.supplyAsync(() -> catchThrowableOfType(ProblemException.class,
                () -> now.during(() -> gateway.test(odoo.endpoint(), odoo.pin(), FakeOdoo.password(),
                        new CancelToken()))));
        begun.await();

        assertThat(timer.deadlines()).singleElement().satisfies(
                nanos -> assertThat(nanos).isLessThan(Duration.ofSeconds(100).toNanos()));
        assertThat(failure.get(MOST_SECONDS, TimeUnit.SECONDS).problem().code()).isEqualTo(ProblemCode.SERVER_TIMEOUT);
    }

    @Test
    void cancelEndsAWaitingCallAtOnce() throws Exception {
        var cancel = new CancelToken();
        var begun = new CountDownLatch(1);
        try (var source = open(cancel)) {
            odoo.fault(Fault.beginning(-10_000, begun));
            var listing = CompletableFuture.supplyAsync(() -> catchThrowableOfType(ProblemException.class,
                    () -> source.list(RecordKind.INVOICE, null, 0, 10)));
            begun.await();

            cancel.cancel();

            assertThat(listing.get(MOST_SECONDS, TimeUnit.SECONDS).problem().code()).isEqualTo(ProblemCode.CANCELLED);
        }
    }

    /** A system's lookup that does not end before it is released. */
    private static final class StuckLookup implements DnsResolver, AutoCloseable {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }

        @Override
        public void close() {
            released.countDown();
        }
    }

    @Test
    void cancelEndsALookupAtOnce() throws Exception {
        var cancel = new CancelToken();
        try (var lookup = new StuckLookup();
                var stuck = new HttpsOdooGateway(TlsUpgrade.systemAuthorities(), FAR, lookup, timer)) {
            var probe = CompletableFuture.supplyAsync(() -> catchThrowableOfType(ProblemException.class,
                    () -> stuck.probe(odoo.address(), odoo.pin(), cancel)));
            lookup.asked.await();

            cancel.cancel();

            assertThat(probe.get(MOST_SECONDS, TimeUnit.SECONDS).problem().code()).isEqualTo(ProblemCode.CANCELLED);
        }
    }

    @Test
    void aLookupHasNoMoreTimeThanTheExchange() throws Exception {
        try (var lookup = new StuckLookup();
                var stuck = new HttpsOdooGateway(TlsUpgrade.systemAuthorities(), FAR, lookup, timer)) {
            assertThat(atTheDeadline(() -> stuck.probe(odoo.address(), odoo.pin(), new CancelToken()), lookup.asked))
                    .isEqualTo(Problem.of(ProblemCode.LOOKUP_TIMEOUT, odoo.address().server(), "version"));
        }
    }

    @Test
    void aLookupIsNotBegunWhenTheTimeIsOverAlready() {
        try (var system = new StuckLookup()) {
            var lookup = new Lookup(system, () -> true, phase -> {});

            assertThatThrownBy(() -> lookup.resolve("erp.example")).isInstanceOf(UnknownHostException.class);
            assertThat(system.asked.getCount()).as("nobody was asked").isOne();
        }
    }

    /** What a failure means may depend on where the server stands. */
    @Test
    void aLookupKeepsTheAddressesThatItFound() throws Exception {
        var lookup = new Lookup(SystemDefaultDnsResolver.INSTANCE, () -> false, phase -> {});
        assertThat(lookup.found()).isEmpty();

        lookup.resolve("127.0.0.1");

        assertThat(lookup.found()).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
    }

    @Test
    void aConnectionThatNobodyTakesIsToldAsSuch() throws Exception {
        var faults = new WireFaults(odoo.address(), () -> false);

        assertThat(faults.of(new ConnectTimeoutException("no"), Watch.State.GOING_ON, Phase.CONNECTION).problem())
                .isEqualTo(Problem.of(ProblemCode.CONNECT_TIMEOUT, odoo.address().server()));
        assertThat(faults.of(new SocketException("closed"), Watch.State.TOO_LONG, Phase.CONNECTION).problem().code())
                .isEqualTo(ProblemCode.CONNECT_TIMEOUT);
    }
}
