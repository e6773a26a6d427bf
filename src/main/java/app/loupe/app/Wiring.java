package app.loupe.app;

import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.settings.DataFolder;
import app.loupe.settings.StartupGuard;
import app.loupe.settings.Surroundings;
import app.loupe.settings.SystemAccounts;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import app.loupe.vault.KeyringHolder;
import app.loupe.vault.PassphraseHolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** Joins the parts of Loupe: the only place that knows all of them. */
final class Wiring {
    private static final String PASSPHRASE_FILE = "passphrase.vault";

    private final Surroundings surroundings;
    private final Texts texts;
    private final CrashGuard guard;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    Wiring(Surroundings surroundings, Texts texts, CrashGuard guard) {
        this.surroundings = surroundings;
        this.texts = texts;
        this.guard = guard;
    }

    /** The way to the window. */
    WindowStarter window() {
        return new LoupeWindow(Wording.of(texts, clock), this::open, guard);
    }

    /** The way to everything behind the command line. */
    ServicesOpener opener() {
        return new ServicesOpener() {
            @Override
            public Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException {
                return Wiring.this.open(dataFolder, prompt);
            }

            @Override
            public OtherProcess other() {
                return new WindowBeside(texts.language(), texts.locale());
            }
        };
    }

    private OpenLoupe open(Path chosen, PassphrasePrompt prompt) throws ProblemException {
        StartupGuard.demandSafe(surroundings);
        DataFolder folder = DataFolder.open(chosen);
        var keyring = KeyringHolder.ofThisSession(KeyringHolder.LIMIT);
        var passphrase = new PassphraseHolder(folder.path().resolve(PASSPHRASE_FILE), prompt);
        return OpenLoupe.open(folder, SystemAccounts.current(surroundings), keyring, passphrase, clock, texts);
    }
}
