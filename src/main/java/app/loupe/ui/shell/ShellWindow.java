package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Memory;
import app.loupe.ui.connections.SidebarViewModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does what a journey asks of its window, and remembers which screen was seen last, and which connection. On the FX thread.
 */
final class ShellWindow implements Journey.Window {
    private static final String SCREEN = "screen";
    private static final String CONNECTION = "connection";

    private final Journey journey;
    private final SidebarViewModel sidebar;
    private final ShownPages pages;
    private final Memory memory;

    ShellWindow(Journey journey, SidebarViewModel sidebar, ShownPages pages, Memory memory) {
        this.journey = journey;
        this.sidebar = sidebar;
        this.pages = pages;
        this.memory = memory;
    }

    /** The connection that was chosen when the window was left; empty when all were. */
    static Optional<ConnectionId> chosenBefore(Memory memory) {
        return ConnectionId.read(memory.get(CONNECTION));
    }

    /** Begins at the screen and the connection that were seen last, and has all screens follow what is remembered. */
    void remember() {
        journey.screens().forEach(screen -> screen.remember(memory));
        pages.startAt(memory.get(SCREEN));
        chosenBefore(memory).ifPresent(sidebar::choose);
        sidebar.chosenProperty().addListener((value, before, now) -> memory.put(CONNECTION,
                sidebar.chosenOne().map(ConnectionId::value).orElse("")));
    }

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
