package app.loupe.odoo;

import app.loupe.domain.CertificateFacts;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestLog;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.SourceBusyException;
import app.loupe.odoo.OdooRequest.Read;
import app.loupe.odoo.OdooRequest.SearchRead;
import app.loupe.odoo.WireMessage.SecretPlace;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes one call: borrows the secret for it, sends it, notes it in the request log (also when it fails), and says what
 * the answer means. While a large answer is read, the request that most likely follows may already be under way. Used by
 * one thread at a time.
 */
final class Caller implements AutoCloseable {
    /**
     * From this size on the next request is sent ahead. A shorter answer, like every refusal, is read before anything
     * could be sent.
     */
    static final int WORTH_BYTES = 64 * 1024;
    private static final String OK = "ok";
    private static final int ANSWERED = 200;

    private final HttpWire wire;
    private final SecretAccess secrets;
    private final RequestLog log;
    private final AskedAhead ahead;
    private String tls = "";
    private @Nullable Instant serverTime;
    private @Nullable X509Certificate certificate;
    private @Nullable Dialect spoken;

    /** @param ahead used by this caller only */
    Caller(HttpWire wire, SecretAccess secrets, RequestLog log, AskedAhead ahead) {
        this.wire = wire;
        this.secrets = secrets;
        this.log = log;
        this.ahead = ahead;
    }

    /** Sends a request in a dialect. An answer to a request sent ahead is kept for the next {@link #callInRow}. */
    Verdict call(Dialect dialect, OdooRequest request) throws ProblemException {
        ahead.settle();
        return told(dialect, exchange(dialect, request), null);
    }

    /**
     * The same for one of many requests that follow each other: uses the answer if exactly this request was sent ahead,
     * and drops the answer to another one.
     *
     * @param next sent while the answer to this one is read, if that takes long enough; null when nobody knows
     */
    Verdict callInRow(Dialect dialect, OdooRequest request, @Nullable Foreseen next) throws ProblemException {
        Optional<Sent> early = ahead.take();
        if (early.isPresent() && !early.get().request().equals(request)) {
            discard(dialect, early.get());
            early = Optional.empty();
        }
        return told(dialect, early.isPresent() ? early.get() : exchange(dialect, request), next);
    }

    /** Drops an answer that nobody wants; its request was sent and is logged like any other. */
    private void discard(Dialect dialect, Sent unwanted) {
        try {
            told(dialect, unwanted, null);
        } catch (ProblemException nobodys) {
            // whoever asks for the same again gets this failure
            return;
        }
    }

    private Sent exchange(Dialect dialect, OdooRequest request) {
        var started = Instant.now();
        long from = System.nanoTime();
        try {
            Received received = send(dialect.write(request));
            return new Sent(request, started, Duration.ofNanos(System.nanoTime() - from), received, null);
        } catch (ProblemException failure) {
            return new Sent(request, started, Duration.ofNanos(System.nanoTime() - from), null, failure);
        }
    }

    private Verdict told(Dialect dialect, Sent sent, @Nullable Foreseen next) throws ProblemException {
        OdooRequest request = sent.request();
        long from = System.nanoTime();
        RawAnswer answer;
        try (Received received = sent.answer()) {
            spoken = dialect;
            serverTime = received.serverTime() == null ? serverTime : received.serverTime();
            certificate = received.certificate();
            if (next != null && received.status() == ANSWERED && received.bytes() >= WORTH_BYTES) {
                ahead.send(() -> exchange(dialect, next.search()), next.anotherQuestion());
            }
            answer = received.read();
        } catch (ProblemException failure) {
            note(sent, from, null, failure.problem().code().key());
            throw isTooMuch(request, failure)
                    ? new SourceBusyException(failure.problem(), Duration.ZERO)
                    : withQuestion(request, failure);
        }
        tls = answer.tls();
        Verdict verdict = judged(request, dialect.read(answer));
        note(sent, from, answer, outcome(verdict));
        return verdict;
    }

    /** Adds what was asked to a problem of waiting for the answer. */
    private static ProblemException withQuestion(OdooRequest request, ProblemException failure) {
        Problem problem = failure.problem();
        if (!(failure instanceof SourceBusyException busy) || problem.parameters().isEmpty()) {
            return failure;
        }
        String asked = request.model().isEmpty() ? request.method() : request.model();
        return new SourceBusyException(Problem.of(problem.code(), problem.parameters().getFirst(), asked),
                busy.pause());
    }

    /** Whether asking for fewer records would help. */
    private static boolean isTooMuch(OdooRequest request, ProblemException failure) {
        boolean several = switch (request) {
            case SearchRead search -> search.limit() > 1;
            case Read read -> read.ids().size() > 1;
            default -> false;
        };
        return several && failure.problem().code() == ProblemCode.ANSWER_TOO_LARGE;
    }

    /** The verdict, or a failure: the answer to a read must be a list of records with ids. */
    private static Verdict judged(OdooRequest request, Verdict verdict) {
        boolean reads = request instanceof SearchRead || request instanceof Read;
        if (!reads || !(verdict instanceof Verdict.Answered(JsonNode result))) {
            return verdict;
        }
        return result.isArray() && result.valueStream().allMatch(Caller::isRecord)
                ? verdict
                : new Verdict.Failed(ProblemCode.ANSWER_MALFORMED);
    }

    private static boolean isRecord(JsonNode node) {
        JsonNode id = node.path("id");
        return node.isObject() && id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0;
    }

    /**
     * Turns a verdict other than an answer into the exception for the owner.
     *
     * @param about the model for which a right is missing
     */
    ProblemException failure(Verdict verdict, String about) {
        String address = address().url();
        return switch (verdict) {
            case Verdict.Busy(ProblemCode code, Duration pause) ->
                new SourceBusyException(Problem.of(code, address), pause);
            case Verdict.Mute(Duration pause) ->
                new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY, address), pause);
            case Verdict.Failed(ProblemCode code, String detail) -> detail.isEmpty()
                    ? ProblemException.of(code, address)
                    : ProblemException.of(code, address, detail);
            case Verdict.Forbidden forbidden -> ProblemException.of(ProblemCode.NO_RIGHT, about);
            case Verdict.FieldsUnknown _,Verdict.LoadUnknown _ ->
                ProblemException.of(ProblemCode.SERVER_ERROR, address);
            case Verdict.Foreign(Verdict otherwise, int _) -> failure(otherwise, about);
            case Verdict.Answered answered -> throw new IllegalArgumentException("no failure: " + answered.result()
                    .getNodeType());
        };
    }

    /**
     * Borrows the secret only until it is prepared for sending, not for the whole exchange, because the vault's copy is
     * on the heap.
     */
    private Received send(WireMessage message) throws ProblemException {
        if (message.place() == SecretPlace.NOWHERE) {
            return wire.exchange(message, null);
        }
        try (var ready = secrets.<OutgoingSecret, ProblemException>use(secret -> message.place() == SecretPlace.BODY
                ? OutgoingSecret.quoted(secret)
                : BearerHeader.line(secret))) {
            return wire.exchange(message, ready);
        }
    }

    private void note(Sent sent, long from, @Nullable RawAnswer answer, String outcome) {
        var address = address();
        OdooRequest request = sent.request();
        log.add(new RequestRecord(sent.started(), address.host() + ":" + address.port(), request.model(),
                request.method(),
                answer == null ? 0 : answer.rows(), answer == null ? 0 : answer.bytes(),
                answer == null ? 0 : answer.status(), sent.took().plusNanos(System.nanoTime() - from), outcome,
                answer == null ? "" : answer.tls()));
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Answered answered -> OK;
            case Verdict.FieldsUnknown unknown -> ProblemCode.FIELD_DROPPED.key();
            case Verdict.LoadUnknown unknown -> ProblemCode.SERVER_ERROR.key();
            case Verdict.Forbidden forbidden -> ProblemCode.NO_RIGHT.key();
            case Verdict.Foreign foreign -> outcome(foreign.otherwise());
            case Verdict.Busy busy -> busy.code().key();
            case Verdict.Mute mute -> ProblemCode.SERVER_BUSY.key();
            case Verdict.Failed failed -> failed.code().key();
        };
    }

    /** The TLS protocol of the last answer. */
    String tls() {
        return tls;
    }

    /** What the server's clock said with its last answer. */
    Optional<Instant> serverTime() {
        return Optional.ofNullable(serverTime);
    }

    /** Facts of the certificate that the last answer came with. */
    Optional<CertificateFacts> certificate() {
        X509Certificate seen = certificate;
        if (seen == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(CertificateReading.facts(seen));
        } catch (CertificateEncodingException unreadable) {
            return Optional.empty();
        }
    }

    OdooAddress address() {
        return wire.address();
    }

    /** Ends the connection once nothing is under way. */
    @Override
    public void close() {
        try {
            Optional<Sent> early = ahead.take();
            if (early.isPresent() && spoken != null) {
                discard(spoken, early.get());
            }
        } finally {
            wire.close();
        }
    }
}
