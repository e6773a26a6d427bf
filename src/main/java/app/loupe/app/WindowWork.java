package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ProblemPresenter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What works for a window from its filling to its lock, and what is lent beside it. Closing waits for its end, but not for
 * ever: who locks wants the keys to be put away.
 */
final class WindowWork {
    /** What is not at its end by then finds the files closed. A run that was asked to stop takes a second or two. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(WindowWork.class);

    private final ExecutorService workers = threads("window-");
    /** Draws pages: a hostile file can make that endless, and it reads no store. */
    private final ExecutorService apart = threads("window-apart-");
    private final Background background;
    private final Lending lending = new Lending();
    private final Deque<Runnable> whenRunsEnded = new ArrayDeque<>();
    private int runs;

    /** Work whose problems are told there. */
    WindowWork(ProblemPresenter presenter) {
        background = new Background(workers, apart, presenter);
    }

    private static ExecutorService threads(String name) {
        return Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name(name, 1).factory());
    }

    /** The way from the window to its work. */
    Background background() {
        return background;
    }

    /**
     * Where runs work, begun on the FX thread; {@link #end} waits until what a run sent to that thread at its end was done: a
     * deletion that waited for it begins there.
     */
    Executor runs() {
        return run -> {
            workers.execute(() -> {
                try {
                    run.run();
                } finally {
                    Platform.runLater(this::runEnded);
                }
            });
            runs++;
        };
    }

    private void runEnded() {
        runs--;
        tellRunsEnded();
    }

    private void tellRunsEnded() {
        while (runs == 0 && !whenRunsEnded.isEmpty()) {
            whenRunsEnded.removeFirst().run();
        }
    }

    /** What commands beside the window have of it. */
    Lending lending() {
        return lending;
    }

    /**
     * Lets nothing begin any more, and waits: for runs, and what waits for their end; for what was asked for before, also what
     * waits for its turn, as a note does; for commands beside the window. Not on the FX thread, which must go on.
     *
     * @return whether all came to its end in this time
     */
    @Blocking
    boolean end(Duration limit) {
        lending.end();
        long until = System.nanoTime() + limit.toNanos();
        boolean all = false;
        try {
            var quiet = new CountDownLatch(1);
            Platform.runLater(() -> {
                whenRunsEnded.add(() -> background.endWhenQuiet(quiet::countDown));
                tellRunsEnded();
            });
            all = quiet.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            workers.shutdown();
            all &= workers.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            all &= lending.isBackWithin(Duration.ofNanos(until - System.nanoTime()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdown();
            apart.shutdown();
        }
        if (!all) {
            LOG.warn("some work did not end within {} s", limit.toSeconds());
        }
        return all;
    }
}
