package testkit.window;

import app.loupe.ui.common.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Background work that waits until the test lets it be done, so that what happens meanwhile has an order. */
public final class HeldWork {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** The window's way to it; a problem fails the test. */
    public Background background() {
        return new Background(waiting::add, problem -> {
            throw new AssertionError(problem);
        });
    }

    /** Whether nothing waits. */
    public boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Does what waits, and what follows from it. */
    public void done() {
        while (!waiting.isEmpty()) {
            List<Runnable> now = new ArrayList<>(waiting);
            waiting.removeAll(now);
            now.forEach(Runnable::run);
            Fx.run(() -> {});
        }
    }
}
