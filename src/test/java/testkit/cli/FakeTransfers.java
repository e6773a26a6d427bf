package testkit.cli;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what it is asked for, and writes and reads nothing. */
public final class FakeTransfers implements Transfers {
    /** The files that were made or brought in. */
    public final List<Path> files = new ArrayList<>();
    /** The passphrases that were given. */
    public final List<String> phrases = new ArrayList<>();
    /** Whether the last one was to replace a file. */
    public boolean overwrite;
    /** Thrown by everything. */
    public @Nullable ProblemException fails;
    /** What was made. */
    public Made made = new Made(2, 0, List.of(), new Owned(3, 40));
    /** What was brought in. */
    public Brought brought = new Brought(List.of(details("one"), details("two")), 0, 0, 0, new Owned(3, 40));

    private static ConnectionDetails details(String database) {
        try {
            return new ConnectionDetails(new Endpoint(OdooAddress.parse("https://erp.example.com"), database, "ann"),
                    "Acme " + database, null, null);
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void note(Path file, Secret passphrase) throws ProblemException {
        files.add(file);
        phrases.add(new String(passphrase.bytes(), StandardCharsets.UTF_8));
        if (fails != null) {
            throw fails;
        }
    }

    @Override
    public Made make(Path file, boolean replace, Secret passphrase, CancelToken cancel, Watcher watcher)
            throws ProblemException {
        overwrite = replace;
        note(file, passphrase);
        return made;
    }

    @Override
    public Brought bring(Path file, Secret passphrase, CancelToken cancel, Watcher watcher) throws ProblemException {
        note(file, passphrase);
        return brought;
    }
}
