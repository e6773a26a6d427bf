package app.loupe.app;

import app.loupe.app.commands.Servers;
import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.PastedSecret;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import org.jspecify.annotations.Nullable;

/** Tests what an owner typed, and says what may be wrong with it. Keeps nothing and needs no data folder. */
@Blocking
record SignInTests(OdooGateway gateway) implements Servers {
    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        return gateway.probe(address, pin, cancel);
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        if (secret.length() > Secret.LONGEST_PASSWORD) {
            // it could not be kept, so it is not sent either; the server would call it wrong
            throw ProblemException.of(ProblemCode.PASSWORD_TOO_LONG);
        }
        try {
            return gateway.test(endpoint, pin, new LentSecret(secret), cancel);
        } catch (ProblemException refused) {
            throw explained(refused, secret);
        }
    }

    /** A blank that was pasted along is the likelier reason than a wrong password, and the one that nobody sees. */
    private static ProblemException explained(ProblemException refused, Secret secret) {
        return switch (refused.problem().code()) {
            case SIGN_IN_REFUSED, API_KEY_REFUSED, API_KEY_NEEDED -> PastedSecret.suspicion(secret)
                    .map(code -> new ProblemException(Problem.of(code), refused)).orElse(refused);
            default -> refused;
        };
    }

    @Override
    public void close() {
        gateway.close();
    }
}
