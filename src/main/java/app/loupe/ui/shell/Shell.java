package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncProgress;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.ConnectionList;
import app.loupe.ui.connections.ConnectionLoader;
import app.loupe.ui.connections.SidebarViewModel;
import app.loupe.ui.connections.SyncRuns;
import app.loupe.ui.security.SecurityScreen;
import app.loupe.ui.security.SecurityViewModel;
import app.loupe.ui.synclog.SyncLogScreen;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.welcome.WelcomeView;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

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
    private static final Duration AGES_CHANGE_AFTER = Duration.minutes(1);

    private static final String SCREEN = "screen";
    private static final String CONNECTION = "connection";

    private final Wording wording;
    private final SyncRuns runs;
    private final SidebarViewModel sidebar;
    private final SecurityViewModel security;
    private final DialogLayer dialogs = new DialogLayer();
    private final StackPane content = new StackPane();
    private final ConnectFlow connect;
    private final WelcomeView welcome;
    private final List<Page> pages;
    private final ConnectionList list;
    private final Timeline ages = new Timeline(new KeyFrame(AGES_CHANGE_AFTER, event -> ageNow()));
    private final Scene scene;
    private Memory memory = new Memory(Map.of());
    private Page current;

    /**
     * A window over these ports.
     *
     * @param problems the bar that {@code background} shows its problems in
     * @param runs whose control is also given to the invoices screen
     * @param review the first screens: the invoices and the review inbox
     */
    public Shell(WindowPorts ports, Wording wording, Background background, ProblemBar problems, SyncRuns runs,
            List<Screen> review) {
        this.wording = wording;
        this.runs = runs;
        var loader = new ConnectionLoader(ports.connections(), ports.invoices(), ports.journal());
        sidebar = new SidebarViewModel(ports.connections(), loader, runs, background, problems);
        security = new SecurityViewModel(ports.checks(), background, problems, wording);
        connect = new ConnectFlow(ports.connections(), background, wording, dialogs, sidebar, problems);
        welcome = new WelcomeView(wording, connect::add, connect::addSample, connect.addingSample());
        var log = new SyncLogScreen(ports.journal(), background, problems, wording,
                new SyncButton(runs.control(), wording));
        pages = List.of(new Page(review.getFirst(), entry("invoices", 0)),
                new Page(review.getLast(), entry("inbox", 1)),
                new Page(log, entry("synclog", 2)),
                new Page(new SecurityScreen(security, background, wording, ports.files()), entry("security", 3)));
        current = pages.getFirst();
        list = new ConnectionList(sidebar, runs, connect, wording);
        ages.setCycleCount(Animation.INDEFINITE);
        scene = new Scene(compose(problems), WIDTH_PX, HEIGHT_PX);
        new Shortcuts(this).install(scene);
        follow();
    }

    private NavButton entry(String screen, int index) {
        var entry = new NavButton(wording.get("nav." + screen), () -> show(index));
        entry.setId("nav-" + screen);
        return entry;
    }

    private StackPane compose(ProblemBar problems) {
        var left = new Sidebar(wording, list, pages.subList(0, 3).stream().map(Page::entry).toList(),
                List.of(pages.getLast().entry()));
        var right = new VBox(problems, content);
        right.getStyleClass().add("main");
        VBox.setVgrow(content, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        var root = new StackPane(new HBox(left, right), dialogs);
        root.getStyleClass().add("shell");
        Nodes.dress(root, Shell.class, "shell.css");
        return root;
    }

    private void follow() {
        sidebar.loadedProperty().subscribe(loaded -> present());
        sidebar.chosenProperty().subscribe(chosen -> present());
        sidebar.chosenInvoicesProperty()
                .subscribe(count -> pages.getFirst().entry().aside(count.longValue() == 0
                        ? ""
                        : wording.get("count", count.longValue()), ""));
        sidebar.addedProperty().subscribe(id -> {
            if (id != null) {
                show(0);
            }
        });
        security.foundProperty().subscribe(this::stateSecurity);
        runs.listen(new SyncRuns.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                // the sidebar says it
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                // the sidebar says it
            }

            @Override
            public void copyChanged() {
                pages.forEach(page -> page.changed(page == current && isSeen(page)));
            }
        });
    }

    private void stateSecurity(SecurityViewModel.Found found) {
        NavButton entry = pages.getLast().entry();
        if (found.checks().isEmpty()) {
            entry.aside("", "");
        } else if (found.attention() > 0) {
            entry.aside(wording.get("nav.security.attention", found.attention()), "late");
        } else if (found.notices() > 0) {
            entry.aside(wording.get("nav.security.notice", found.notices()), "");
        } else {
            entry.aside(wording.get("nav.security.pass"), "good");
        }
    }

    private boolean isSeen(Page page) {
        return content.getChildren().contains(page.screen().view());
    }

    private void present() {
        pages.forEach(page -> page.entry().mark(page == current));
        if (!sidebar.loadedProperty().get()) {
            content.getChildren().clear();
            return;
        }
        List<ConnectionProfile> chosen = sidebar.chosenProperty().get();
        if (chosen.isEmpty() && current == pages.getFirst()) {
            if (!content.getChildren().contains(welcome)) {
                content.getChildren().setAll(welcome);
                welcome.focus();
            }
            return;
        }
        if (!isSeen(current)) {
            content.getChildren().setAll(current.screen().view());
        }
        current.tell(chosen);
    }

    /** Shows a screen by its place in the sidebar, from 0; nothing happens when there is no such screen. */
    void show(int index) {
        if (index >= 0 && index < pages.size()) {
            current = pages.get(index);
            memory.put(SCREEN, current.entry().getId());
            present();
            if (current == pages.getLast()) {
                security.check();
            }
        }
    }

    /** Puts the focus into the search of the screen that is seen. */
    void search() {
        if (isSeen(current)) {
            current.screen().focusSearch();
        }
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

    /** Says again how old the copies are; happens by itself every minute while the window is open. */
    public void ageNow() {
        list.age();
    }

    /** How many screens there are. */
    int screens() {
        return pages.size();
    }

    /** Shows the screen and the connection that were seen last, and follows them. Call before {@link #start}. */
    public void remember(Memory kept) {
        memory = kept;
        for (Page page : pages) {
            if (page.entry().getId().equals(kept.get(SCREEN))) {
                current = page;
            }
        }
        ConnectionId.read(kept.get(CONNECTION)).ifPresent(sidebar::choose);
        sidebar.chosenProperty().addListener((value, before, now) -> memory.put(CONNECTION,
                sidebar.chosenOne().map(ConnectionId::value).orElse("")));
    }

    /** The scene, without its colours: {@link #open} and tests dress it. */
    public Scene scene() {
        return scene;
    }

    /** Reads the connections and runs the security checks, in the background. */
    public void start() {
        sidebar.reload();
        security.check();
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
        stage.setOnHidden(event -> {
            ages.stop();
            runs.close();
            // a test against a silent server would keep the process for minutes
            dialogs.close();
        });
        stage.show();
        ages.play();
        start();
    }
}
