package app.loupe.odoo;

import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SourceBusyException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Decides which problem a network failure is. */
final class WireFaults {
    /** "Network is unreachable", as Linux and macOS say it in the languages of Loupe; Java has no other sign of it. */
    private static final List<String> NO_NETWORK = List.of("network is unreachable", "netzwerk ist nicht erreichbar",
            "est pas accessible", "la red es inaccesible", "netwerk is onbereikbaar");

    private final OdooAddress address;
    private final BooleanSupplier kept;

    /** @param kept whether the system may keep Loupe from the addresses that were found for the server */
    WireFaults(OdooAddress address, BooleanSupplier kept) {
        this.kept = kept;
        this.address = address;
    }

    /**
     * The problem of a failed exchange.
     *
     * @param phase what it was waiting for
     */
    ProblemException of(IOException failure, Watch.State why, Phase phase) {
        return switch (why) {
            case CANCELLED -> new ProblemException(Problem.of(ProblemCode.CANCELLED));
            case TOO_LONG -> inVain(phase);
            case TOO_SLOW -> inVain(Phase.ANSWER);
            case GOING_ON -> ofFailure(failure, phase);
        };
    }

    /** The problem when the time is over and this did not come. */
    ProblemException inVain(Phase phase) {
        return busy(phase.inVain());
    }

    private ProblemException ofFailure(IOException failure, Phase phase) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedCertificateException refused) {
                return refused.verdict();
            }
        }
        return switch (failure) {
            case ConnectTimeoutException slow -> problem(ProblemCode.CONNECT_TIMEOUT, slow);
            case UnknownHostException unknown ->
                new ProblemException(Problem.of(ProblemCode.HOST_UNKNOWN, address.host()), unknown);
            case NoRouteToHostException away -> noWay(away);
            case SocketException away when isNetworkDown(away) -> noWay(away);
            case ConnectException refused -> problem(ProblemCode.CONNECTION_REFUSED, refused);
            // a server that is too old for our TLS may say so, or just leave
            case SSLHandshakeException tls -> problem(ProblemCode.TLS_FAILED, tls);
            case SSLProtocolException tls -> problem(ProblemCode.TLS_FAILED, tls);
            case SSLPeerUnverifiedException tls -> problem(ProblemCode.TLS_FAILED, tls);
            case SSLException tls -> ofTls(tls);
            case SocketTimeoutException slow -> inVain(phase);
            case MessageConstraintException tooMuch -> problem(ProblemCode.ANSWER_MALFORMED, tooMuch);
            case MalformedChunkCodingException malformed -> problem(ProblemCode.ANSWER_MALFORMED, malformed);
            case ClientProtocolException malformed -> problem(ProblemCode.ANSWER_MALFORMED, malformed);
            default -> failure.getCause() instanceof HttpException
                    ? problem(ProblemCode.ANSWER_MALFORMED, failure)
                    : busy(ProblemCode.CONNECTION_LOST);
        };
    }

    /** A network that is not there, and a system that keeps Loupe from it, look the same. */
    private ProblemException noWay(SocketException away) {
        return problem(kept.getAsBoolean() ? ProblemCode.LOCAL_NETWORK_CLOSED : ProblemCode.NETWORK_DOWN, away);
    }

    /** A TLS connection that breaks in the middle is a broken network; any other failure is the peer's TLS. */
    private ProblemException ofTls(SSLException failure) {
        return failure.getCause() instanceof SocketException || isHangUp(failure)
                ? busy(ProblemCode.CONNECTION_LOST)
                : problem(ProblemCode.TLS_FAILED, failure);
    }

    /** Whether the other side only left, without saying anything wrong. */
    private static boolean isHangUp(SSLException failure) {
        return failure.getCause() instanceof EOFException;
    }

    private static boolean isNetworkDown(SocketException failure) {
        String message = failure.getMessage();
        return message != null && NO_NETWORK.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
    }

    private ProblemException problem(ProblemCode code, IOException cause) {
        return new ProblemException(Problem.of(code, address.server()), cause);
    }

    private ProblemException busy(ProblemCode code) {
        return new SourceBusyException(Problem.of(code, address.server()), Duration.ZERO);
    }
}
