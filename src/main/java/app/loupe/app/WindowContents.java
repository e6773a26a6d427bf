package app.loupe.app;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.Problem;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.SyncMode;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.DragOut;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.notices.NoticeBar;
import app.loupe.ui.notices.NoticePorts;
import app.loupe.ui.paper.PaperDesk;
import app.loupe.ui.paper.SystemPrinter;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.transfer.TransferPorts;
import app.loupe.ui.shell.FilesAndPapers;
import app.loupe.ui.shell.IdleLock;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.shell.NewsTitle;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.WindowParts;
import app.loupe.ui.shell.WindowPorts;
import app.loupe.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A window filled with what was opened, and what goes on in it by itself, until it is left: locked, closed, or opened again in
 * another language. Lives on the FX thread.
 */
final class WindowContents {
    private final Given given;
    private final DragDesk drags;
    private final QuietHeap rest;
    private @Nullable WindowScreens screens;
    private Supplier<Map<ConnectionId, SyncMode>> unfinished = Map::of;
    private ScheduleBeat beat = ScheduleBeat.none();
    private boolean left;

    /** Screens of what is given; nothing is shown before {@link #show}. */
    WindowContents(Given given) {
        this.given = given;
        Background background = given.working().background();
        rest = new QuietHeap(background, System::gc);
        drags = new DragDesk(given.read().loupe().dragged(), background,
                new ElapsedTime(given.wording().clock(), System::nanoTime), DragOut.ofToolkit(), given.problems());
    }

    /**
     * What a window is filled from.
     *
     * @param wording the words that all of it speaks
     * @param working what works for it until it is left
     * @param problems the bar that it tells its problems in
     */
    record Given(AtOpening read, Owners owners, Wording wording, WindowWork working, ProblemBar problems, Acts acts) {}

    /**
     * What the window is filled with.
     *
     * @param documents where the owner's documents are
     */
    record AtOpening(OpenLoupe loupe, Optional<KeptSearch> lastSearch, SavedFilters filters, List<KeptFilter> named,
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
        OpenLoupe loupe = given.read().loupe();
        Wording wording = given.wording();
        Memory memory = given.owners().memory();
        Preferences preferences = given.owners().preferences();
        Background background = given.working().background();
        readAhead(background);
        var session = new Runs(loupe.sync(), given.working().runs(), Platform::runLater);
        var schedule = new Schedule(session, preferences.when().get().rhythm(),
                new ElapsedTime(wording.clock(), System::nanoTime), new SplittableRandom());
        preferences.when().subscribe((before, now) -> schedule.follow(now.rhythm()));
        var runs = new SyncRuns(session, schedule);
        runs.goOn(interrupted);
        unfinished = runs::unfinished;
        var journey = new Journey();
        FileChooserPort files = new LateAnswers(given.owners().saving().above(stage, given.read().documents()),
                () -> left, given.acts().tell());
        var shown = new WindowScreens(given, runs, journey, files, drags);
        shown.begin();
        screens = shown;
        var made = new FilesAndPapers(new ExportPorts(loupe.invoices(), loupe.shelf(), loupe.book(), files,
                OwnersFolders.ofThisComputer(), new StrongPhrases()),
                new PaperDesk(background, new SystemPrinter(), files, wording),
                new TransferPorts(loupe.transfers(new MovedSettings(memory::values,
                        all -> Platform.runLater(() -> all.forEach(memory::put)))), files, new StrongPhrases()::offer,
                        given.acts().speak()));
        NoticeBar notices = notices(journey);
        var ports = new WindowPorts(loupe.connections(), loupe.invoices(), loupe.journal());
        var parts = new WindowParts(given.problems(), memory, preferences.hidden(), preferences::resize,
                given.acts().lock(), given.acts().tell(), Optional.of(made), Optional.of(notices));
        var shell = new Shell(ports, parts, wording, background, runs, journey);
        var news = new NewsTitle(stage.focusedProperty(), preferences.news(), runs::isAsked, found -> stage.setTitle(
                found == 0 ? wording.get("app.name") : wording.get("news.title", found, wording.get("app.name"))));
        runs.listen(news);
        place.ifPresent(shell::resume);
        shell.open(stage, theme);
        loupe.onLoss(() -> Platform.runLater(shell::readAgain));
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
        OpenLoupe loupe = given.read().loupe();
        Optional<ConnectionId> one = Shell.chosenBefore(given.owners().memory());
        background.run("read ahead", () -> loupe.shelf().books(
                new Chosen(ReadTogether.chosen(loupe.connections().list(), one).connections()).ids())).start();
    }

    /** Whether the findings of a check of the books are there. */
    boolean booksAreChecked() {
        return screens != null && screens.booksAreChecked();
    }

    /** Has the books checked, as soon as nothing else is read. */
    void checkBooks() {
        if (screens != null) {
            screens.checkBooks();
        }
    }

    /** What was done beside what is shown has come to its end: the memory for it can go. */
    void rest() {
        rest.ask();
    }

    private NoticeBar notices(Journey journey) {
        OpenLoupe loupe = given.read().loupe();
        return new NoticeBar(new NoticePorts(loupe.connections(), loupe.journal(), loupe.shelf(), loupe.book()),
                journey,
                given.working().background(), given.wording(), given.owners().memory(),
                given.owners().preferences().silenced());
    }

    private void keepGoing(Schedule schedule, NewsTitle news, NoticeBar notices) {
        var idle = new IdleLock(new ElapsedTime(given.wording().clock(), System::nanoTime), Window.getWindows(),
                given.owners().preferences().lockAfter().map(Preferences.LockAfter::time), given.acts().lock());
        var retirement = new LateRetirement(given.working().background(),
                new ElapsedTime(given.wording().clock(), System::nanoTime), given.read().loupe()::retireUnasked);
        // each by itself, and the lock first: what fails in one keeps no other from its look
        List<Runnable> looking = List.of(idle::look, schedule::look, notices::look, drags::look, retirement::look);
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
        given.read().loupe().onLoss(() -> {});
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
        return Optional.ofNullable(screens).flatMap(WindowScreens::search);
    }
}
