package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.SyncMode;
import app.loupe.ui.common.Destination;
import app.loupe.ui.shell.Shell;
import app.loupe.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What of a window outlives a lock, for the next opening to go on from. On the FX thread. */
final class KeptOverLock {
    /** Where the owner was. */
    private Optional<Destination> place = Optional.empty();
    /** What the lock ended before its time; told once the window is open again. */
    private final List<Problem> undone = new ArrayList<>();
    /** What was found in the books went with the lock; it is looked for again once the window is open. */
    private boolean booksWereChecked;
    /** Runs that the owner asked for and that the lock ended; they begin again once the window is open. */
    private Map<ConnectionId, SyncMode> interrupted = Map.of();

    /** Takes it from what is about to be left. */
    void keep(Shell shell, @Nullable WindowContents contents) {
        place = shell.place();
        shell.undone().ifPresent(undone::add);
        // the check that is to be repeated may not have come to its end
        booksWereChecked |= contents != null && contents.booksAreChecked();
        interrupted = contents == null ? Map.of() : contents.unfinished();
    }

    /** Takes what came to light while nothing is open. */
    void keep(Problem problem) {
        undone.add(problem);
    }

    /** Fills the window: the owner is where they were, runs go on, and the books are checked where they were before. */
    Shell resume(WindowContents filling, Stage stage, Theme theme) {
        Shell shell = filling.show(stage, theme, place, interrupted);
        if (booksWereChecked) {
            filling.checkBooks();
        }
        place = Optional.empty();
        interrupted = Map.of();
        return shell;
    }

    /** Tells what was left undone, once. */
    void tell(Consumer<Problem> owner) {
        undone.forEach(owner);
        undone.clear();
    }
}
