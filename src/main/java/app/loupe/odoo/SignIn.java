package app.loupe.odoo;

import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.SourceBusyException;
import app.loupe.odoo.OdooRequest.Authenticate;
import tools.jackson.databind.JsonNode;

/**
 * Decides how to talk to a server and signs in: JSON-2 with an API key from Odoo 19 on, otherwise JSON-RPC. There the
 * user's number is asked for once and kept, because every sign-in leaves a trace in Odoo's own login log.
 */
final class SignIn {
    private static final int KEY_BYTES = 40;
    private static final int LAST_MAJOR_WITH_MUTE_ERRORS = 15;

    private final Greeting greeting;
    private final Endpoint endpoint;
    private final boolean apiKey;
    private final ErrorClassifier errors;

    SignIn(Greeting greeting, Endpoint endpoint, boolean apiKey) {
        this.greeting = greeting;
        this.endpoint = endpoint;
        this.apiKey = apiKey;
        this.errors = new ErrorClassifier(apiKey, !endpoint.database().isEmpty());
    }

    /**
     * Whether the secret is an API key. Must be called before the first connection is opened: a row whose address was
     * changed does not lend its secret, so that the server at that address hears nothing, not even a greeting (S39).
     */
    static boolean hasApiKey(SecretAccess secrets) throws ProblemException {
        return secrets.<Boolean, ProblemException>use(SignIn::isApiKey);
    }

    /** Whether it looks like an API key: 40 lower-case hex digits. That a password looks the same is one chance in 2^160. */
    static boolean isApiKey(Secret secret) {
        if (secret.length() != KEY_BYTES) {
            return false;
        }
        for (byte b : secret.bytes()) {
            if (!((b >= '0' && b <= '9') || (b >= 'a' && b <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    SignedIn signIn() throws ProblemException {
        String address = endpoint.address().url();
        if (apiKey && greeting.version().hasJson2()) {
            return signedIn(new Json2Dialect(endpoint.database(), errors));
        }
        if (!greeting.jsonRpc()) {
            throw ProblemException.of(ProblemCode.API_KEY_NEEDED, address);
        }
        if (endpoint.database().isEmpty()) {
            throw ProblemException.of(ProblemCode.DATABASE_NEEDED, address);
        }
        return signedIn(new JsonRpcDialect(endpoint.database(), authenticate(address), errors));
    }

    private SignedIn signedIn(Dialect dialect) {
        return new SignedIn(greeting, dialect, new ModelReader(greeting.caller(), dialect, greeting.version()), apiKey);
    }

    /**
     * Signs in; tried once in a run, also when the server is busy, because a sign-in that reached it leaves a trace in
     * Odoo's own log.
     */
    private long authenticate(String address) throws ProblemException {
        try {
            return uid(address);
        } catch (SourceBusyException busy) {
            throw new ProblemException(busy.problem(), busy);
        }
    }

    private long uid(String address) throws ProblemException {
        var dialect = new JsonRpcDialect(endpoint.database(), 0, errors);
        Verdict verdict = greeting.caller().call(dialect,
                new Authenticate(endpoint.database(), endpoint.username()));
        if (verdict instanceof Verdict.Answered answered) {
            JsonNode uid = answered.result();
            if (uid.isIntegralNumber() && uid.canConvertToInt() && uid.intValue() > 0) {
                return uid.intValue();
            }
            boolean refused = uid.isBoolean() && !uid.asBoolean();
            ProblemCode no = apiKey ? ProblemCode.API_KEY_REFUSED : ProblemCode.SIGN_IN_REFUSED;
            throw ProblemException.of(refused ? no : ProblemCode.ANSWER_MALFORMED, address);
        }
        // with several databases these versions answer every error with a page that says 500 and no reason; a wrong
        // password alone is answered properly at this point, so that only the database is left. What a proxy says of a
        // server that is busy or away has another status.
        if (verdict instanceof Verdict.Mute && greeting.version().major() <= LAST_MAJOR_WITH_MUTE_ERRORS) {
            throw ProblemException.of(ProblemCode.DATABASE_UNKNOWN, address);
        }
        throw greeting.caller().failure(verdict, "");
    }
}
