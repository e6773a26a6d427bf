package app.loupe.ui.common;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/** One page of the window, right of the sidebar. All methods are called on the FX thread and never wait. */
public interface Screen {
    /** Which page it is. */
    PageId page();

    /** The node, always the same. */
    Parent view();

    /** Which connections' data to show; called before the screen is seen and when the choice changes. */
    void select(List<ConnectionProfile> connections);

    /** The local copy changed (at most five times a second): read again in the background. */
    void refresh();

    /**
     * Amounts are hidden from now on, or shown again: takes away at once what was written before, and writes it anew. An
     * answer that was under way when this was called is not shown any more.
     */
    void rewrite();

    /** Ctrl/Cmd+F. */
    default void focusSearch() {}

    /** Puts the focus where the keys of this screen work: into its list, or what is read there. The owner came by key. */
    default void focusList() {
        focusSearch();
    }

    /** What can be taken away of what is shown now: Ctrl/Cmd+E, and {@link ExportButton}. Empty when there is nothing. */
    default Optional<ExportOffer> exports() {
        return Optional.empty();
    }

    /** What Ctrl/Cmd+P prints in the place of the first thing that {@link #exports} offers: an invoice that is open. */
    default Optional<ShownPaper> paper() {
        return Optional.empty();
    }

    /** The keys that it takes for itself, for the sheet of keys. */
    default List<ScreenKey> keys() {
        return List.of();
    }

    /** Puts back what the owner once chose of columns, order and the like, and follows it. Before connections are selected. */
    default void remember(Memory memory) {}

    /** The window has opened. */
    default void begin() {}

    /** The owner has come here, by whatever way. */
    default void entered() {}

    /** What stands beside its name in the sidebar. */
    default ObservableValue<Aside> aside() {
        return new SimpleObjectProperty<>(Aside.NONE);
    }

    /**
     * The choice of connections or their copy changed, while this screen is seen or not: brings {@link #aside} up to date
     * in the background. At most five times a second.
     */
    default void keepUp(List<ConnectionProfile> connections) {}

    /**
     * All connections that there are, chosen or not, after they were read again: one was added, changed or deleted, or its run
     * has ended. Comes while this screen is seen or not.
     */
    default void know(List<ConnectionProfile> all) {}

    /**
     * A connection was deleted: nothing of it may stay here, neither shown nor to be undone. The others are selected before,
     * when anything ever was.
     */
    default void forget(ConnectionId id) {}

    /** The window is left, by a lock or for good: what goes on here by itself ends. */
    default void leave() {}

    /** Shows this, which is of its page; the connections were selected before. */
    default void open(Destination destination) {}

    /** What is open on it, so that another window may {@link #resume} there; empty for nothing in particular. */
    default Optional<Destination> place() {
        return Optional.empty();
    }

    /** Opens what was open in the window before; filters stay as they are remembered. Before connections are selected. */
    default void resume(Destination place) {}

    /** A way back to what is shown now, from wherever the owner will be then; the connections are selected before. */
    default Runnable bookmark() {
        return () -> {};
    }
}
