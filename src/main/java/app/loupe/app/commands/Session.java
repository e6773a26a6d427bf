package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command is given: the terminal, the words, the clock, and the way to open Loupe, which happens only when the
 * command asks, so that {@code --help} and {@code --version} touch neither vault nor disk.
 */
public final class Session {
    private final Terminal terminal;
    private final Texts texts;
    private final Clock clock;
    private final Interrupts interrupts;
    private final Path usualFolder;
    private final ServicesOpener opener;

    /** A session; the usual folder is used where {@code --data-dir} names none. */
    public Session(Terminal terminal, Texts texts, Clock clock, Interrupts interrupts, Path usualFolder,
            ServicesOpener opener) {
        this.terminal = terminal;
        this.texts = texts;
        this.clock = clock;
        this.interrupts = interrupts;
        this.usualFolder = usualFolder;
        this.opener = opener;
    }

    Terminal terminal() {
        return terminal;
    }

    Texts texts() {
        return texts;
    }

    Clock clock() {
        return clock;
    }

    Interrupts interrupts() {
        return interrupts;
    }

    Path folder(CommonOptions options) {
        if (options.dataDir != null && options.dataDir.toString().isEmpty()) {
            // a script's empty variable; Java would take it for the folder that the script is in
            throw new UsageException(texts.get("cli.misuse.folder"));
        }
        return options.dataDir == null ? usualFolder : options.dataDir;
    }

    SecretInput secrets() {
        return new SecretInput(terminal, texts);
    }

    /** Opens Loupe; the caller closes it. */
    Services open(CommonOptions options, SecretInput secrets) throws ProblemException {
        return opener.open(folder(options), secrets.passphrase(options.passphraseStdin));
    }
}
