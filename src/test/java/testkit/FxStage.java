package testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Runs code on the FX thread and waits for what it leads to; starts the toolkit once. */
public final class FxStage {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FxStage() {}

    /** Starts the toolkit when nobody has. */
    public static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            return;
        } finally {
            Platform.setImplicitExit(false);
        }
    }

    /** The result of a call on the FX thread; its exception fails the test. */
    public static <T> T on(Callable<T> call) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(call.call());
            } catch (Exception | AssertionError failure) {
                result.completeExceptionally(failure);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        } catch (ExecutionException failure) {
            throw new AssertionError("on the FX thread", failure.getCause());
        }
    }

    /** The same for those who may be on the FX thread already. */
    public static <T> T here(Callable<T> call) {
        if (!Platform.isFxApplicationThread()) {
            return on(call);
        }
        try {
            return call.call();
        } catch (Exception failure) {
            throw new AssertionError("on the FX thread", failure);
        }
    }

    /** Runs on the FX thread. */
    public static void run(Runnable action) {
        on(() -> {
            action.run();
            return true;
        });
    }

    /** Lets the FX thread work until something has come true there; looks at every frame. */
    public static void until(BooleanSupplier condition) {
        var met = new CompletableFuture<Boolean>();
        AnimationTimer timer = on(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    met.complete(true);
                    stop();
                }
            }
        });
        run(timer::start);
        try {
            met.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        } catch (ExecutionException | TimeoutException late) {
            throw new AssertionError("did not come true within " + PATIENCE, late);
        } finally {
            run(timer::stop);
        }
    }

    /** What a cell says when the pointer moves over it; empty when it has no tip. On the FX thread. */
    public static Optional<String> tip(Control cell) {
        cell.fireEvent(
                new MouseEvent(MouseEvent.MOUSE_MOVED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false, false,
                        false, false, false, true, false, true, null));
        return Optional.ofNullable(cell.getTooltip()).map(Tooltip::getText);
    }
}
