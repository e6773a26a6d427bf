package app.loupe.ui.common;

import app.loupe.domain.Problem;

/** Shows a problem that no screen has taken: a bar in the window. Called on the FX thread. */
@FunctionalInterface
public interface ProblemPresenter {
    /** Shows it until the owner closes it or a new one comes. */
    void show(Problem problem);

    /** Takes it away, as it holds no more; who keeps none on the screen has nothing to do. */
    default void withdraw(Problem problem) {}
}
