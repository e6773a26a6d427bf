package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.TallEnough;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connections.ConnectionRowModel;
import app.loupe.ui.connections.SidebarViewModel;
import app.loupe.ui.welcome.WelcomeView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.layout.StackPane;

/**
 * Decides what is seen beside the sidebar: the screen where the journey is, the welcome as long as there is no connection,
 * or nothing before they are read. Tells every screen of the connections, of the copy and of the day what it has to know. On
 * the FX thread.
 */
final class ShownPages {
    private final StackPane view = new TallEnough();
    private final Journey journey;
    private final SidebarViewModel sidebar;
    private final WelcomeView welcome;
    private final List<Page> pages;

    ShownPages(Journey journey, SidebarViewModel sidebar, WelcomeView welcome, Wording wording) {
        this.journey = journey;
        this.sidebar = sidebar;
        this.welcome = welcome;
        pages = journey.screens().stream().map(screen -> Page.of(screen, wording, journey)).toList();
    }

    StackPane view() {
        return view;
    }

    /** The entries of these pages, for the sidebar. */
    List<NavButton> entries(Predicate<PageId> which) {
        return pages.stream().filter(page -> which.test(page.id())).map(Page::entry).toList();
    }

    /** What stands beside the entry of a page. */
    void aside(PageId of, Aside aside) {
        pages.stream().filter(page -> page.id() == of).forEach(page -> page.entry().aside(aside));
    }

    /** The screen that is seen; empty while something else is. */
    Optional<Screen> seen() {
        return journey.current().filter(this::isSeen);
    }

    private boolean isSeen(Screen screen) {
        return view.getChildren().contains(screen.view());
    }

    /** Shows the screen where the journey is, over the chosen connections. */
    void present() {
        if (!sidebar.loadedProperty().get()) {
            view.getChildren().clear();
            return;
        }
        Screen current = journey.current().orElseGet(this::first);
        pages.forEach(page -> page.entry().mark(page.screen().equals(current)));
        List<ConnectionProfile> chosen = sidebar.chosenProperty().get();
        if (chosen.isEmpty() && (current.page() == PageId.OVERVIEW || current.page() == PageId.INVOICES)) {
            if (!view.getChildren().contains(welcome)) {
                view.getChildren().setAll(welcome);
                welcome.focus();
            }
            return;
        }
        if (!isSeen(current)) {
            view.getChildren().setAll(current.view());
        }
        pages.stream().filter(page -> page.screen().equals(current)).forEach(page -> page.tell(chosen));
    }

    /** The overview once there is something to look over. */
    private Screen first() {
        journey.start(sidebar.chosenInvoicesProperty().get() > 0 && journey.find(PageId.OVERVIEW).isPresent()
                ? PageId.OVERVIEW
                : PageId.INVOICES);
        return journey.current().orElseThrow();
    }

    /** The connections, or the choice among them, are others. */
    void changed() {
        present();
        if (sidebar.loadedProperty().get()) {
            keepUp();
        }
    }

    /** The copy changed. */
    void renew() {
        pages.forEach(page -> page.changed(journey.isAt(page.id()) && isSeen(page.screen())));
        keepUp();
    }

    private void keepUp() {
        pages.forEach(page -> page.screen().keepUp(sidebar.chosenProperty().get()));
    }

    /** The connections were read again. */
    void know() {
        List<ConnectionProfile> all = sidebar.rows().stream().map(ConnectionRowModel::profile).toList();
        pages.forEach(page -> page.screen().know(all));
    }

    /** What is shown was true yesterday. */
    void turnDay() {
        rewrite();
        renew();
    }

    /** Words and amounts are written in another way. */
    void rewrite() {
        pages.forEach(page -> page.screen().rewrite());
    }

    /** A connection is gone for good. */
    void forget(ConnectionId id) {
        pages.forEach(page -> page.forget(id, sidebar.chosenProperty().get()));
    }

    /** Begins at the page whose entry has this id, if there is one. */
    void startAt(String entry) {
        pages.stream().filter(page -> page.entry().getId().equals(entry)).map(Page::id).forEach(journey::start);
    }

    /** Lets the screens begin. */
    void begin() {
        pages.forEach(page -> page.screen().begin());
    }

    /** Ends what the screens do by themselves. */
    void leave() {
        pages.forEach(page -> page.screen().leave());
    }
}
