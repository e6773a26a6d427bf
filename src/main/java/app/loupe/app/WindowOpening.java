package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.ui.aged.AgedPorts;
import app.loupe.ui.aged.AgedScreen;
import app.loupe.settings.FolderSize;
import app.loupe.ui.bookcheck.CheckPorts;
import app.loupe.ui.bookcheck.CheckScreen;
import app.loupe.ui.changed.ChangedPorts;
import app.loupe.ui.changed.ChangedScreen;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.help.HelpScreen;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.overview.OverviewPorts;
import app.loupe.ui.overview.OverviewScreen;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import app.loupe.ui.partners.PartnersPorts;
import app.loupe.ui.partners.PartnersScreen;
import app.loupe.ui.security.SecurityScreen;
import app.loupe.ui.security.SecurityViewModel;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.settings.SettingsPorts;
import app.loupe.ui.settings.SettingsScreen;
import app.loupe.ui.shell.FailureScreen;
import app.loupe.ui.shell.IdleLock;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.shell.NewsTitle;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.paper.PaperDesk;
import app.loupe.ui.paper.SystemPrinter;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.WindowPlace;
import app.loupe.ui.shell.WindowPorts;
import app.loupe.ui.synclog.SyncLogScreen;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.unlock.UnlockDialog;
import app.loupe.ui.welcome.OpeningView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Opens Loupe behind a first frame that is there at once: the keyring may ask its owner something, and files take their
 * time. Then puts the shell into the same window. Lives on the FX thread.
 */
final class WindowOpening {
    private final Wording given;
    private final ExecutorService work;
    private final CrashGuard guard;
    private final FailureScreen failures;
    private final Runnable whenClosed;
    private final Memory memory;
    private final Path folder;
    private final OfferedUpdates updates;
    private Preferences preferences;
    private Theme theme;
    private Wording wording;
    private final Stage stage = new Stage();
    private volatile @Nullable OpenLoupe opened;
    private Supplier<Optional<KeptSearch>> search = Optional::empty;
    private volatile @Nullable KeptSearch searchedLast;
    private ScheduleBeat beat = ScheduleBeat.none();
    private volatile @Nullable Shell filled;
    private volatile @Nullable WindowWork own;
    /** Outlives a lock: what cannot be written would be lost otherwise. */
    private final NoteDrafts drafts = new NoteDrafts();
    private volatile boolean wasOpen;
    /** Where the owner was when the window was locked. */
    private Optional<Destination> place = Optional.empty();

    WindowOpening(Wording wording, ExecutorService work, CrashGuard guard, FailureScreen failures,
            Runnable whenClosed, Remembered remembered) {
        this.work = work;
        this.guard = guard;
        this.failures = failures;
        this.whenClosed = whenClosed;
        memory = remembered.memory();
        folder = remembered.folder();
        updates = remembered.updates();
        given = wording;
        preferences = new Preferences(memory);
        this.wording = given.hiding(preferences::hidesAmounts);
        theme = new Theme(preferences.scheme(Theme.system()), preferences.textSize());
    }

    /**
     * What the window remembers from its last time.
     *
     * @param folder the data folder, where that is kept
     * @param updates what is to be on the disk before the window closes
     */
    record Remembered(Path folder, Memory memory, OfferedUpdates updates) {}

    /** Opens what is behind the window. */
    @Blocking
    @FunctionalInterface
    interface Opener {
        /** Opens; asks with the prompt where a passphrase protects the key. */
        OpenLoupe open(PassphrasePrompt prompt) throws ProblemException;
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

    /** Shows nothing but what is going on, in a scene of its own. */
    private OpeningView show(Opener opener) {
        var view = new OpeningView(wording, stage::close);
        view.onAgain(() -> open(opener, view));
        Scene before = stage.getScene();
        var scene = before == null
                ? new Scene(view, Shell.WIDTH_PX, Shell.HEIGHT_PX)
                : new Scene(view, before.getWidth(), before.getHeight());
        theme.dress(scene);
        stage.setScene(scene);
        return view;
    }

    /**
     * Takes away all that the window holds, and closes what is behind it with its keys; the owner opens it again in the
     * same way as at the start, and is where they were. Nothing happens while nothing is open.
     */
    private void lock(Opener opener) {
        Shell shell = filled;
        OpenLoupe loupe = opened;
        if (shell == null || loupe == null) {
            return;
        }
        filled = null;
        place = shell.place();
        shell.leave();
        stage.setOnHidden(null);
        loupe.endScrub();
        beat.close();
        beat = ScheduleBeat.none();
        searchedLast = search.get().orElse(null);
        search = Optional::empty;
        // menus and tips hold figures, too
        List.copyOf(Window.getWindows()).stream().filter(this::isPopupOfThis).forEach(Window::hide);
        // nothing that goes on may lead to what is taken away
        failures.use(new ProblemBar(given));
        theme.leave();
        preferences = new Preferences(memory);
        wording = given.hiding(preferences::hidesAmounts);
        theme = new Theme(preferences.scheme(Theme.system()), preferences.textSize());
        OpeningView view = show(opener);
        view.locking();
        new Background(work, view::refused).run("lock", this::close).onSuccess(closed -> view.locked()).start();
    }

    private boolean isPopupOfThis(Window window) {
        return window instanceof PopupWindow popup && popup.getOwnerWindow() != null
                && (popup.getOwnerWindow().equals(stage) || isPopupOfThis(popup.getOwnerWindow()));
    }

    /**
     * Puts the window before the others: the owner has started Loupe again.
     *
     * @return whether there is a window; there is none once it was closed
     */
    boolean raise() {
        boolean showing = stage.isShowing();
        if (showing) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
        return showing;
    }

    /**
     * What is open, for a command that reads beside the window and gives it back; empty before, afterwards, and while it is
     * locked. May be called on any thread.
     */
    Optional<LentServices> lend() {
        OpenLoupe loupe = opened;
        WindowWork working = own;
        return loupe == null || working == null || filled == null
                ? Optional.empty()
                : working.lending().take().map(loupe::lent);
    }

    /**
     * Closes what was opened, after the work on it, as far as that ends within {@link WindowWork#LIMIT}. From any thread but
     * the FX thread.
     *
     * @return whether there was anything to close, now or before
     */
    @Blocking
    synchronized boolean close() {
        WindowWork ending = own;
        OpenLoupe loupe = opened;
        var endings = new ArrayList<Runnable>();
        if (ending != null) {
            endings.add(() -> ending.end(WindowWork.LIMIT));
        }
        if (loupe != null) {
            KeptSearch last = searchedLast;
            if (last != null) {
                endings.add(() -> loupe.search().write(last));
                // names of customers may be in it
                searchedLast = null;
            }
            endings.add(loupe::close);
        }
        try {
            InAnyCase.all(endings);
        } finally {
            own = null;
            opened = null;
        }
        return wasOpen;
    }

    private void closed() {
        try {
            Shell shell = filled;
            if (shell != null) {
                // what is being typed is on its way before anybody waits for it
                shell.leave();
            }
            OpenLoupe loupe = opened;
            if (loupe != null) {
                loupe.endScrub();
            }
            beat.close();
            searchedLast = search.get().orElse(null);
        } finally {
            whenClosed.run();
        }
    }

    private void open(Opener opener, OpeningView view) {
        view.opening();
        new Background(work, view::refused).run("open", () -> {
            // what a try has opened that came no further
            close();
            OpenLoupe loupe = opener.open(new UnlockDialog(wording, theme, stage));
            opened = loupe;
            wasOpen = true;
            SavedFilters filters = loupe.filters();
            return new Behind(loupe, loupe.search().read(), filters, filters.read());
        }).onSuccess(behind -> enter(behind, view, opener)).start();
    }

    /** What the window is filled with. */
    private record Behind(OpenLoupe loupe, Optional<KeptSearch> lastSearch, SavedFilters filters,
            List<KeptFilter> named) {}

    private void enter(Behind behind, OpeningView view, Opener opener) {
        if (!stage.isShowing()) {
            return;
        }
        Scene first = stage.getScene();
        try {
            fill(behind, () -> lock(opener));
        } catch (RuntimeException failure) {
            stage.setScene(first);
            view.refused(guard.note(Thread.currentThread(), failure).problem());
        }
    }

    private void fill(Behind behind, Runnable lock) {
        OpenLoupe loupe = behind.loupe();
        var problems = new ProblemBar(wording);
        failures.use(problems);
        // work of its own: locking waits for it, and for nothing else
        var working = new WindowWork(problems);
        own = working;
        Background background = working.background();
        var session = new Runs(loupe.sync(), working.workers(), Platform::runLater);
        var schedule = new Schedule(session, preferences.when().get().rhythm(),
                new ElapsedTime(wording.clock(), System::nanoTime),
                new SplittableRandom());
        preferences.when().subscribe((before, now) -> schedule.follow(now.rhythm()));
        var runs = new SyncRuns(session, schedule);
        var journey = new Journey();
        var invoices = new InvoicesView(
                new InvoicePorts(loupe.shelf(), loupe.invoices(), loupe.notes(), loupe.connections(), runs.control(),
                        new SystemBrowser(), journey, new KeptOriginals(loupe.originals(), loupe.fetch()::fetch)),
                background, wording);
        invoices.remember(memory);
        invoices.keepDrafts(drafts);
        invoices.rememberSearch(behind.lastSearch(), rested -> background.run("keep search", () -> {
            loupe.search().write(rested);
            return rested;
        }).start());
        invoices.rememberFilters(behind.named(), filters -> {
            behind.filters().next(filters);
            background.run("keep filters", behind.filters()::write).start();
        });
        search = invoices::search;
        var overview = new OverviewScreen(new OverviewPorts(loupe.shelf(), runs.control(), journey), background,
                wording);
        overview.remember(memory);
        var partners = new PartnersPorts(loupe.shelf(), loupe.invoices(), loupe.notes(), runs.control(), journey);
        var settings = new SettingsScreen(
                new SettingsPorts(folder, () -> FolderSize.of(folder), runs::verifyChosen, lock, new SystemBrowser()),
                preferences, background, wording);
        var customers = new PartnersScreen(false, partners, background, wording);
        customers.keepDrafts(drafts);
        var vendors = new PartnersScreen(true, partners, background, wording);
        vendors.keepDrafts(drafts);
        journey.through(List.of(overview, invoices, customers, vendors,
                new AgedScreen(new AgedPorts(loupe.shelf(), runs.control(), journey), background, wording),
                new ChangedScreen(new ChangedPorts(loupe.book(), loupe.invoices(), runs.control(), journey), background,
                        wording),
                invoices.inbox(),
                new CheckScreen(new CheckPorts(loupe.invoices(), loupe.book(), journey), background, problems, wording),
                new ProductsScreen(new ProductPorts(loupe.shelf(), journey), background, wording),
                new SyncLogScreen(loupe.journal(), background, problems, wording,
                        new SyncButton(runs.control(), wording)),
                new SecurityScreen(new SecurityViewModel(loupe.checks(), background, problems, wording), background,
                        wording, new SaveDialog(stage)),
                settings, new HelpScreen(wording)));
        var ports = new WindowPorts(loupe.connections(), loupe.invoices(), loupe.journal());
        var shell = new Shell(ports, wording, background, problems, runs, journey);
        settings.editWith(shell::edit);
        updates.on(settings, memory, background, wording);
        shell.resizeWith(preferences::resize);
        shell.takeAwayWith(new ExportPorts(loupe.invoices(), loupe.shelf(), loupe.book(), new SaveDialog(stage),
                OwnersFolders.ofThisComputer(), new StrongPhrases()),
                new PaperDesk(background, new SystemPrinter(), new SaveDialog(stage), wording), background);
        shell.hideWith(preferences.hidden());
        shell.lockWith(lock);
        var news = new NewsTitle(stage.focusedProperty(), preferences.news(), runs::isAsked, found -> stage.setTitle(
                found == 0 ? wording.get("app.name") : wording.get("news.title", found, wording.get("app.name"))));
        runs.listen(news);
        shell.remember(memory);
        place.ifPresent(shell::resume);
        place = Optional.empty();
        shell.open(stage, theme);
        filled = shell;
        var idle = new IdleLock(new ElapsedTime(wording.clock(), System::nanoTime), Window.getWindows(),
                preferences.lockAfter().map(Preferences.LockAfter::time), lock);
        ScheduleBeat looks = ScheduleBeat.of(() -> Platform.runLater(() -> {
            schedule.look();
            idle.look();
        }));
        beat = () -> {
            looks.close();
            idle.close();
            news.close();
        };
        loupe.warnings().forEach(problems::show);
        background.run("scrub", loupe::scrub).onSuccess(found -> found.forEach(problems::show)).start();
    }
}
