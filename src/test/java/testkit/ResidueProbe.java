package testkit;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.odoo.HttpsOdooGateway;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes twenty calls to a real Odoo, closes everything, and waits for a key, so that a heap dump or the process's memory
 * can be searched for the secret; run by hand, never by the build. Address, database, user and fingerprint are
 * arguments; the secret comes masked (every byte exclusive-or 0x5a, in hex) in the system property {@code lab.masked}, so
 * that the only clear copies in this process are those of a call.
 */
public final class ResidueProbe {
    private static final Logger LOG = LoggerFactory.getLogger(ResidueProbe.class);
    private static final int CALLS = 20;
    private static final int MASK = 0x5a;

    private ResidueProbe() {}

    /** Calls, closes, collects garbage three times, waits. */
    public static void main(String[] args) throws ProblemException, IOException {
        var endpoint = new Endpoint(OdooAddress.parse(args[0]), args[1], args[2]);
        try (var gateway = new HttpsOdooGateway();
                var source = gateway.open(endpoint, CertificatePin.parse(args[3]), masked(), request -> {},
                        new CancelToken())) {
            for (int i = 0; i < CALLS; i++) {
                source.list(RecordKind.INVOICE, null, 0, 100);
            }
            if (args.length > 4) {
                await();
            }
        }
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        await();
    }

    private static void await() throws IOException {
        LOG.warn("ready {}", ProcessHandle.current().pid());
        int key = System.in.read();
        LOG.warn("going on after {}", key);
    }

    /** Lends the secret of the property for one call at a time, as the vault does. */
    static SecretAccess masked() {
        return new SecretAccess() {
            @Override
            public <T, X extends Exception> T use(Use<T, X> use) throws X {
                byte[] bytes = HexFormat.of().parseHex(Objects.requireNonNull(System.getProperty("lab.masked")));
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] ^= (byte) MASK;
                }
                try (var secret = Secret.owning(bytes)) {
                    return use.with(secret);
                }
            }
        };
    }
}
