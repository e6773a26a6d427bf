package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.ExportRequest;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.PaperRequest;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.ConnectionList;
import app.loupe.ui.connections.ConnectionLoader;
import app.loupe.ui.connections.SidebarViewModel;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.export.ExportDialog;
import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.notices.NoticeBar;
import app.loupe.ui.paper.PaperCard;
import app.loupe.ui.paper.PaperDesk;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.welcome.WelcomeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The window: sidebar at the left, one screen at the right, problems on top of it, dialogs above everything. Built and
 * used on the FX thread; nothing here waits.
 */
public final class Shell {
    /** Width of a new window. */
    public static final double WIDTH_PX = 1280;
    /** Height of a new window. */
    public static final double HEIGHT_PX = 800;
    private static final double MIN_WIDTH_PX = 960;
    private static final double MIN_HEIGHT_PX = 600;
    private static final String SCREEN = "screen";
    private static final String CONNECTION = "connection";

    private final Wording wording;
    private final SyncRuns runs;
    private final SidebarViewModel sidebar;
    private final Journey journey;
    private final DialogLayer dialogs = new DialogLayer();
    private final VBox right = new VBox();
    private final ConnectFlow connect;
    private final ShownPages pages;
    private final ConnectionList list;
    private final PassingTime time;
    private final Scene scene;
    private final Shortcuts shortcuts;
    private Memory memory = new Memory(Map.of());
    private IntConsumer resize = steps -> {};
    private final ProblemBar problems;
    private final TakenAway taken;
    private Runnable lock = () -> {};
    private Consumer<Problem> afterwards = problem -> {};
    private boolean left;
    private ObjectProperty<Boolean> hidden = new SimpleObjectProperty<>(false);

    /**
     * A window over these ports.
     *
     * @param problems the bar that {@code background} shows its problems in
     * @param runs whose control is also given to screens
     * @param journey through the screens of this window
     */
    public Shell(WindowPorts ports, Wording wording, Background background, ProblemBar problems, SyncRuns runs,
            Journey journey) {
        this.problems = problems;
        this.wording = wording;
        this.taken = new TakenAway(wording);
        this.runs = runs;
        this.journey = journey;
        var loader = new ConnectionLoader(ports.connections(), ports.invoices(), ports.journal());
        sidebar = new SidebarViewModel(ports.connections(), loader, runs, background, new Telling());
        connect = new ConnectFlow(ports.connections(), background, wording, dialogs, sidebar);
        pages = new ShownPages(journey, sidebar,
                new WelcomeView(wording, connect::add, connect::addSample, connect.addingSample()), wording);
        list = new ConnectionList(sidebar, runs, connect, wording);
        time = new PassingTime(wording, list::age, pages::turnDay);
        scene = new Scene(compose(), WIDTH_PX, HEIGHT_PX);
        shortcuts = new Shortcuts(this, journey, wording);
        shortcuts.install(scene);
        journey.begin(new InWindow());
        follow();
    }

    private StackPane compose() {
        var left = new Sidebar(wording, list, pages.entries(page -> !page.isAtFoot()),
                pages.entries(PageId::isAtFoot));
        right.getChildren().setAll(problems, new RoomScroll(pages.view()));
        right.getStyleClass().add("main");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        var root = new StackPane(new HBox(new SideScroll(left), right), dialogs);
        root.getStyleClass().add("shell");
        Nodes.dress(root, Shell.class, "shell.css");
        root.addEventHandler(ExportRequest.TYPE, event -> exportShown());
        root.addEventHandler(PaperRequest.TYPE, event -> taken.show(event.paper()));
        return root;
    }

    private void follow() {
        sidebar.loadedProperty().subscribe(loaded -> pages.changed());
        sidebar.chosenProperty().subscribe(chosen -> pages.changed());
        sidebar.chosenInvoicesProperty().subscribe(count -> pages.aside(PageId.INVOICES,
                count.longValue() == 0 ? Aside.NONE : new Aside(wording.get("count", count.longValue()), "")));
        sidebar.readsProperty().subscribe((before, now) -> pages.know());
        sidebar.addedProperty().subscribe((was, id) -> journey.go(PageId.INVOICES));
        sidebar.goneProperty().subscribe((was, id) -> {
            journey.forget();
            pages.forget(id);
        });
        runs.listen(new SyncRuns.Listener() {
            @Override
            public void copyChanged() {
                pages.renew();
            }
        });
    }

    /** What the journey asks of the window. */
    private final class InWindow implements Journey.Window {
        @Override
        public void present() {
            journey.current().ifPresent(screen -> memory.put(SCREEN, "nav-" + screen.page().key()));
            pages.present();
        }

        @Override
        public Runnable choice() {
            Optional<ConnectionId> one = sidebar.chosenOne();
            return () -> one.filter(id -> sidebar.rows().stream().anyMatch(row -> row.id().equals(id)))
                    .ifPresentOrElse(sidebar::choose, sidebar::chooseAll);
        }

        @Override
        public void reach(Set<ConnectionId> connections) {
            List<ConnectionId> chosen = sidebar.chosenProperty().get().stream().map(ConnectionProfile::id).toList();
            if (!chosen.containsAll(connections)) {
                if (connections.size() == 1) {
                    connections.forEach(sidebar::choose);
                } else {
                    sidebar.chooseAll();
                }
            }
        }
    }

    /** What the keys for larger and smaller texts do: so many steps larger, or smaller; 0 is the usual size. */
    public void resizeWith(IntConsumer texts) {
        resize = texts;
    }

    /** Follows whether amounts are hidden, from now on, and switches it by its key. */
    public void hideWith(ObjectProperty<Boolean> amounts) {
        hidden = amounts;
        var spoken = new SpokenAmounts(scene, wording.get("amount.hidden"));
        hidden.subscribe((before, now) -> {
            // its amounts are in a picture
            dialogs.close(PaperCard.class);
            pages.rewrite();
        });
        hidden.subscribe(spoken::follow);
    }

    /** Hides amounts, or shows them. */
    void switchHidden() {
        hidden.set(!hidden.get());
    }

    /** Opens the card of a connection to an Odoo. */
    public void edit(ConnectionProfile profile) {
        connect.edit(profile);
    }

    /** Shows what the owner should know above every screen, of the connections that are chosen. */
    public void announce(NoticeBar notices) {
        right.getChildren().add(right.getChildren().size() - 1, notices);
        sidebar.chosenProperty().subscribe(notices::follow);
        sidebar.readsProperty().subscribe((before, now) -> notices.reread());
        journey.find(PageId.CHANGED).ifPresent(page -> page.aside().subscribe((before, now) -> notices.reread()));
    }

    /** What the key that locks does. */
    public void lockWith(Runnable locking) {
        lock = locking;
    }

    void lock() {
        lock.run();
    }

    /** Where is told what becomes of a connection after the window shows something else. */
    public void tellAfterwards(Consumer<Problem> later) {
        afterwards = later;
    }

    /** In this window while it is shown, in the next one when this was left. */
    private final class Telling implements ProblemPresenter {
        @Override
        public void show(Problem problem) {
            if (!left) {
                problems.show(problem);
            } else if (problem.code() != ProblemCode.DELETION_UNFINISHED && !problem.code().isEnd()) {
                // such deletions the next opening finishes, or says itself that it cannot
                afterwards.accept(problem);
            }
        }

        @Override
        public void withdraw(Problem problem) {
            problems.withdraw(problem);
        }
    }

    /** What is open on the screen that is seen. */
    public Optional<Destination> place() {
        return journey.current().flatMap(Screen::place);
    }

    /** What {@link #leave} would end before its time. */
    public Optional<Problem> undone() {
        return dialogs.undone();
    }

    /** Puts the focus into the screen that is shown, unless it is there. */
    void focusShown() {
        pages.seen().filter(this::isElsewhere).ifPresent(screen -> {
            // what is shown for the first time is not in the window before that
            screen.view().applyCss();
            screen.view().layout();
            screen.focusList();
            if (isElsewhere(screen)) {
                // what it lists is not read yet
                screen.view().requestFocus();
            }
        });
    }

    private boolean isElsewhere(Screen screen) {
        return !Nodes.isInside(scene.getFocusOwner(), screen.view());
    }

    /** Asks here whether to close although something would be lost. */
    public ClosingGuard.Asker asker() {
        return new ClosingAsker(dialogs, wording);
    }

    /** Opens what was open in the window before, on the screen that was seen last. Call after {@link #remember}. */
    public void resume(Destination place) {
        journey.current().ifPresent(screen -> screen.resume(place));
    }

    /** Ends what goes on by itself, as runs and dialogs; the window shows something else from now on. */
    public void leave() {
        left = true;
        time.stop();
        // whoever is typing a note leaves it, and it is written
        scene.getRoot().requestFocus();
        runs.close();
        pages.leave();
        // a test against a silent server would keep the process for minutes
        dialogs.close();
    }

    /** Asks for larger texts, or smaller, or for those of the usual size. */
    void resize(int steps) {
        resize.accept(steps);
    }

    /** Puts the focus into the search of the screen that is seen. */
    void search() {
        pages.seen().ifPresent(Screen::focusSearch);
    }

    /** Lets screens be taken away as files, and be looked at and printed as papers; papers not while amounts are hidden. */
    public void takeAwayWith(ExportPorts ports, PaperDesk desk, Background background) {
        taken.exports(offer -> dialogs.show(new ExportDialog(offer, ports, background, wording, dialogs::close)));
        taken.papers(shown -> {
            if (hidden.get()) {
                problems.show(Problem.of(ProblemCode.AMOUNTS_HIDDEN));
            } else {
                desk.show(shown, dialogs);
            }
        });
    }

    /** Opens the dialog that takes away what is shown. */
    void exportShown() {
        pages.seen().ifPresent(taken::export);
    }

    /** Shows what can be printed of the screen that is seen. */
    void printShown() {
        pages.seen().ifPresent(taken::print);
    }

    /** Opens the dialog for a new connection. */
    void addConnection() {
        connect.add();
    }

    /** Starts runs of the chosen connections. */
    void syncChosen() {
        runs.startChosen();
    }

    /** Whether a dialog is open: shortcuts rest then. */
    boolean isDialogOpen() {
        return dialogs.isOpen();
    }

    /** Says again how old everything is; happens by itself every minute while the window is open. */
    public void ageNow() {
        time.look();
    }

    /** Shows the keys of the window. */
    void showShortcuts() {
        dialogs.show(shortcuts.sheet(wording, dialogs::close));
    }

    /**
     * Shows the screen and the connection that were seen last, and has all screens follow what is remembered. Call before
     * {@link #start}.
     */
    public void remember(Memory kept) {
        memory = kept;
        journey.screens().forEach(screen -> screen.remember(kept));
        pages.startAt(kept.get(SCREEN));
        chosenBefore(kept).ifPresent(sidebar::choose);
        sidebar.chosenProperty().addListener((value, before, now) -> memory.put(CONNECTION,
                sidebar.chosenOne().map(ConnectionId::value).orElse("")));
    }

    /** The connection that was chosen when the window was left; empty when all were. */
    public static Optional<ConnectionId> chosenBefore(Memory kept) {
        return ConnectionId.read(kept.get(CONNECTION));
    }

    /** The scene, without its colours: {@link #open} and tests dress it. */
    public Scene scene() {
        return scene;
    }

    /** Reads the connections in the background, and lets the screens begin. */
    public void start() {
        sidebar.reload();
        pages.begin();
    }

    /** Shows the window on the stage, dressed by the theme, and starts. */
    public void open(Stage stage, Theme theme) {
        theme.dress(scene);
        stage.setTitle(wording.get("app.name"));
        stage.getIcons().setAll(WindowIcons.found());
        stage.setMinWidth(MIN_WIDTH_PX);
        stage.setMinHeight(MIN_HEIGHT_PX);
        boolean sized = stage.isShowing();
        double width = stage.getWidth();
        double height = stage.getHeight();
        stage.setScene(scene);
        if (sized) {
            // the owner may have made the first frame larger; a new scene would take that back
            stage.setWidth(width);
            stage.setHeight(height);
        }
        stage.setOnHidden(event -> leave());
        stage.show();
        time.play();
        start();
    }
}
