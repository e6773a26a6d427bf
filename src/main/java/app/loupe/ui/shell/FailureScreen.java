package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Tells the owner what nobody foresaw, in the window as long as there is one, and sets a layout that failed going again.
 * A failure that comes again and again, as one in a layout does, is told once, until it has been away for a while.
 * Called from any thread while the toolkit runs.
 */
public final class FailureScreen {
    private static final Duration QUIET = Duration.ofSeconds(10);
    /** A failure that goes on so long in a row is none that mending the layout ends. */
    private static final int MOST_MENDS = 8;

    private volatile Wording wording;
    private final Consumer<Problem> untold;
    private final Map<Problem, Series> known = new HashMap<>();
    /** Scenes of which a part is not laid out; one that the window has let go may leave the memory. */
    private final Set<Scene> waiting = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable ProblemBar bar;

    private record Series(Instant last, int length) {}

    /** A screen that has no window yet; {@code untold} takes what cannot be shown even in a window of its own. */
    public FailureScreen(Wording wording, Consumer<Problem> untold) {
        this.wording = wording;
        this.untold = untold;
    }

    /** From now on failures are told in this bar, while it is in a window that shows. On the FX thread. */
    public void use(ProblemBar shown) {
        bar = shown;
    }

    /** From now on failures are told in these words. */
    public void speak(Wording words) {
        wording = words;
    }

    /** Tells a failure after which Loupe goes on. */
    public void goOn(Problem problem) {
        Platform.runLater(() -> {
            try {
                tell(problem);
            } catch (RuntimeException | Error untellable) {
                // nobody catches it: it would be told in turn, without end
                untold.accept(problem);
            }
        });
    }

    /** Loads what telling needs, and shows nothing. On the FX thread. */
    public void rehearse(Problem problem) {
        new ProblemBar(wording).show(problem);
        var _ = new Series(wording.clock().instant(), 0);
        var _ = LayoutMender.mend(new Pane());
        var _ = new OnceMore(new Scene(new Pane()));
        // what breaks its lines is loaded as they are laid out
        Parent alone = FailureWindow.made(problem, wording, () -> {}).getScene().getRoot();
        alone.applyCss();
        alone.autosize();
        alone.layout();
    }

    /** Tells a failure after which Loupe cannot go on; {@code end} follows when the owner has closed the message. */
    public void giveUp(Problem problem, Runnable end) {
        Platform.runLater(() -> showAlone(problem, end));
    }

    private void tell(Problem problem) {
        Instant now = wording.clock().instant();
        Series before = known.get(problem);
        int length = before != null && now.isBefore(before.last.plus(QUIET)) ? before.length : 0;
        boolean again = length > 0;
        var series = new Series(now, length + 1);
        known.put(problem, series);
        var left = new ArrayList<Parent>();
        if (series.length <= MOST_MENDS) {
            List.copyOf(Window.getWindows()).stream().map(Window::getScene).filter(Objects::nonNull)
                    .forEach(scene -> left.addAll(mend(scene)));
        }
        if (again) {
            return;
        }
        if (left.stream().anyMatch(this::holdsBar)) {
            showAlone(problem, () -> {});
        } else {
            show(problem);
        }
    }

    /** What the owner does next may take away what still fails: then there is one more try, not one in every pulse. */
    private List<Parent> mend(Scene scene) {
        List<Parent> left = LayoutMender.mend(scene.getRoot());
        if (!left.isEmpty() && waiting.add(scene)) {
            scene.addEventFilter(ActionEvent.ACTION, new OnceMore(scene));
        }
        return left;
    }

    /** Mends a scene after the next act. */
    private final class OnceMore implements EventHandler<ActionEvent> {
        private final Scene scene;

        OnceMore(Scene scene) {
            this.scene = scene;
        }

        @Override
        public void handle(ActionEvent event) {
            scene.removeEventFilter(ActionEvent.ACTION, this);
            waiting.remove(scene);
            Platform.runLater(() -> mend(scene));
        }
    }

    private boolean holdsBar(Parent parent) {
        for (Node at = bar; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    private void show(Problem problem) {
        ProblemBar here = bar;
        if (here != null && here.getScene() != null && here.getScene().getWindow() instanceof Stage stage
                && stage.isShowing()) {
            try {
                here.show(problem);
                return;
            } catch (RuntimeException | Error barToo) {
                // the window below says it
            }
        }
        showAlone(problem, () -> {});
    }

    private void showAlone(Problem problem, Runnable onClosed) {
        try {
            FailureWindow.show(problem, wording, onClosed);
        } catch (RuntimeException | Error noWindowEither) {
            untold.accept(problem);
        }
    }
}
