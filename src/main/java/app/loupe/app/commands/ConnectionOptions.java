package app.loupe.app.commands;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What can be said of a connection when it is added and when it is edited: where it goes, who signs in, how it is called.
 * An option that is not given is empty. Each command explains them in its own words.
 */
final class ConnectionOptions {
    private static final String NEVER = "never";

    @Option(names = "--name", paramLabel = "NAME")
    String name = "";

    @Option(names = "--url", paramLabel = "URL")
    String url = "";

    @Option(names = "--database", paramLabel = "NAME")
    String database = "";

    @Option(names = "--username", paramLabel = "USER")
    String username = "";

    @Option(names = "--secret-stdin")
    boolean secretStdin;

    @Option(names = "--trust-fingerprint", paramLabel = "SHA256")
    String fingerprint = "";

    @Option(names = "--key-expires", paramLabel = "YYYY-MM-DD|never")
    String keyExpires = "";

    /** The address; null when none is given. */
    @Nullable
    OdooAddress address() throws ProblemException {
        return url.isEmpty() ? null : OdooAddress.parse(url);
    }

    /** The certificate to trust; null when none is given. */
    @Nullable
    CertificatePin pin(Texts texts) {
        try {
            return fingerprint.isEmpty() ? null : CertificatePin.parse(fingerprint);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(texts.get("cli.add.fingerprint-malformed"));
        }
    }

    /**
     * The last day of the key; null when it has none or none is given.
     *
     * @throws UsageException when it is none, or is over: that of a former key, or a year that was not typed
     */
    @Nullable
    LocalDate lastDay(Texts texts, LocalDate today) {
        if (keyExpires.isEmpty() || keyExpires.equals(NEVER)) {
            return null;
        }
        LocalDate last = DayOption.read(keyExpires, today)
                .orElseThrow(() -> new UsageException(texts.get("cli.misuse.key-expires")));
        if (DayRange.demand(last, "--key-expires", texts).isBefore(today)) {
            throw new UsageException(texts.get("cli.misuse.key-expires-past"));
        }
        return last;
    }

    /** Whether something is said that a sign-in would use, beside the password itself. */
    boolean goesElsewhere() {
        return !(fingerprint + url + database + username).isEmpty();
    }
}
