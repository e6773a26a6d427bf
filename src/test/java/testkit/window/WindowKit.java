package testkit.window;

import app.loupe.domain.CopyChanges;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KeyChange;
import app.loupe.domain.SecurityCheck;
import app.loupe.review.Shelf;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Rhythm;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.text.Texts;
import app.loupe.ui.aged.AgedPorts;
import app.loupe.ui.aged.AgedScreen;
import app.loupe.ui.bookcheck.CheckPorts;
import app.loupe.ui.bookcheck.CheckScreen;
import app.loupe.ui.changed.ChangedPorts;
import app.loupe.ui.changed.ChangedScreen;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.partners.PartnersPorts;
import app.loupe.ui.partners.PartnersScreen;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import app.loupe.ui.security.SecurityScreen;
import app.loupe.ui.security.SecurityViewModel;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.settings.SettingsPorts;
import app.loupe.ui.settings.SettingsScreen;
import app.loupe.ui.shell.ClosingGuard;
import app.loupe.ui.shell.Journey;
import app.loupe.ui.shell.ProblemBar;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.shell.ShellClock;
import app.loupe.ui.shell.WindowParts;
import app.loupe.ui.shell.WindowPorts;
import app.loupe.ui.synclog.SyncLogScreen;
import app.loupe.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import testkit.InMemoryBook;

/** A whole window over fakes, and short ways to press and read what is in it. Close it after the test. */
public final class WindowKit implements AutoCloseable {
    /** The connections. */
    public final FakeConnections connections = new FakeConnections();
    /** The copy. */
    public final FakeReader reader = new FakeReader();
    /** What is noted of changes to the copy. */
    public final CopyChanges changes = new CopyChanges();
    private final Shelf shelf = new Shelf(reader, changes);
    /** The owner's book. */
    public final InMemoryBook book = new InMemoryBook();
    /** The log. */
    public final FakeJournal journal = new FakeJournal();
    /** The runs. */
    public final FakeSync sync = new FakeSync();
    /** What the checks find. */
    public volatile List<SecurityCheck> checks = WindowSamples.checks();
    /** What a change of the key brings. */
    public volatile KeyChange keyChange = Optional::empty;
    /** What was typed as a note and is not kept. */
    public final NoteDrafts drafts = new NoteDrafts();
    /** Where a report is saved. */
    public volatile Optional<Path> chosenFile = Optional.empty();
    /** The words. */
    public final Wording wording;
    private final AtomicReference<Instant> now = new AtomicReference<>(WindowSamples.NOW);
    /** The scheme; change it to see the other theme. */
    public final SimpleObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final Executor executor = Thread::startVirtualThread;
    private final AtomicLong nanos = new AtomicLong();
    private final Journey journey = new Journey();
    private @Nullable Background reading;
    private Rhythm rhythm = new Rhythm.Off();
    private @Nullable Schedule schedule;
    /** How often it was asked to lock; read on the FX thread. */
    public int locks;
    /** By how many steps larger texts were asked for; 0 for the usual size. */
    public final List<Integer> resized = new ArrayList<>();
    private Memory memory = new Memory(Map.of());
    private @Nullable Stage stage;
    private @Nullable Shell shell;
    private @Nullable ProblemBar bar;
    private @Nullable FakeScreen invoices;
    private volatile boolean pulsesLayOut;
    private volatile @Nullable Preferences preferences;

    /** The copy that the book check and the products are of; without one the window has neither, and no settings. */
    public @Nullable InvoiceReader copy;

    /** Whether pages that are of no interest here have their place in the sidebar all the same. */
    public boolean withEveryPage;

    /** A window that is not open yet. */
    public WindowKit() {
        this(Locale.US);
    }

    /** One in this language. */
    public WindowKit(Locale language) {
        InstantSource clock = now::get;
        wording = Wording.of(new Texts(language), clock.withZone(ZoneOffset.UTC)).hiding(this::hidesAmounts);
    }

    /** Whether amounts are hidden now. */
    public boolean hidesAmounts() {
        Preferences chosen = preferences;
        return chosen != null && chosen.hidesAmounts();
    }

    /** What the window remembers from its last time; call before it opens. */
    public WindowKit remembering(Memory kept) {
        memory = kept;
        return this;
    }

    /** Lets connections sync by themselves; call before it opens. Without this none does. */
    public WindowKit scheduled(Rhythm chosen) {
        rhythm = chosen;
        return this;
    }

    /** Lets time pass, as much as at least one tick of the window's clock of ages. */
    public void turnClock(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        nanos.addAndGet(time.toNanos());
        Fx.run(() -> {
            Objects.requireNonNull(schedule).look();
            ShellClock.look(Objects.requireNonNull(shell));
        });
    }

    /** Opens the window, 1280 x 800 pixels, and waits until the connections are read unless they are blocked. */
    public WindowKit open() {
        Fx.run(() -> {
            bar = new ProblemBar(wording);
            var chosen = new Preferences(memory);
            preferences = chosen;
            var background = new Background(executor, bar);
            reading = background;
            var session = new Runs(sync, executor, Platform::runLater);
            var looking = new Schedule(session, rhythm, new ElapsedTime(now::get, nanos::get), new SplittableRandom(1));
            schedule = looking;
            var runs = new SyncRuns(session, looking);
            invoices = new FakeScreen(new SyncButton(runs.control(), wording));
            var partners = new PartnersPorts(shelf, reader, book, runs.control(), journey, drafts);
            var customers = new PartnersScreen(false, partners, background, wording);
            var screens = new ArrayList<Screen>(List.of(customers,
                    new PartnersScreen(true, partners, background, wording),
                    new AgedScreen(new AgedPorts(shelf, runs.control(), journey), background, wording),
                    new SecurityScreen(
                            new SecurityViewModel(() -> checks, () -> keyChange.change(), background, bar, wording),
                            background,
                            wording, (title, name) -> chosenFile),
                    new ChangedScreen(new ChangedPorts(book, reader, runs.control(), journey), background, wording),
                    new SyncLogScreen(journal, runs::isRunning, background, wording,
                            new SyncButton(runs.control(), wording)),
                    invoices));
            var settings = new SettingsScreen(
                    new SettingsPorts(Path.of("data"), () -> 42_000_000, runs::verifyChosen, () -> {}, () -> {},
                            page -> {}),
                    chosen, background, wording);
            if (copy != null) {
                screens.add(
                        new CheckScreen(new CheckPorts(copy, book, runs.control(), journey), background, bar, wording));
                screens.add(
                        new ProductsScreen(
                                new ProductPorts(new Shelf(copy, new CopyChanges()), journey, runs.control()),
                                background,
                                wording));
                screens.add(settings);
            }
            if (withEveryPage) {
                List<PageId> there = screens.stream().map(Screen::page).toList();
                Stream.of(PageId.values()).filter(page -> !there.contains(page)).map(FakeScreen::new)
                        .forEach(screens::add);
            }
            journey.through(screens);
            var ports = new WindowPorts(connections, reader, journal);
            var parts = new WindowParts(bar, memory, chosen.hidden(), resized::add, () -> locks++, problem -> {},
                    Optional.empty(), Optional.empty());
            shell = new Shell(ports, parts, wording, background, runs, journey);
            stage = new Stage();
            guard(Duration.ofHours(1));
            shell.open(stage, new Theme(scheme));
        });
        return this;
    }

    /** Lets the window wait so long for notes on their way to the disk before it closes; an hour unless this is called. */
    public void waitForNotes(Duration patience) {
        Fx.run(() -> guard(patience));
    }

    private void guard(Duration patience) {
        new ClosingGuard(stage(), drafts, javafx.util.Duration.millis((double) patience.toMillis()))
                .askBy(Objects.requireNonNull(shell).asker());
    }

    /** Opens and waits for the first list. */
    public WindowKit openLoaded() {
        open();
        Fx.await("the connections are read", () -> find(".welcome") != null || find("#search") != null);
        return this;
    }

    /** The screen in the place of the invoices. */
    public FakeScreen invoices() {
        return Objects.requireNonNull(invoices);
    }

    /** The way from screen to screen. */
    public Navigator navigator() {
        return journey;
    }

    /** Where problems without a place of their own are shown. */
    public ProblemPresenter problems() {
        return Objects.requireNonNull(bar);
    }

    /** The window. */
    public Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** The root of the scene. */
    public Parent root() {
        return stage().getScene().getRoot();
    }

    /** Waits until nothing more is read for the window, and all of it is shown. */
    public void awaitQuiet() {
        Fx.awaitQuiet(Objects.requireNonNull(reading));
    }

    /** For tests of a layout that throws: from now on only pulses lay out, as in the program, and no look of a test. */
    public void leaveLayoutToPulses() {
        pulsesLayOut = true;
    }

    /** A visible node by selector, or null; call on the FX thread. */
    public @Nullable Node find(String selector) {
        return findAll(selector).stream().findFirst().orElse(null);
    }

    /** All visible nodes by selector; call on the FX thread. */
    public List<Node> findAll(String selector) {
        Fx.demandFx();
        Parent looked = pulsesLayOut ? root() : Fx.laidOut(root());
        return looked.lookupAll(selector).stream().filter(WindowKit::isSeen).toList();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Presses a button. */
    public void press(String selector) {
        Fx.await("there is " + selector, () -> find(selector) instanceof ButtonBase button && !button.isDisabled());
        Fx.run(() -> {
            if (find(selector) instanceof ButtonBase button) {
                button.fire();
            }
        });
    }

    /** Presses a key of the window together with Ctrl, or Cmd. */
    public void press(KeyCode key) {
        Fx.run(() -> Objects.requireNonNull(stage().getScene().getAccelerators()
                .get(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN))).run());
    }

    /** Lays out what was pressed, typed and read before. */
    public void layOut() {
        Fx.layOut(root());
    }

    /** The text of a label or button; empty when there is none. */
    public String text(String selector) {
        return Fx.get(() -> find(selector) instanceof Labeled labeled ? labeled.getText() : "");
    }

    /** All texts of labels and buttons under a selector. */
    public List<String> texts(String selector) {
        return Fx.get(() -> seen(selector));
    }

    /** All texts of labels and buttons under a selector; call on the FX thread. */
    public List<String> seen(String selector) {
        return findAll(selector).stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .map(Labeled::getText).toList();
    }

    @Override
    public void close() {
        connections.release();
        sync.end();
        Fx.run(() -> stage().hide());
    }
}
