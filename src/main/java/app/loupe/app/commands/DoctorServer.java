package app.loupe.app.commands;

import app.loupe.domain.Endpoint;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import java.util.List;

/**
 * Turns what one attempt at a server came to into steps: everything before the step that failed is good, because it could
 * not have come so far otherwise; everything after it is not known.
 */
final class DoctorServer {
    private static final List<String> STEPS = List.of("name", "reachable", "tls", "odoo", "database", "sign-in",
            "rights");

    private final DoctorFindings findings;
    private final Endpoint endpoint;
    private int next;

    DoctorServer(DoctorFindings findings, Endpoint endpoint) {
        this.findings = findings;
        this.endpoint = endpoint;
    }

    /** The server answered the greeting. */
    void greeted(ServerFacts server) {
        goodUntil("tls");
        findings.good("tls", server.tls() + ", " + server.certificate().issuer());
        findings.good("odoo", server.version());
        next = STEPS.indexOf("database");
    }

    /** The sign-in worked. */
    void signedIn(SignInFacts facts) {
        goodUntil("rights");
        if (facts.unreadable().isEmpty()) {
            findings.good("rights", facts.transport());
        }
        facts.unreadable()
                .forEach(kind -> findings.bad("rights", Problem.of(ProblemCode.NO_RIGHT, kind.model())));
        next = STEPS.size();
    }

    /** It went no further. */
    void failed(Problem problem) {
        String step = stepOf(problem.code());
        if (STEPS.indexOf(step) < next) {
            step = STEPS.get(Math.min(next, STEPS.size() - 1));
        }
        goodUntil(step);
        findings.bad(step, problem);
        STEPS.subList(STEPS.indexOf(step) + 1, STEPS.size()).forEach(findings::skipped);
    }

    private void goodUntil(String step) {
        for (; next < STEPS.indexOf(step); next++) {
            findings.good(STEPS.get(next), STEPS.get(next).equals("database")
                    ? endpoint.database()
                    : STEPS.get(next).equals("sign-in") ? endpoint.username() : endpoint.address().host());
        }
    }

    private static String stepOf(ProblemCode code) {
        return switch (code) {
            case ADDRESS_INVALID, ADDRESS_NOT_HTTPS, HOST_UNKNOWN, LOOKUP_TIMEOUT -> "name";
            case CONNECTION_REFUSED, NETWORK_DOWN, LOCAL_NETWORK_CLOSED, CONNECT_TIMEOUT, CONNECTION_LOST,
                    SERVER_TIMEOUT ->
                "reachable";
            case TLS_FAILED, GREETING_TIMEOUT, CERTIFICATE_UNKNOWN, CERTIFICATE_EXPIRED, CERTIFICATE_WRONG_HOST,
                    CERTIFICATE_CHANGED ->
                "tls";
            case DATABASE_UNKNOWN, DATABASE_NEEDED -> "database";
            case SIGN_IN_REFUSED, API_KEY_REFUSED, API_KEY_NEEDED, NO_API_ON_PLAN -> "sign-in";
            case NO_RIGHT -> "rights";
            default -> code.area() == ProblemCode.Area.VAULT ? "sign-in" : "odoo";
        };
    }
}
