package testkit.window;

import app.loupe.domain.Problem;
import app.loupe.ui.common.ProblemPresenter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes what no test of a class expects, and fails the test at its end: what a handler throws on the FX thread is seen by nobody.
 * Safe for use by several threads.
 */
public final class NoneExpected implements ProblemPresenter, AfterEachCallback {
    private final Queue<Object> came = new ConcurrentLinkedQueue<>();

    @Override
    public void show(Problem problem) {
        came(problem);
    }

    /** The same of anything else. */
    public void came(Object what) {
        came.add(what);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<Object> all = List.copyOf(came);
        if (!all.isEmpty()) {
            throw new AssertionError("none is expected: " + all);
        }
    }
}
