package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which screen is seen, and remembers the way there: back and forward lead through screens and what they showed.
 * On the FX thread.
 */
public final class Journey implements Navigator {
    /** The most steps that are remembered; the oldest are forgotten. */
    static final int MOST_STEPS = 100;

    private final Deque<Step> behind = new ArrayDeque<>();
    private final Deque<Step> ahead = new ArrayDeque<>();
    private List<Screen> screens = List.of();
    private @Nullable Window window;
    private @Nullable Screen current;

    /** Where the owner was: the screen, the connections that were chosen, and what it showed of them. */
    private record Step(Screen screen, Runnable connections, Runnable bookmark) {
        /** The same place, without what it showed. */
        Step withoutBookmark() {
            return new Step(screen, connections, () -> {});
        }
    }

    /** The window as a journey sees it. */
    interface Window {
        /** Shows the current screen over the chosen connections. */
        void present();

        /** A way back to the connections that are chosen now. */
        Runnable choice();

        /** Chooses other connections when some of these are not among the chosen. */
        void reach(Set<ConnectionId> connections);
    }

    /** Leads through these screens from now on, in the order of the sidebar, however they are listed. */
    public void through(List<Screen> all) {
        screens = all.stream().sorted(Comparator.comparing(Screen::page)).toList();
    }

    /** Begins in this window, at no screen yet. */
    void begin(Window in) {
        window = in;
    }

    /** The screens in the order of the sidebar. */
    List<Screen> screens() {
        return screens;
    }

    /** The screen that is seen; empty before {@link #start}. */
    Optional<Screen> current() {
        return Optional.ofNullable(current);
    }

    /** Whether this page is seen. */
    boolean isAt(PageId page) {
        return current != null && current.page() == page;
    }

    /** The screen of a page; empty when the window has none. */
    Optional<Screen> find(PageId page) {
        return screens.stream().filter(screen -> screen.page() == page).findFirst();
    }

    /** Begins at this page, or at the first one when there is no such page, without a step. */
    void start(PageId page) {
        Screen first = find(page).orElse(screens.getFirst());
        current = first;
        first.entered();
    }

    /** Goes to a page as it is; nothing happens when there is none. */
    void go(PageId page) {
        find(page).ifPresent(screen -> {
            if (!screen.equals(current)) {
                leave();
            }
            arrive(screen);
        });
    }

    @Override
    public boolean offers(Destination destination) {
        return find(destination.page()).isPresent();
    }

    @Override
    public void open(Destination destination) {
        if (destination instanceof Destination.Page) {
            go(destination.page());
            return;
        }
        Window in = window;
        Screen screen = find(destination.page()).orElse(null);
        if (in == null || screen == null) {
            return;
        }
        leave();
        current = screen;
        in.reach(destination.connections());
        arrive(screen);
        screen.open(destination);
    }

    /** Goes to where the owner was before; nothing happens at the beginning. */
    void back() {
        turn(behind, ahead);
    }

    /** Goes to where the owner was before going back; nothing happens at the end. */
    void forward() {
        turn(ahead, behind);
    }

    private void turn(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step != null) {
            here().ifPresent(to::push);
            current = step.screen();
            step.connections().run();
            arrive(step.screen());
            step.bookmark().run();
        }
    }

    /**
     * Forgets what the screens showed at every step, for some of it is gone: the ways back and forward still lead to
     * their screens and connections.
     */
    void forget() {
        forget(behind);
        forget(ahead);
    }

    private static void forget(Deque<Step> steps) {
        List<Step> bare = steps.stream().map(Step::withoutBookmark).toList();
        steps.clear();
        steps.addAll(bare);
    }

    private void leave() {
        here().ifPresent(behind::push);
        ahead.clear();
        while (behind.size() > MOST_STEPS) {
            behind.removeLast();
        }
    }

    private Optional<Step> here() {
        Window in = window;
        return in == null ? Optional.empty() : current().map(at -> new Step(at, in.choice(), at.bookmark()));
    }

    private void arrive(Screen screen) {
        current = screen;
        if (window != null) {
            window.present();
            screen.entered();
        }
    }
}
