package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import app.loupe.ui.common.Tips;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.Wording;
import app.loupe.ui.help.HelpWindow;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.shell.AskingPane;
import app.loupe.ui.shell.ClosingGuard;
import app.loupe.ui.shell.FailureScreen;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.WindowPlace;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.unlock.UnlockDialog;
import app.loupe.ui.welcome.OpeningView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The window from its first frame, which is there at once: the keyring may ask its owner something, and files take their time.
 * Once all is open it shows the shell, takes it away at a lock, and opens again. Lives on the FX thread.
 */
final class WindowOpening {
    private Wording given;
    private final ExecutorService work;
    private final CrashGuard guard;
    private final HelpWindow guide = new HelpWindow();
    private final FailureScreen failures;
    private final Runnable whenClosed;
    private final Memory memory;
    private final Path folder;
    private final OfferedUpdates updates;
    private final WindowContents.Saving saving;
    private final BehindWindow behind;
    private Preferences preferences;
    private Theme theme;
    private Wording wording;
    private final Stage stage = new Stage();
    private final PauseTransition untilScrub = new PauseTransition();
    private @Nullable UnlockDialog question;
    private @Nullable WindowContents contents;
    private @Nullable ProblemBar bar;
    private @Nullable Shell filled;
    /** Outlives a lock: what cannot be written would be lost otherwise. */
    private final NoteDrafts drafts = new NoteDrafts();
    private final ClosingGuard closing = new ClosingGuard(stage, drafts);
    private final KeptOverLock kept = new KeptOverLock();

    WindowOpening(Wording wording, ExecutorService work, CrashGuard guard, FailureScreen failures,
            Runnable whenClosed, Remembered remembered) {
        this.work = work;
        this.guard = guard;
        this.failures = failures;
        this.whenClosed = whenClosed;
        memory = remembered.memory();
        folder = remembered.folder();
        updates = remembered.updates();
        saving = remembered.saving();
        behind = new BehindWindow(remembered.patience());
        given = wording;
        preferences = new Preferences(memory);
        this.wording = given.hiding(preferences::hidesAmounts);
        theme = new Theme(preferences.scheme(Theme.system()), preferences.textSize());
    }

    /**
     * What the window remembers from its last time, and what it asks the owner by.
     *
     * @param folder the data folder, where that is kept
     * @param updates what is to be on the disk before the window closes
     * @param saving asks where to save
     * @param patience so long a lock or the end waits for what is under way; see {@link WindowWork#LIMIT}
     */
    record Remembered(Path folder, Memory memory, OfferedUpdates updates, WindowContents.Saving saving,
            java.time.Duration patience) {}

    /** Opens what is behind the window. */
    @Blocking
    @FunctionalInterface
    interface Opener {
        /** Opens, with texts in the window's language; asks with the prompt where a passphrase protects the key. */
        OpenLoupe open(PassphrasePrompt prompt, Texts texts) throws ProblemException;
    }

    /** Shows the first frame and opens. */
    void begin(Opener opener) {
        OpeningView view = show(opener);
        stage.setTitle(wording.get("app.name"));
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> closed());
        WindowPlace.keep(stage, memory);
        stage.show();
        open(opener, view);
    }

    private void help() {
        guide.open(stage, wording, theme::dress);
    }

    /** Shows nothing but what is going on, in a scene of its own. */
    private OpeningView show(Opener opener) {
        var view = new OpeningView(wording, closing::request, this::help);
        view.onAgain(() -> open(opener, view));
        var shown = new AskingPane(view, wording,
                () -> Optional.ofNullable(question).ifPresent(UnlockDialog::giveUp));
        Scene before = stage.getScene();
        var scene = before == null
                ? new Scene(shown, Shell.WIDTH_PX, Shell.HEIGHT_PX)
                : new Scene(shown, before.getWidth(), before.getHeight());
        theme.dress(scene);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::help);
        stage.setScene(scene);
        closing.askBy(shown.asker());
        return view;
    }

    /**
     * Takes away all that the window holds, and closes what is behind it with its keys; the owner opens it again in the
     * same way as at the start, and is where they were. Nothing happens while nothing is open.
     */
    private void lock(Opener opener) {
        if (filled == null || !behind.isOpen()) {
            return;
        }
        OpeningView view = empty(opener);
        view.locking();
        new Background(work, view::refused).run("lock", () -> {
            try {
                return behind.close();
            } finally {
                // what was shown, and the keys, would lie in memory until a collection happens to come
                System.gc();
            }
        }).onSuccess(closed -> view.locked()).start();
    }

    /**
     * Opens again in the language and for the region that are chosen, as after a lock: what is behind the window has words of its
     * own, and what goes on is at its end before anything else begins.
     */
    private void speak(Opener opener) {
        if (filled == null || !behind.isOpen()) {
            return;
        }
        given = given.in(Preferences.language(memory.values(), Locale.getDefault(Locale.Category.DISPLAY)),
                Preferences.region(memory.values(), Locale.getDefault(Locale.Category.FORMAT)));
        failures.speak(given);
        open(opener, empty(opener));
    }

    /** Takes all out of the window and puts nothing but what is going on there. */
    private OpeningView empty(Opener opener) {
        Shell shell = Objects.requireNonNull(filled);
        filled = null;
        behind.show(false);
        bar = null;
        kept.keep(shell, contents);
        shell.leave();
        stage.setOnHidden(null);
        leaveContents();
        // menus and tips hold figures, too
        List.copyOf(Window.getWindows()).stream().filter(this::isPopupOfThis).forEach(Window::hide);
        Tips.forget();
        // nothing that goes on may lead to what is taken away
        failures.use(new ProblemBar(given));
        guide.close();
        theme.leave();
        preferences = new Preferences(memory);
        wording = given.hiding(preferences::hidesAmounts);
        theme = new Theme(preferences.scheme(Theme.system()), preferences.textSize());
        return show(opener);
    }

    /** Tells what came to light after a lock: now where the window is open again, otherwise once it is. */
    private void tell(Problem problem) {
        ProblemBar open = bar;
        if (open == null) {
            kept.keep(problem);
        } else {
            open.show(problem);
        }
    }

    private void leaveContents() {
        untilScrub.stop();
        // it leads to what is left
        untilScrub.setOnFinished(null);
        behind.endScrub();
        WindowContents left = contents;
        if (left != null) {
            left.leave();
            behind.searched(left.search());
        }
        contents = null;
    }

    private boolean isPopupOfThis(Window window) {
        return window instanceof PopupWindow popup && popup.getOwnerWindow() != null
                && (popup.getOwnerWindow().equals(stage) || isPopupOfThis(popup.getOwnerWindow()));
    }

    /**
     * Puts the window before the others, and what it asks before it: the owner has started Loupe again.
     *
     * @return whether there is a window; there is none once it was closed
     */
    boolean raise() {
        boolean showing = stage.isShowing();
        if (showing) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
            UnlockDialog asks = question;
            if (asks != null) {
                asks.raise();
            }
        }
        return showing;
    }

    /** What is open behind it. From any thread. */
    BehindWindow behind() {
        return behind;
    }

    private void closed() {
        guide.close();
        try {
            Shell shell = filled;
            if (shell != null) {
                // what is being typed is on its way before anybody waits for it
                shell.leave();
            }
            leaveContents();
            theme.leave();
        } finally {
            whenClosed.run();
        }
    }

    private void open(Opener opener, OpeningView view) {
        view.opening();
        var prompt = new UnlockDialog(wording, theme, stage, this::help, view::asking);
        question = prompt;
        new Background(work, view::refused).run("open", () -> {
            // what a try has opened that came no further
            behind.close();
            OpenLoupe loupe = opener.open(prompt, wording.texts());
            behind.open(loupe);
            SavedFilters filters = loupe.filters();
            return new WindowContents.AtOpening(loupe, loupe.search().read(), filters, filters.read(),
                    OwnersFolders.ofThisComputer().documents());
        }).onSuccess(read -> enter(read, view, opener)).start();
    }

    private void enter(WindowContents.AtOpening read, OpeningView view, Opener opener) {
        // a lock lets go of all that is shown; the words and colours of a question may lead there
        question = null;
        if (!stage.isShowing()) {
            return;
        }
        guide.close();
        Scene first = stage.getScene();
        Shell shell;
        try {
            shell = fill(read, new WindowContents.Acts(() -> lock(opener), () -> speak(opener), this::tell));
        } catch (RuntimeException | Error failure) {
            stage.setScene(first);
            view.refused(guard.note(Thread.currentThread(), failure).problem());
            return;
        }
        // what is asked stays before the owner, and nothing that failed takes it
        closing.askBy(shell.asker());
    }

    private Shell fill(WindowContents.AtOpening read, WindowContents.Acts acts) {
        var problems = new ProblemBar(wording);
        failures.use(problems);
        // work of its own: locking waits for it, and for nothing else
        var working = new WindowWork(problems);
        behind.workWith(working);
        var filling = new WindowContents(new WindowContents.Given(read,
                new WindowContents.Owners(folder, memory, preferences, drafts, updates, saving),
                wording, working, problems, acts));
        Shell shell = kept.resume(filling, stage, theme);
        contents = filling;
        filled = shell;
        behind.show(true);
        OpenLoupe loupe = read.loupe();
        loupe.warnings().forEach(problems::show);
        kept.tell(problems::show);
        bar = problems;
        Background background = working.background();
        background.whenQuiet(() -> guard.rehearse(failures));
        untilScrub.setOnFinished(late -> background.whenQuiet(() -> background.run("scrub", loupe::scrub)
                .onSuccess(found -> {
                    found.forEach(problems::show);
                    filling.rest();
                }).start()));
        untilScrub.setDuration(Duration.seconds((double) loupe.scrubAfter().toSeconds()));
        untilScrub.playFromStart();
        return shell;
    }
}
