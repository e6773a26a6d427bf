package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EditRequest;
import app.loupe.ui.common.ExportRequest;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.PaperRequest;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.TransferRequest;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.ConnectionList;
import app.loupe.ui.connections.ConnectionLoader;
import app.loupe.ui.connections.SidebarViewModel;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.notices.NoticeBar;
import app.loupe.ui.paper.PaperCard;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.welcome.WelcomeView;
import java.util.Optional;
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
    private final WindowParts parts;
    private final LastingPresenter telling;
    private final TakenAway taken;

    /**
     * A window over these ports.
     *
     * @param runs whose control is also given to screens
     * @param journey through the screens of this window
     */
    public Shell(WindowPorts ports, WindowParts parts, Wording wording, Background background, SyncRuns runs,
            Journey journey) {
        this.parts = parts;
        this.wording = wording;
        this.taken = new TakenAway(parts, dialogs, background, wording);
        this.runs = runs;
        this.journey = journey;
        var loader = new ConnectionLoader(ports.connections(), ports.invoices(), ports.journal());
        telling = new LastingPresenter(parts.problems(), parts.afterwards());
        sidebar = new SidebarViewModel(ports.connections(), loader, runs, background, telling);
        connect = new ConnectFlow(ports.connections(), background, wording, dialogs, sidebar);
        pages = new ShownPages(journey, sidebar,
                new WelcomeView(wording, connect::add, connect::addSample, connect.addingSample()), wording);
        list = new ConnectionList(sidebar, runs, connect, wording);
        time = new PassingTime(wording, list::age, pages::turnDay);
        scene = new Scene(compose(), WIDTH_PX, HEIGHT_PX);
        shortcuts = new Shortcuts(this, journey, wording);
        shortcuts.install(scene);
        var window = new ShellWindow(journey, sidebar, pages, parts.memory());
        journey.begin(window);
        follow();
        hide();
        window.remember();
        parts.notices().ifPresent(this::announce);
    }

    private StackPane compose() {
        var left = new Sidebar(wording, list, pages.entries(page -> !page.isAtFoot()),
                pages.entries(PageId::isAtFoot));
        right.getChildren().setAll(parts.problems(), new HiddenSign(parts.hidden(), wording),
                new RoomScroll(pages.view()));
        right.getStyleClass().add("main");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        var root = new StackPane(new HBox(new SideScroll(left), right), dialogs);
        root.getStyleClass().add("shell");
        Nodes.dress(root, Shell.class, "shell.css");
        root.addEventHandler(ExportRequest.TYPE, event -> exportShown());
        root.addEventHandler(PaperRequest.TYPE, event -> taken.show(event.paper()));
        root.addEventHandler(TransferRequest.TYPE, taken::transfer);
        root.addEventHandler(EditRequest.TYPE, event -> connect.edit(event.profile()));
        return root;
    }

    private void follow() {
        sidebar.loadedProperty().subscribe(loaded -> {
            pages.changed();
            if (loaded && !dialogs.isOpen()) {
                // after a start and after a lock the keys work where the owner is
                focusShown();
            }
        });
        sidebar.chosenProperty().subscribe(chosen -> pages.changed());
        sidebar.chosenInvoicesProperty().subscribe(count -> count(PageId.INVOICES, count.longValue()));
        sidebar.chosenProductsProperty().subscribe(count -> count(PageId.PRODUCTS, count.longValue()));
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

    private void count(PageId of, long many) {
        pages.aside(of, many == 0 ? Aside.NONE : new Aside(wording.get("count", many), ""));
    }

    /** Follows whether amounts are hidden. */
    private void hide() {
        var spoken = new SpokenAmounts(scene, wording.get("amount.hidden"));
        parts.hidden().subscribe((before, now) -> {
            // its amounts are in a picture
            dialogs.close(PaperCard.class);
            pages.rewrite();
        });
        parts.hidden().subscribe(spoken::follow);
    }

    /** Hides amounts, or shows them. */
    void switchHidden() {
        parts.hidden().set(!parts.hidden().get());
    }

    /** Shows what the owner should know above every screen, of the connections that are chosen. */
    private void announce(NoticeBar notices) {
        right.getChildren().add(right.getChildren().size() - 1, notices);
        sidebar.chosenProperty().subscribe(notices::follow);
        sidebar.readsProperty().subscribe((before, now) -> notices.reread());
        journey.find(PageId.CHANGED).ifPresent(page -> page.aside().subscribe((before, now) -> notices.reread()));
    }

    void lock() {
        parts.lock().run();
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

    /** Opens what was open in the window before, on the screen that was seen last. */
    public void resume(Destination place) {
        journey.current().ifPresent(screen -> screen.resume(place));
    }

    /** Ends what goes on by itself, as runs and dialogs; the window shows something else from now on. */
    public void leave() {
        telling.leave();
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
        parts.resize().accept(steps);
    }

    /** Puts the focus into the search of the screen that is seen. */
    void search() {
        pages.seen().ifPresent(Screen::focusSearch);
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

    /** For tests: says again how old everything is, as happens by itself every minute while the window is open. */
    void ageNow() {
        time.look();
    }

    /** Shows the keys of the window. */
    void showShortcuts() {
        dialogs.show(shortcuts.sheet(wording, dialogs::close));
    }

    /** The connection that was chosen when the window was left; empty when all were. */
    public static Optional<ConnectionId> chosenBefore(Memory kept) {
        return ShellWindow.chosenBefore(kept);
    }

    /** The copy is another one than was read, and no run tells so: reads the connections and what is seen again. */
    public void readAgain() {
        sidebar.reload();
        pages.renew();
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
