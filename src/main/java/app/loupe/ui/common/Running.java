package app.loupe.ui.common;

/** Background work that can be stopped; its handlers are not called after {@link #cancel}. */
@FunctionalInterface
public interface Running {
    /** Asks the work to stop and forgets its result. Call on the FX thread. */
    void cancel();
}
