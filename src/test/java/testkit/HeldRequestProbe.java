package testkit;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import app.loupe.odoo.HttpsOdooGateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a server for a listing and does what it is told on its standard input while the request is open: {@code c} collects
 * garbage so that whatever lives is moved, {@code k} keeps the secret in an array, {@code w} waits for the end of the
 * request; each is answered by one line. Address, database, user and fingerprint are arguments, the secret comes masked as
 * for {@link ResidueProbe}: a search of this process finds the copies that Loupe makes, and no others.
 */
public final class HeldRequestProbe {
    private static final int COLLECTIONS = 6;
    private static final int GARBAGE_ARRAYS = 200;
    private static final int GARBAGE_BYTES = 20_000;

    private final List<Secret> kept = new ArrayList<>();

    private HeldRequestProbe() {}

    /** Runs until its input ends. */
    public static void main(String[] args) throws ProblemException, IOException, InterruptedException {
        var endpoint = new Endpoint(OdooAddress.parse(args[0]), args[1], args[2]);
        var probe = new HeldRequestProbe();
        try (var gateway = new HttpsOdooGateway();
                var source = gateway.open(endpoint, CertificatePin.parse(args[3]), ResidueProbe.masked(),
                        request -> {}, new CancelToken())) {
            Thread listing = Thread.ofPlatform().start(() -> {
                try {
                    source.list(RecordKind.INVOICE, null, 0, 100);
                } catch (ProblemException ended) {
                    // the server hangs up at the end of the test
                    return;
                }
            });
            probe.obey(listing);
        }
    }

    private void obey(Thread listing) throws IOException, ProblemException, InterruptedException {
        for (int command = System.in.read(); command >= 0; command = System.in.read()) {
            switch (command) {
                case 'c' -> collect();
                case 'k' -> kept.add(ResidueProbe.masked().<Secret, ProblemException>use(Secret::copy));
                case 'w' -> listing.join();
                default -> throw new IOException("no command");
            }
            System.out.println((char) command + " " + kept.size());
        }
    }

    /** Young collections between the full ones, so that what lives is copied, promoted and slid together. */
    private static void collect() {
        for (int i = 0; i < COLLECTIONS; i++) {
            var garbage = new ArrayList<byte[]>();
            for (int j = 0; j < GARBAGE_ARRAYS; j++) {
                garbage.add(new byte[GARBAGE_BYTES]);
            }
            garbage.subList(0, GARBAGE_ARRAYS / 2).clear();
            System.gc();
        }
    }
}
