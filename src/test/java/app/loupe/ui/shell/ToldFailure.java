package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import testkit.window.Fx;

/** Rehearses the telling of failures, or tells some in each way that there is; loaded anew by its test. */
public final class ToldFailure implements Consumer<String> {
    private final Wording wording = Wording.of(new Texts(Locale.US), Clock.systemUTC());
    private final FailureScreen failures = new FailureScreen(wording, untold -> {});
    private final Problem problem = Problem.of(ProblemCode.UNEXPECTED, "1234-5678");
    private final Problem other = Problem.of(ProblemCode.UNEXPECTED, "8765-4321");

    /** Is laid out no more from a moment on. */
    private static final class Broken extends VBox {
        private boolean breaks;

        Broken(Parent child) {
            super(child);
        }

        @Override
        protected void layoutChildren() {
            if (breaks) {
                throw new IllegalStateException("again and again");
            }
            super.layoutChildren();
        }
    }

    @Override
    public void accept(String act) {
        if ("rehearse".equals(act)) {
            var _ = new Broken(new VBox());
            Fx.run(() -> failures.rehearse(problem));
        } else {
            tell();
        }
    }

    private void tell() {
        List<Window> before = Fx.get(() -> List.copyOf(Window.getWindows()));
        failures.goOn(problem);
        Fx.await("in a window of its own", () -> isTold(before, "#failure"));
        Fx.run(() -> {
            var bar = new ProblemBar(wording);
            var stage = new Stage();
            var broken = new Broken(new VBox());
            stage.setScene(new Scene(new VBox(bar, broken), 200, 200));
            stage.show();
            failures.use(bar);
            broken.breaks = true;
            broken.requestLayout();
            try {
                stage.getScene().getRoot().layout();
            } catch (IllegalStateException failed) {
                failures.goOn(other);
            }
        });
        Fx.await("in the bar", () -> isTold(before, "#problem-bar"));
        failures.giveUp(problem, () -> {});
        Fx.run(() -> {});
        Fx.run(() -> List.copyOf(Window.getWindows()).stream().filter(window -> !before.contains(window))
                .forEach(Window::hide));
    }

    private static boolean isTold(List<Window> before, String selector) {
        return Window.getWindows().stream().filter(window -> !before.contains(window))
                .anyMatch(window -> window.getScene().getRoot().lookup(selector) != null);
    }
}
