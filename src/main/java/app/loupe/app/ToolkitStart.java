package app.loupe.app;

import app.loupe.domain.Exempt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Starts the toolkit on a thread of its own, while the texts and settings are read that the window is made from: the one waits for
 * the display, the other for the disk. Starts it once, whoever asks first.
 */
final class ToolkitStart {
    private static final long LIMIT_SECONDS = 5;

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins it, unless it has begun already; waits for nothing. */
    @Exempt(rule = "A12", because = "lives as long as the start of the toolkit, before which there is no window that could own a pool")
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("toolkit")
                    .start(() -> started.completeAsync(ToolkitStart::toolkit, Runnable::run));
        }
    }

    private static Void toolkit() {
        Platform.startup(() -> {});
        return null;
    }

    /**
     * Begins the toolkit where nobody has, waits for it, and has this run as the first thing on its thread.
     *
     * @throws RuntimeException what the toolkit threw, where there is no display for it; an Error where a library is missing
     */
    void run(Runnable first) {
        begin();
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
     * Where it has begun, waits until it has started or failed to, or for a few seconds: whoever ends the process meanwhile ends it
     * in the middle of the system's libraries.
     */
    void await() {
        if (!begun.get()) {
            return;
        }
        started.copy().completeOnTimeout(null, LIMIT_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> null).join();
    }
}
