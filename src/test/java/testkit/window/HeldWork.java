package testkit.window;

import app.loupe.domain.Problem;
import app.loupe.ui.common.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Background work that waits until the test lets it be done, so that what happens meanwhile has an order. */
public final class HeldWork {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Problem> told = new ConcurrentLinkedQueue<>();

    /** The window's way to it. */
    public Background background() {
        return new Background(waiting::add, told::add);
    }

    /** Whether nothing waits. */
    public boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Does what waits, and what follows from it; a problem fails the test. */
    public void done() {
        List<Problem> problems = failed();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
    }

    /** The same where problems are what is expected; returns those that the owner was told. */
    public List<Problem> failed() {
        while (!waiting.isEmpty()) {
            List<Runnable> now = new ArrayList<>(waiting);
            waiting.removeAll(now);
            now.forEach(Runnable::run);
            Fx.run(() -> {});
        }
        List<Problem> problems = List.copyOf(told);
        told.clear();
        return problems;
    }
}
