package app.loupe.app.commands;

import app.loupe.domain.InvoiceMark;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.PastedSecret;
import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import app.loupe.vault.PassphraseStrength;
import app.loupe.vault.PhraseMaker;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Gets passwords and passphrases from a person at the terminal or from standard input; never from an argument (other
 * accounts see those) and never from the environment (crash files hold it).
 */
final class SecretInput {
    private static final int MOST_TRIES = 3;

    private final Terminal terminal;
    private final Texts texts;
    private final SecretLines lines;
    private final BooleanSupplier announced;
    private final Runnable choosing;
    /** What else the line of the passphrase may mean; closed by {@link #forget}. */
    private final Deque<Secret> others = new ArrayDeque<>();
    private boolean passphraseRead;

    /**
     * @param lines reads standard input
     * @param announced whether its first line is the passphrase, whoever asks for it
     * @param choosing told before a new passphrase is taken from there, where nobody is asked
     */
    SecretInput(Terminal terminal, SecretLines lines, Texts texts, BooleanSupplier announced, Runnable choosing) {
        this.announced = announced;
        this.choosing = choosing;
        this.terminal = terminal;
        this.texts = texts;
        this.lines = lines;
    }

    /** The password or API key of a connection; the caller closes it. */
    Secret password(boolean fromStdin, String user) {
        if (fromStdin) {
            return behindPassphrase().orElseThrow(() -> new UsageException(texts.get("cli.secret.missing")));
        }
        return typed(texts.get("cli.secret.prompt", user))
                .orElseThrow(() -> new UsageException(texts.get("cli.secret.how")));
    }

    /** A private note: all of standard input that is not the passphrase. */
    String note() {
        passPassphrase();
        return lines.rest(InvoiceMark.LONGEST_NOTE);
    }

    /**
     * How the vault asks for its passphrase. Gives up where nobody can answer. Of a line of standard input that can be read in several
     * ways the vault gets one after the other; {@link #forget} has to follow.
     */
    PassphrasePrompt passphrase(boolean fromStdin) {
        return (reason, offered) -> switch (reason) {
            case UNLOCK -> fromStdin ? known() : typed(texts.get("cli.passphrase.unlock"));
            case WRONG -> fromStdin ? Optional.ofNullable(others.poll()) : typed(texts.get("cli.passphrase.wrong"));
            case CHOOSE -> fromStdin ? given() : chosen(texts.get("cli.passphrase.choose"), offered);
            case WEAK -> fromStdin ? Optional.empty() : chosen(texts.get("cli.passphrase.weak"), offered);
        };
    }

    /** A new passphrase for an archive that others may try to guess at leisure; the caller closes it. */
    Secret archive(boolean fromStdin) {
        Secret chosen = (fromStdin
                ? behindPassphrase()
                : chosen(texts.get("cli.export.choose"), new PhraseMaker(new SecureRandom()).phrase()))
                .orElseThrow(() -> new UsageException(texts.get("cli.export.no-passphrase")));
        if (PassphraseStrength.sufficesForArchive(chosen)) {
            return chosen;
        }
        boolean known = PassphraseStrength.isKnown(chosen);
        chosen.close();
        throw new UsageException(known
                ? texts.get("cli.export.known")
                : texts.get("cli.export.weak", PassphraseStrength.MIN_CHARACTERS_OF_ARCHIVE));
    }

    /** The passphrase of a transfer file, which was made elsewhere; the caller closes it. */
    Secret transfer(boolean fromStdin) {
        return (fromStdin ? behindPassphrase() : typed(texts.get("cli.transfer.prompt")))
                .orElseThrow(() -> new UsageException(texts.get("cli.transfer.no-passphrase")));
    }

    /** Wipes what the vault did not ask for. */
    void forget() {
        others.forEach(Secret::close);
        others.clear();
    }

    private Optional<Secret> behindPassphrase() {
        boolean isSecond = announced.getAsBoolean();
        passPassphrase();
        Optional<Secret> next = lines.next();
        if (next.isEmpty() && isSecond) {
            throw new UsageException(texts.get("cli.stdin.second"));
        }
        return next;
    }

    /**
     * Leaves out the line of a passphrase that was announced and that no vault has asked for, because a keyring holds the key:
     * else it would be sent or kept as what stands behind it.
     */
    private void passPassphrase() {
        if (announced.getAsBoolean() && !passphraseRead) {
            passphraseRead = true;
            lines.meanings().forEach(Secret::close);
        }
    }

    private Optional<Secret> known() {
        passphraseRead = true;
        forget();
        others.addAll(lines.meanings());
        return Optional.ofNullable(others.poll());
    }

    private Optional<Secret> given() {
        passphraseRead = true;
        Optional<Secret> first = lines.next();
        if (first.isPresent()) {
            choosing.run();
        }
        return first;
    }

    private Optional<Secret> chosen(String why, String offered) {
        if (!terminal.interactive()) {
            return Optional.empty();
        }
        terminal.err().println(why);
        terminal.err().println(texts.get("cli.passphrase.offer", offered));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Secret> first = typed(texts.get("cli.passphrase.new"));
            if (first.isEmpty()) {
                return first;
            }
            if (first.get().length() == 0) {
                first.get().close();
                return Optional.of(Secret.ofChars(offered));
            }
            try (Secret again = typed(texts.get("cli.passphrase.again")).orElseGet(() -> Secret.owning(new byte[0]))) {
                if (first.get().sameAs(again)) {
                    return first;
                }
            }
            first.get().close();
            terminal.err().println(texts.get("cli.passphrase.different"));
        }
        return Optional.empty();
    }

    private Optional<Secret> typed(String prompt) {
        return terminal.readPassword(prompt).map(chars -> {
            try {
                return PastedSecret.of(Secret.ofChars(CharBuffer.wrap(chars)));
            } finally {
                Arrays.fill(chars, '\0');
            }
        });
    }
}
