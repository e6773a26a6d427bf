package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.InAnyCase;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UpdateCheck;
import app.loupe.settings.SettingsFile;
import app.loupe.text.Texts;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.shell.FailureScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Runs the toolkit from the first frame to the last; the thread that calls {@link #show} waits meanwhile. */
final class LoupeWindow implements WindowStarter {
    private final Wording wording;
    private final Opener opener;
    private final CrashGuard guard;
    private final Optional<UpdateCheck> updates;
    private final Consumer<Runnable> toolkit;

    /**
     * Takes what the window is made from.
     *
     * @param updates empty where this build cannot look for any
     * @param toolkit has something run as the first thing on the thread of the toolkit, once that has started
     */
    LoupeWindow(Wording wording, Opener opener, CrashGuard guard, Optional<UpdateCheck> updates,
            Consumer<Runnable> toolkit) {
        this.toolkit = toolkit;
        this.wording = wording;
        this.opener = opener;
        this.guard = guard;
        this.updates = updates;
    }

    /** Opens Loupe in a data folder. */
    @Blocking
    @FunctionalInterface
    interface Opener {
        /** Opens, with these texts; the caller closes. */
        OpenLoupe open(Path folder, PassphrasePrompt prompt, Texts texts) throws ProblemException;
    }

    @Override
    public boolean show(Path dataFolder) {
        try (OneWindow one = OneWindow.in(dataFolder)) {
            if (!one.raisedAnother()) {
                show(dataFolder, one);
            }
            return !one.raisedAnother();
        }
    }

    private void show(Path dataFolder, OneWindow one) {
        var settings = new SettingsFile(dataFolder);
        var memory = new Memory(settings.read());
        var closed = new CountDownLatch(1);
        var opening = new AtomicReference<@Nullable WindowOpening>();
        Runnable remember = () -> {
            WindowOpening window = opening.get();
            if (window != null && window.behind().wasOpen()) {
                settings.write(memory.values());
            }
        };
        try (var _ = EndOfProcess.doing(remember);
                ExecutorService work = Executors
                        .newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 1).factory())) {
            toolkit.accept(() -> {
                Platform.setImplicitExit(false);
                WindowClass.set(wording.get("app.name"));
                var failures = new FailureScreen(wording, guard::refuse);
                guard.tellOn(failures);
                try {
                    var window = new WindowOpening(wording, work, guard, failures, closed::countDown,
                            new WindowOpening.Remembered(dataFolder, memory,
                                    new OfferedUpdates(updates, settings, new SystemBrowser()), SaveDialog::new,
                                    WindowWork.LIMIT));
                    opening.set(window);
                    one.onRaise(Platform::runLater, window::raise);
                    one.onQuery(work, new QueryAnswers(dataFolder, wording.clock(), window.behind()::lend)::answer);
                    window.begin((prompt, texts) -> opener.open(dataFolder, prompt, texts));
                } catch (RuntimeException | Error failure) {
                    // there is no window that the owner could close
                    failures.giveUp(guard.note(Thread.currentThread(), failure).problem(), closed::countDown);
                }
            });
            try {
                closed.await();
            } finally {
                // what is still running may take its time to end
                one.stopListening();
                WindowOpening window = opening.get();
                if (window != null) {
                    // before the work is waited for: what answers a pager is part of it
                    window.behind().askBack();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            WindowOpening window = opening.get();
            Runnable close = () -> {
                if (window != null) {
                    window.behind().close();
                }
            };
            // a closing that fails is told in the terminal, and leaves no process without a window
            InAnyCase.all(List.of(close, remember, guard::tellInTerminal, Platform::exit));
        }
    }
}
