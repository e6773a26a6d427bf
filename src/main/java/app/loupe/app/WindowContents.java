package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.Problem;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.settings.FolderSize;
import app.loupe.ui.aged.AgedPorts;
import app.loupe.ui.aged.AgedScreen;
import app.loupe.ui.bookcheck.CheckPorts;
import app.loupe.ui.bookcheck.CheckScreen;
import app.loupe.ui.changed.ChangedPorts;
import app.loupe.ui.changed.ChangedScreen;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.DragOut;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.help.HelpScreen;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.notices.NoticeBar;
import app.loupe.ui.notices.NoticePorts;
import app.loupe.ui.overview.OverviewPorts;
import app.loupe.ui.overview.OverviewScreen;
import app.loupe.ui.paper.PaperDesk;
import app.loupe.ui.paper.SystemPrinter;
import app.loupe.ui.partners.PartnersPorts;
import app.loupe.ui.partners.PartnersScreen;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import app.loupe.ui.security.SecurityScreen;
import app.loupe.ui.security.SecurityViewModel;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.settings.SettingsPorts;
import app.loupe.ui.settings.SettingsScreen;
import app.loupe.ui.settings.UpdatesViewModel;
import app.loupe.ui.shell.DeferredScreen;
import app.loupe.ui.shell.IdleLock;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.shell.NewsTitle;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.WindowParts;
import app.loupe.ui.shell.WindowPorts;
import app.loupe.ui.synclog.SyncLogScreen;
import app.loupe.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * All screens of what was opened, in a window, from its filling until it is left: locked, closed, or opened again in another
 * language. Lives on the FX thread.
 */
final class WindowContents {
    private final Behind behind;
    private final Owners owners;
    private final Wording wording;
    private final WindowWork working;
    private final ProblemBar problems;
    private final Acts acts;
    private final DragDesk drags;
    private final QuietHeap rest;
    private Supplier<Optional<KeptSearch>> search = Optional::empty;
    private Consumer<ConnectionProfile> edit = profile -> {};
    private BooleanSupplier booksAreChecked = () -> false;
    private Runnable checkBooks = () -> {};
    private Supplier<Map<ConnectionId, SyncMode>> unfinished = Map::of;
    private ScheduleBeat beat = ScheduleBeat.none();
    private boolean left;

    /** Screens that speak these words; nothing is shown before {@link #show}. */
    WindowContents(Behind behind, Owners owners, Wording wording, WindowWork working, ProblemBar problems, Acts acts) {
        this.behind = behind;
        this.owners = owners;
        this.wording = wording;
        this.working = working;
        this.problems = problems;
        this.acts = acts;
        rest = new QuietHeap(working.background(), System::gc);
        drags = new DragDesk(behind.loupe().dragged(), working.background(),
                new ElapsedTime(wording.clock(), System::nanoTime), DragOut.ofToolkit(), problems);
    }

    /**
     * What the window is filled with.
     *
     * @param documents where the owner's documents are
     */
    record Behind(OpenLoupe loupe, Optional<KeptSearch> lastSearch, SavedFilters filters, List<KeptFilter> named,
            Path documents) {}

    /**
     * What is the owner's and outlives the contents.
     *
     * @param folder the data folder
     * @param drafts what could not be written
     * @param updates the offer to look for them
     * @param saving asks where to save
     */
    record Owners(Path folder, Memory memory, Preferences preferences, NoteDrafts drafts, OfferedUpdates updates,
            Saving saving) {}

    /** Makes what asks where to save. */
    @FunctionalInterface
    interface Saving {
        /** Above this window, in this folder where no other is proposed. */
        FileChooserPort above(Window window, Path usual);
    }

    /**
     * What ends these contents.
     *
     * @param lock takes all away until the owner opens it again
     * @param speak opens the window again in the language that is chosen
     * @param tell what comes to light after the end
     */
    record Acts(Runnable lock, Runnable speak, Consumer<Problem> tell) {}

    /**
     * Fills the window.
     *
     * @param place where the owner was before; empty for where the window was left
     * @param interrupted runs that the owner asked for and that the end of the contents before stopped
     * @return what is in it now
     */
    Shell show(Stage stage, Theme theme, Optional<Destination> place, Map<ConnectionId, SyncMode> interrupted) {
        OpenLoupe loupe = behind.loupe();
        Preferences preferences = owners.preferences();
        Background background = working.background();
        readAhead(background);
        var session = new Runs(loupe.sync(), working.runs(), Platform::runLater);
        var schedule = new Schedule(session, preferences.when().get().rhythm(),
                new ElapsedTime(wording.clock(), System::nanoTime), new SplittableRandom());
        preferences.when().subscribe((before, now) -> schedule.follow(now.rhythm()));
        var runs = new SyncRuns(session, schedule);
        runs.goOn(interrupted);
        unfinished = runs::unfinished;
        var journey = new Journey();
        screens(runs, journey, stage);
        var ports = new WindowPorts(loupe.connections(), loupe.invoices(), loupe.journal());
        var parts = new WindowParts(problems, owners.memory(), preferences.hidden(), preferences::resize, acts.lock(),
                acts.tell());
        var shell = new Shell(ports, parts, wording, background, runs, journey);
        edit = shell::edit;
        shell.takeAwayWith(new ExportPorts(loupe.invoices(), loupe.shelf(), loupe.book(), files(stage),
                OwnersFolders.ofThisComputer(), new StrongPhrases()),
                new PaperDesk(background, new SystemPrinter(), files(stage), wording),
                background);
        var news = new NewsTitle(stage.focusedProperty(), preferences.news(), runs::isAsked, found -> stage.setTitle(
                found == 0 ? wording.get("app.name") : wording.get("news.title", found, wording.get("app.name"))));
        runs.listen(news);
        NoticeBar notices = notices(journey, shell::edit);
        shell.announce(notices);
        place.ifPresent(shell::resume);
        shell.open(stage, theme);
        keepGoing(schedule, news, notices);
        rest.ask();
        runs.listen(rest);
        return shell;
    }

    /**
     * Reads the books of the connections that will be shown while the window is filled and its sidebar read: every screen asks
     * for them, and for nothing that takes as long. Who asks meanwhile waits. What cannot be read is told here: of damage only
     * whoever met it is told, and the next reads the file that took its place.
     */
    private void readAhead(Background background) {
        OpenLoupe loupe = behind.loupe();
        Optional<ConnectionId> one = Shell.chosenBefore(owners.memory());
        background.run("read ahead", () -> loupe.shelf().books(ReadTogether.chosen(loupe.connections().list(), one)
                .connections().stream().map(ConnectionProfile::id).collect(Collectors.toSet()))).start();
    }

    /** Whether the findings of a check of the books are there. */
    boolean booksAreChecked() {
        return booksAreChecked.getAsBoolean();
    }

    /** Has the books checked, as soon as nothing else is read. */
    void checkBooks() {
        checkBooks.run();
    }

    /** What was done beside what is shown has come to its end: the memory for it can go. */
    void rest() {
        rest.ask();
    }

    /** Puts all screens on the way: made are those that search, count or check before anybody comes to them. */
    private void screens(SyncRuns runs, Journey journey, Stage stage) {
        OpenLoupe loupe = behind.loupe();
        Background background = working.background();
        InvoicesView invoices = invoices(runs, journey);
        var check = new CheckScreen(new CheckPorts(loupe.invoices(), loupe.book(), runs.control(), journey), background,
                problems,
                wording);
        runs.listen(new SyncRuns.Listener() {
            @Override
            public void ended(ConnectionId id, SyncReport report) {
                check.ended(report);
            }
        });
        booksAreChecked = check::hasChecked;
        checkBooks = check::checkAnew;
        Optional<UpdatesViewModel> updates = owners.updates().begin(owners.memory(), background, wording);
        journey.through(List.of(invoices, check,
                new ChangedScreen(new ChangedPorts(loupe.book(), loupe.invoices(), runs.control(), journey), background,
                        wording),
                new SecurityScreen(new SecurityViewModel(loupe.checks(), background, problems, wording), background,
                        wording, files(stage)),
                new DeferredScreen(PageId.OVERVIEW, () -> overview(runs, journey)),
                new DeferredScreen(PageId.CUSTOMERS, () -> partners(false, runs, journey)),
                new DeferredScreen(PageId.VENDORS, () -> partners(true, runs, journey)),
                new DeferredScreen(PageId.AGED, () -> new AgedScreen(
                        new AgedPorts(loupe.shelf(), runs.control(), journey), background, wording)),
                new DeferredScreen(PageId.INBOX, invoices::inbox),
                new DeferredScreen(PageId.PRODUCTS, () -> new ProductsScreen(
                        new ProductPorts(loupe.shelf(), journey, runs.control()), background, wording)),
                new DeferredScreen(PageId.SYNCLOG, () -> new SyncLogScreen(loupe.journal(), background, problems,
                        wording, new SyncButton(runs.control(), wording))),
                new DeferredScreen(PageId.SETTINGS, () -> settings(runs, updates)),
                new DeferredScreen(PageId.HELP, () -> new HelpScreen(wording))));
    }

    private FileChooserPort files(Stage stage) {
        return new LateAnswers(owners.saving().above(stage, behind.documents()), () -> left, acts.tell());
    }

    private OverviewScreen overview(SyncRuns runs, Journey journey) {
        return new OverviewScreen(new OverviewPorts(behind.loupe().shelf(), runs.control(), journey),
                working.background(), wording);
    }

    private PartnersScreen partners(boolean payable, SyncRuns runs, Journey journey) {
        OpenLoupe loupe = behind.loupe();
        var ports = new PartnersPorts(loupe.shelf(), loupe.invoices(), loupe.notes(), runs.control(), journey);
        var partners = new PartnersScreen(payable, ports, working.background(), wording);
        partners.keepDrafts(owners.drafts());
        return partners;
    }

    private SettingsScreen settings(SyncRuns runs, Optional<UpdatesViewModel> updates) {
        Path folder = owners.folder();
        var settings = new SettingsScreen(new SettingsPorts(folder, () -> FolderSize.of(folder), runs::verifyChosen,
                acts.lock(), acts.speak(), new SystemBrowser()), owners.preferences(), working.background(), wording);
        settings.editWith(profile -> edit.accept(profile));
        updates.ifPresent(settings::offer);
        return settings;
    }

    private InvoicesView invoices(SyncRuns runs, Journey journey) {
        OpenLoupe loupe = behind.loupe();
        Background background = working.background();
        var invoices = new InvoicesView(
                new InvoicePorts(loupe.shelf(), loupe.invoices(), loupe.notes(), loupe.connections(), runs.control(),
                        new SystemBrowser(), journey, new KeptOriginals(loupe.originals(), loupe.fetch()::fetch)),
                background, wording);
        invoices.keepDrafts(owners.drafts());
        invoices.dragWith(drags);
        invoices.rememberSearch(behind.lastSearch(), rested -> background.run("keep search", () -> {
            loupe.search().write(rested);
            return rested;
        }).start());
        invoices.rememberFilters(behind.named(), filters -> {
            behind.filters().next(filters);
            background.run("keep filters", behind.filters()::write).start();
        });
        search = invoices::search;
        return invoices;
    }

    private NoticeBar notices(Journey journey, Consumer<ConnectionProfile> edit) {
        OpenLoupe loupe = behind.loupe();
        return new NoticeBar(
                new NoticePorts(loupe.connections(), loupe.journal(), loupe.shelf(), loupe.book()),
                new NoticeBar.Acts(journey, edit), working.background(), wording, owners.memory(),
                owners.preferences().silenced());
    }

    private void keepGoing(Schedule schedule, NewsTitle news, NoticeBar notices) {
        var idle = new IdleLock(new ElapsedTime(wording.clock(), System::nanoTime), Window.getWindows(),
                owners.preferences().lockAfter().map(Preferences.LockAfter::time), acts.lock());
        // each by itself, and the lock first: what fails in one keeps no other from its look
        List<Runnable> looking = List.of(idle::look, schedule::look, notices::look, drags::look);
        ScheduleBeat looks = ScheduleBeat.of(() -> looking.forEach(Platform::runLater));
        beat = () -> {
            looks.close();
            idle.close();
            news.close();
        };
    }

    /** Ends what goes on by itself; the search stays to be asked for. */
    void leave() {
        left = true;
        drags.leave();
        beat.close();
        beat = ScheduleBeat.none();
    }

    /** The runs that the owner asked for and that {@link #leave} and the end of the window's work would stop. */
    Map<ConnectionId, SyncMode> unfinished() {
        return unfinished.get();
    }

    /** What the owner searched for last. */
    Optional<KeptSearch> search() {
        return search.get();
    }
}
