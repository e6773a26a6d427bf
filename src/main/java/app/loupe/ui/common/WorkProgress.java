package app.loupe.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Brings the newest state of long work to the window's thread, never two at a time: steps come faster than frames. Told on any
 * thread.
 */
public final class WorkProgress {
    private final AtomicReference<At> newest = new AtomicReference<>(At.START);
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final Consumer<At> shown;

    /** @param shown told on the window's thread */
    public WorkProgress(Consumer<At> shown) {
        this.shown = shown;
    }

    /** So many steps of so many; of none as long as nobody knows. */
    public record At(long done, long of) {
        /** Nobody knows yet. */
        public static final At START = new At(0, 0);

        private static final long HUNDRED = 100;

        /** From 0 to 1; -1 as long as nobody knows. */
        public double fraction() {
            return of == 0 ? -1 : Math.min(1, done / (double) of);
        }

        /** In whole per cents, never more than are done. */
        public long percent() {
            return of == 0 ? 0 : Math.min(HUNDRED, done * HUNDRED / of);
        }
    }

    /** So many of so many are done. */
    public void at(long done, long of) {
        newest.set(new At(done, of));
        if (underWay.compareAndSet(false, true)) {
            Platform.runLater(this::show);
        }
    }

    private void show() {
        underWay.set(false);
        shown.accept(newest.get());
    }
}
