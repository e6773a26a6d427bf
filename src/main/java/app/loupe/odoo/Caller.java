package app.loupe.odoo;

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
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes one call: borrows the secret for it, sends it, notes it in the request log (also when it fails), and says what
 * the answer means.
 */
final class Caller {
    private static final String OK = "ok";

    private final HttpWire wire;
    private final SecretAccess secrets;
    private final RequestLog log;
    private String tls = "";

    Caller(HttpWire wire, SecretAccess secrets, RequestLog log) {
        this.wire = wire;
        this.secrets = secrets;
        this.log = log;
    }

    /** Sends a request in a dialect. */
    Verdict call(Dialect dialect, OdooRequest request) throws ProblemException {
        var started = Instant.now();
        long from = System.nanoTime();
        RawAnswer answer;
        try {
            answer = send(dialect.write(request));
        } catch (ProblemException failure) {
            note(request, started, from, null, failure.problem().code().key());
            throw isTooMuch(request, failure)
                    ? new SourceBusyException(failure.problem(), Duration.ZERO)
                    : withQuestion(request, failure);
        }
        tls = answer.tls();
        Verdict verdict = judged(request, dialect.read(answer));
        note(request, started, from, answer, outcome(verdict));
        return verdict;
    }

    /** What was asked belongs to a problem of waiting for the answer. */
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

    /** A read is answered by a list of records with ids, or not at all. */
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
     * @param about the model that a missing right is about
     */
    ProblemException failure(Verdict verdict, String about) {
        String address = wire.address().url();
        return switch (verdict) {
            case Verdict.Busy(ProblemCode code, Duration pause) ->
                new SourceBusyException(Problem.of(code, address), pause);
            case Verdict.Mute(Duration pause) ->
                new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY, address), pause);
            case Verdict.Failed(ProblemCode code, String detail) -> detail.isEmpty()
                    ? ProblemException.of(code, address)
                    : ProblemException.of(code, address, detail);
            case Verdict.Forbidden forbidden -> ProblemException.of(ProblemCode.NO_RIGHT, about);
            case Verdict.FieldsUnknown unknown -> ProblemException.of(ProblemCode.SERVER_ERROR, address);
            case Verdict.Answered answered -> throw new IllegalArgumentException("no failure: " + answered.result()
                    .getNodeType());
        };
    }

    /**
     * The secret is borrowed for as long as it takes to lay it ready, not for the whole exchange: what the vault lends is
     * on the heap.
     */
    private RawAnswer send(WireMessage message) throws ProblemException {
        if (message.place() == SecretPlace.NOWHERE) {
            return wire.exchange(message, null);
        }
        try (var ready = secrets.<OutgoingSecret, ProblemException>use(secret -> message.place() == SecretPlace.BODY
                ? OutgoingSecret.quoted(secret)
                : BearerHeader.line(secret))) {
            return wire.exchange(message, ready);
        }
    }

    private void note(OdooRequest request, Instant started, long from, @Nullable RawAnswer answer,
            String outcome) {
        var address = wire.address();
        log.add(new RequestRecord(started, address.host() + ":" + address.port(), request.model(), request.method(),
                answer == null ? 0 : answer.rows(), answer == null ? 0 : answer.bytes(),
                answer == null ? 0 : answer.status(), Duration.ofNanos(System.nanoTime() - from), outcome,
                answer == null ? "" : answer.tls()));
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Answered answered -> OK;
            case Verdict.FieldsUnknown unknown -> ProblemCode.FIELD_DROPPED.key();
            case Verdict.Forbidden forbidden -> ProblemCode.NO_RIGHT.key();
            case Verdict.Busy busy -> busy.code().key();
            case Verdict.Mute mute -> ProblemCode.SERVER_BUSY.key();
            case Verdict.Failed failed -> failed.code().key();
        };
    }

    /** The TLS protocol of the last answer. */
    String tls() {
        return tls;
    }

    HttpWire wire() {
        return wire;
    }
}
