package app.loupe.ui.common;

/** Background work whose result can be forgotten; its handlers are not called after {@link #cancel}. */
@FunctionalInterface
public interface Running {
    /** Forgets the result; the work itself goes on to its end. Call on the FX thread. */
    void cancel();
}
