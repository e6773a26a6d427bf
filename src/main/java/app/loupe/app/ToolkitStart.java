package app.loupe.app;

import app.loupe.domain.Exempt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Starts the toolkit on a thread of its own, while the texts and settings are read that the window is made from: the one waits for
 * the display, the other for the disk.
 */
final class ToolkitStart {
    private static final long LIMIT_SECONDS = 5;

    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private ToolkitStart() {}

    /** Begins it. */
    @Exempt(rule = "A12", because = "lives as long as the start of the toolkit, before which there is no window that could own a pool")
    static ToolkitStart begin() {
        var start = new ToolkitStart();
        Thread.ofPlatform().daemon().name("toolkit")
                .start(() -> start.started.completeAsync(ToolkitStart::toolkit, Runnable::run));
        return start;
    }

    private static Void toolkit() {
        Platform.startup(() -> {});
        return null;
    }

    /**
     * Waits for the toolkit and has this run as the first thing on its thread.
     *
     * @throws RuntimeException what the toolkit threw, where there is no display for it; an Error where a library is missing
     */
    void run(Runnable first) {
        try {
            started.join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case RuntimeException refused -> throw refused;
                case Error broken -> throw broken;
                case null, default -> throw failure;
            }
        }
        Platform.runLater(first);
    }

    /**
     * Waits until it has started or failed to, or for a few seconds: whoever ends the process meanwhile ends it in the middle of the
     * system's libraries.
     */
    void await() {
        started.copy().completeOnTimeout(null, LIMIT_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> null).join();
    }
}
