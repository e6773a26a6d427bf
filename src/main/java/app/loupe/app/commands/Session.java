package app.loupe.app.commands;

import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a command is given: the terminal, the words, the clock, and the way to open Loupe, which happens only when the
 * command asks, so that {@code --help} and {@code --version} touch neither vault nor disk. For one command line.
 */
public final class Session {
    private final Terminal terminal;
    private final Texts texts;
    private final Clock clock;
    private final Interrupts interrupts;
    private final Path usualFolder;
    private final ServicesOpener opener;
    private final CommonOptions options = new CommonOptions();

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

    /** What was given beside the command's own options; filled when the command line is read. */
    CommonOptions options() {
        return options;
    }

    Path folder() {
        if (options.dataDir != null && options.dataDir.toString().isEmpty()) {
            // a script's empty variable; Java would take it for the folder that the script is in
            throw new UsageException(texts.get("cli.misuse.folder"));
        }
        return options.dataDir == null ? usualFolder : options.dataDir;
    }

    SecretInput secrets() {
        return new SecretInput(terminal, new SecretLines(terminal.in(), texts), texts,
                () -> options.passphraseStdin,
                () -> notice(Problem.of(ProblemCode.PASSPHRASE_CHOSEN, folder().toString())));
    }

    /** Tells of what did not stop the command, in the form that was asked for. */
    void notice(Problem problem) {
        var words = new ProblemWords(texts);
        // where both streams go to one place it stands behind what was told before
        terminal.out().flush();
        if (options.json) {
            new JsonLines(terminal.err()).object(json -> JsonLines.problem(json, problem, words));
        } else {
            terminal.err().println(words.sentence(problem));
        }
    }

    /**
     * Has the process that has the folder open, if there is one, run a command that only reads.
     *
     * @return the exit code; empty when nobody has answered
     * @throws IOException when the answer broke off
     */
    OptionalInt askOther(List<String> arguments) throws IOException {
        return opener.other().run(folder(), arguments, terminal);
    }

    /**
     * Whether nothing was begun yet in the usual folder: there can be no connection, and nothing has to be opened.
     *
     * @throws UsageException when it is so of the folder that was named: its name may be mistyped
     */
    boolean isNew() {
        Path folder = folder();
        if (!opener.isFree(folder)) {
            return false;
        }
        if (options.dataDir != null) {
            throw new UsageException(texts.get("cli.folder.free", folder.toAbsolutePath().toString()));
        }
        return true;
    }

    /** Refuses a folder that takes nothing: see {@link ServicesOpener#demandWritable}. */
    void demandWritable() throws ProblemException {
        opener.demandWritable(folder());
    }

    /** Looks at this computer before there is a data folder: see {@link ServicesOpener#keyring}. */
    String keyring() throws ProblemException {
        return opener.keyring();
    }

    /** Whether the folder that is meant holds nothing of Loupe's yet, so that opening would begin anew. */
    boolean isFree() {
        return opener.isFree(folder());
    }

    /** The way to servers before there is a data folder; the caller closes it. */
    Servers servers() {
        return opener.servers();
    }

    /**
     * Finds out what will hold the key of a folder that is free, before anything is made there: without a keyring a
     * passphrase is chosen now.
     *
     * @return gives the new passphrase when the vault asks for it; the caller closes it
     * @throws ProblemException when there can be no vault: the process is not safe, the keyring is locked, or no passphrase
     *     was chosen
     */
    ChosenPassphrase choose(SecretInput secrets) throws ProblemException {
        try {
            opener.keyring();
            return ChosenPassphrase.none();
        } catch (ProblemException refused) {
            if (refused.problem().code() != ProblemCode.KEYRING_UNAVAILABLE) {
                throw refused;
            }
            return ChosenPassphrase.by(secrets.passphrase(options.passphraseStdin));
        }
    }

    /** Begins a vault; the caller closes it. */
    Services begin(ChosenPassphrase chosen) throws ProblemException {
        return opener.open(folder(), chosen);
    }

    /** Opens Loupe, and begins a vault where there is none; the caller closes it. */
    Services begin(SecretInput secrets) throws ProblemException {
        return opened(secrets, secrets.passphrase(options.passphraseStdin));
    }

    private Services opened(SecretInput secrets, PassphrasePrompt prompt) throws ProblemException {
        try {
            return opener.open(folder(), prompt);
        } finally {
            secrets.forget();
        }
    }

    /**
     * Opens Loupe, and sets no passphrase; the caller closes it. What a refusal has left of a vault that was to begin has no
     * passphrase yet, and nothing in it.
     *
     * @throws ProblemException {@link ProblemCode#NO_CONNECTION} when there is no passphrase yet
     */
    Services open(SecretInput secrets) throws ProblemException {
        PassphrasePrompt known = secrets.passphrase(options.passphraseStdin);
        var isNone = new AtomicBoolean();
        try {
            return opened(secrets, (reason, offered) -> {
                if (reason == PassphrasePrompt.Reason.CHOOSE) {
                    isNone.set(true);
                    return Optional.empty();
                }
                return known.ask(reason, offered);
            });
        } catch (ProblemException refused) {
            if (isNone.get()) {
                throw new ProblemException(Problem.of(ProblemCode.NO_CONNECTION), refused);
            }
            throw refused;
        }
    }
}
