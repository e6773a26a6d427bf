package app.loupe.app;

import app.loupe.app.commands.OtherProcess;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.Servers;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.odoo.HttpsOdooGateway;
import app.loupe.settings.DataFolder;
import app.loupe.settings.NewFolders;
import app.loupe.settings.StartupGuard;
import app.loupe.settings.Surroundings;
import app.loupe.settings.SystemAccounts;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import app.loupe.updates.SignedUpdates;
import app.loupe.vault.PassphraseHolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Joins the parts of Loupe: the only place that knows all of them. */
final class Wiring {
    private static final String PASSPHRASE_FILE = "passphrase.vault";

    private final Surroundings surroundings;
    private final Supplier<KeyHolder> keyrings;
    private final Texts texts;
    private final CrashGuard guard;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    /** Takes the way to the keyring beside what the process was started with. */
    Wiring(Surroundings surroundings, Texts texts, CrashGuard guard, Supplier<KeyHolder> keyrings) {
        this.surroundings = surroundings;
        this.keyrings = keyrings;
        this.texts = texts;
        this.guard = guard;
    }

    /** The way to the window, in this toolkit. */
    WindowStarter window(Consumer<Runnable> toolkit) {
        return window(toolkit, (folder, prompt, words) -> {
            // the window keeps what it is told and where its owner was
            DataFolder.demandWritable(folder);
            return open(folder, prompt, words);
        });
    }

    /** The way to a window that opens Loupe in its own way. */
    WindowStarter window(Consumer<Runnable> toolkit, LoupeWindow.Opener opened) {
        return new LoupeWindow(Wording.of(texts, clock), opened, guard,
                SignedUpdates.ofThisBuild(clock, OfferedUpdates::timer), toolkit);
    }

    /** The way to everything behind the command line. */
    ServicesOpener opener() {
        return new ServicesOpener() {
            @Override
            public Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException {
                return Wiring.this.open(dataFolder, prompt, texts);
            }

            @Override
            public void demandWritable(Path dataFolder) throws ProblemException {
                DataFolder.demandWritable(dataFolder);
            }

            @Override
            public boolean isFree(Path dataFolder) {
                return DataFolder.isFree(dataFolder);
            }

            @Override
            public String keyring() throws ProblemException {
                StartupGuard.demandSafe(surroundings);
                return KeyringAtHand.id(keyrings.get());
            }

            @Override
            public Servers servers() {
                return new SignInTests(new HttpsOdooGateway());
            }

            @Override
            public OtherProcess other() {
                return new WindowBeside(texts.language(), texts.locale());
            }
        };
    }

    OpenLoupe open(Path chosen, PassphrasePrompt prompt, Texts words) throws ProblemException {
        StartupGuard.demandSafe(surroundings);
        try (var half = HalfOpen.closedBy(NewFolders.before(chosen)::takeBack)) {
            DataFolder folder = DataFolder.open(chosen);
            KeyHolder keyring = keyrings.get();
            var passphrase = new PassphraseHolder(folder.path().resolve(PASSPHRASE_FILE), prompt);
            return half.whole(OpenLoupe.open(folder, SystemAccounts.current(surroundings), keyring, passphrase, clock,
                    words));
        }
    }
}
