package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.CancelToken;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SourceBusyException;
import app.loupe.domain.Stamp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;
import testkit.Fault;

/**
 * What broken, slow, wrong and hostile answers become: a named problem, and nothing else.
 */
class TransportFaultsIT extends TimelessGateway {
    private ProblemException failureOfListing(Fault fault) throws ProblemException {
        try (var source = open()) {
            odoo.fault(fault);
            return catchThrowableOfType(ProblemException.class, () -> source.list(RecordKind.INVOICE, null, 0, 10));
        }
    }

    private static byte[] rpc(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> faults() {
        String good = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[]}";
        return Stream.of(Arguments.of("n3 401 page", Fault.html(401), ProblemCode.SIGN_IN_IN_FRONT),
                Arguments.of("n3 403 page", Fault.html(403), ProblemCode.ACCESS_BLOCKED),
                Arguments.of("n3 404 page", Fault.html(404), ProblemCode.NOT_AN_ODOO),
                Arguments.of("n3 sign-in page", Fault.html(200), ProblemCode.WEB_PAGE_ANSWERED),
                Arguments.of("n3 407 of a proxy", Fault.html(407), ProblemCode.SIGN_IN_IN_FRONT),
                Arguments.of("n3 511 of a network", Fault.html(511), ProblemCode.SIGN_IN_IN_FRONT),
                Arguments.of("n3 302 to a sign-in", Fault.redirect(302, "https://portal.invalid/"),
                        ProblemCode.REDIRECTED),
                Arguments.of("n3 402", Fault.html(402), ProblemCode.NO_API_ON_PLAN),
                Arguments.of("n3 429", Fault.status(429, "text/plain", "slow down"), ProblemCode.SERVER_BUSY),
                Arguments.of("n3 500", Fault.html(500), ProblemCode.SERVER_BUSY),
                Arguments.of("n3 502", Fault.html(502), ProblemCode.SERVER_BUSY),
                Arguments.of("n3 503", Fault.html(503), ProblemCode.SERVER_BUSY),
                Arguments.of("n3 504", Fault.html(504), ProblemCode.SERVER_BUSY),
                Arguments.of("n3 empty", Fault.body(new byte[0]), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n3 other type", Fault.status(200, "text/plain", good), ProblemCode.OTHER_CONTENT),
                Arguments.of("n3 other charset", Fault.status(200, "application/json; charset=latin1", good),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n3 byte order mark", Fault.status(200, "application/json", "\ufeff" + good),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 no HTTP", Fault.raw(rpc("SSH-2.0-OpenSSH\r\n\r\n")), ProblemCode.CONNECTION_LOST),
                Arguments.of("n4 nothing", Fault.hangUp(), ProblemCode.CONNECTION_LOST),
                Arguments.of("n4 half a head", Fault.raw(rpc("HTTP/1.1 200 OK\r\nContent-Ty")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 half a body", Fault.cut(20), ProblemCode.CONNECTION_LOST),
                Arguments.of("n2 endless 1xx", Fault.interim(Integer.MAX_VALUE), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 two lengths", Fault.headers("Content-Length: 7"), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 negative length",
                        Fault.raw(rpc("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n"
                                + good)),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 bad chunk",
                        Fault.raw(rpc("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + good + "\r\n0\r\n\r\n")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 head of 1 MiB", Fault.headers("X-Long: " + "x".repeat(1024 * 1024)),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("n4 10,000 headers", Fault.headers("X-Many: 1\r\n".repeat(9_999) + "X-Many: 1"),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j3 br", Fault.headers("Content-Encoding: br"), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j3 deflate", Fault.headers("Content-Encoding: deflate"), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j3 twice", Fault.headers("Content-Encoding: gzip, gzip"), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j3 twice in two lines", Fault.headers("Content-Encoding: gzip", "Content-Encoding: gzip"),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j3 no gzip at all", Fault.headers("Content-Encoding: gzip"),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j3 bomb", Fault.bomb(40), ProblemCode.ANSWER_TOO_LARGE),
                Arguments.of("j3 endless", Fault.endless(), ProblemCode.ANSWER_TOO_LARGE),
                Arguments.of("j4 other id", Fault.body(rpc("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[]}")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j4 no id", Fault.body(rpc("{\"jsonrpc\":\"2.0\",\"result\":[]}")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j4 both", Fault.body(rpc("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[],\"error\":{}}")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j4 neither", Fault.body(rpc("{\"jsonrpc\":\"2.0\",\"id\":1}")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j4 batch", Fault.body(rpc("[" + good + "]")), ProblemCode.ANSWER_MALFORMED),
                Arguments.of("j4 result is no list",
                        Fault.body(rpc("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"id\":1}}")),
                        ProblemCode.ANSWER_MALFORMED),
                Arguments.of("o2 id as text",
                        Fault.body(rpc("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[{\"id\":\"1\"}]}")),
                        ProblemCode.ANSWER_MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultHasItsName(String name, Fault fault, ProblemCode code) throws Exception {
        ProblemException failure = failureOfListing(fault);

        assertThat(failure).as(name).isNotNull();
        assertThat(failure.problem().code()).isEqualTo(code);
        // also a listing that is too large helps itself with a smaller page
        assertThat(failure instanceof SourceBusyException)
                .isEqualTo(code == ProblemCode.SERVER_BUSY || code == ProblemCode.ANSWER_TOO_LARGE
                        || code == ProblemCode.CONNECTION_LOST);
        assertThat(log.getLast().outcome()).isEqualTo(code.key());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void s24_redirectsAreNeverFollowed(int status) throws Exception {
        try (var other = FakeOdoo.start(FakeOdoo.Version.V14);
                var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            plain.setSoTimeout(1);
            for (String target : new String[] {other.address().url() + "/jsonrpc", odoo.address().url() + "/jsonrpc",
                "http://localhost:" + plain.getLocalPort() + "/jsonrpc", "/jsonrpc"}) {
                int before = odoo.seen().size();

                assertThat(failureOfListing(Fault.redirect(status, target)).problem().code())
                        .isEqualTo(ProblemCode.REDIRECTED);
                assertThat(odoo.seen().size() - before).as("version, sign-in, one listing").isEqualTo(3);
            }
            assertThat(other.connections()).isZero();
            assertThatThrownBy(plain::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void s18_cookiesAreNeverSentBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            odoo.fault(Fault.headers("Set-Cookie: session_id=CANARY2; Path=/", "X-Csrf-Token: CANARY3"));
        }
        try (var source = open()) {
            source.list(RecordKind.INVOICE, null, 0, 10);
            source.list(RecordKind.INVOICE, null, 0, 10);
        }

        assertThat(odoo.seen()).hasSize(4).allSatisfy(seen -> {
            assertThat(seen.headers()).doesNotContainKey("cookie");
            assertThat(seen.headers().toString() + seen.body()).doesNotContain("CANARY");
        });
    }

    @Test
    void gzipIsUnderstood() throws Exception {
        try (var source = open()) {
            odoo.fault(Fault.gzip());

            assertThat(source.list(RecordKind.INVOICE, null, 0, 10)).extracting(Stamp::id).containsExactly(1L);
            assertThat(odoo.seen().getLast().header("accept-encoding")).isEqualTo("gzip");
            assertThat(odoo.seen().getLast().header("user-agent")).startsWith("Loupe/");
        }
    }

    @Test
    void j1_anAnswerCutShortIsRefused() throws Exception {
        try (var source = open()) {
            source.list(RecordKind.INVOICE, null, 0, 10);
            int length = (int) log.getLast().bytes();
            for (int cut = 0; cut < length; cut += 9) {
                odoo.fault(Fault.shortened(cut));
                assertThatThrownBy(() -> source.list(RecordKind.INVOICE, null, 0, 10))
                        .isInstanceOfSatisfying(ProblemException.class, failure -> assertThat(failure.problem().code())
                                .isEqualTo(ProblemCode.ANSWER_MALFORMED));
            }
            assertThat(source.list(RecordKind.INVOICE, null, 0, 10)).hasSize(1);
        }
    }

    @Test
    void aConnectionLostInTheBodyIsWorthARetry() throws Exception {
        assertThat(failureOfListing(Fault.cut(20))).isInstanceOf(SourceBusyException.class);
        assertThat(failureOfListing(Fault.hangUp())).isInstanceOf(SourceBusyException.class);
    }

    @Test
    void retryAfterIsPassedOn() throws Exception {
        var busy = (SourceBusyException) failureOfListing(Fault.status(503, "text/html", "", "Retry-After: 7"));

        assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aClosedPortAndAnUnknownHostAreTold() throws Exception {
        try (var held = new Socket()) {
            // nobody listens at this port, and nobody else can
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var closed = OdooAddress.parse("https://localhost:" + held.getLocalPort());
            assertThatThrownBy(() -> gateway.probe(closed, null, new CancelToken()))
                    .hasMessage(ProblemCode.CONNECTION_REFUSED.key());
        }
        assertThatThrownBy(() -> gateway.probe(OdooAddress.parse("nobody.invalid:8069/books"), null,
                new CancelToken())).isInstanceOfSatisfying(ProblemException.class,
                        failure -> assertThat(
                                failure.problem()).isEqualTo(Problem.of(ProblemCode.HOST_UNKNOWN, "nobody.invalid")));
    }

    @Test
    void s41_nothingThatTheServerSaysGetsIntoTheProblem() throws Exception {
        String echo = FakeOdoo.API_KEY;
        ProblemException failure = failureOfListing(
                Fault.body(rpc(String.format(Locale.ROOT, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":200,"
                        + "\"message\":\"%1$s\",\"data\":{\"name\":\"%1$s\",\"message\":\"%1$s\",\"debug\":\"%1$s\"}}}",
                        echo))));

        assertThat(failure.problem().toString() + failure + log).doesNotContain(echo);
        assertThat(failure.problem().code()).isEqualTo(ProblemCode.SERVER_ERROR);
    }
}
