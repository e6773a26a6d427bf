package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.ui.common.ProblemPresenter;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells of problems in a window while it is shown, and after that whoever outlives it. On the FX thread. */
final class LastingPresenter implements ProblemPresenter {
    private static final Set<ProblemCode> FINISHED_LATER = EnumSet.of(ProblemCode.DELETION_UNFINISHED,
            ProblemCode.DELETION_INTERRUPTED);

    private final ProblemPresenter here;
    private final Consumer<Problem> afterwards;
    private boolean left;

    LastingPresenter(ProblemPresenter here, Consumer<Problem> afterwards) {
        this.here = here;
        this.afterwards = afterwards;
    }

    /** The window shows something else from now on. */
    void leave() {
        left = true;
    }

    @Override
    public void show(Problem problem) {
        if (!left) {
            here.show(problem);
        } else if (!FINISHED_LATER.contains(problem.code()) && !problem.code().isEnd()) {
            // such deletions the next opening finishes, or says itself that it cannot
            afterwards.accept(problem);
        }
    }

    @Override
    public void withdraw(Problem problem) {
        here.withdraw(problem);
    }
}
