package app.loupe.ui.connections;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.SyncReport;
import app.loupe.ui.common.ProblemPresenter;
import java.util.HashMap;
import java.util.Map;

/**
 * Says in full why a run failed, as long as no later run of that connection went well. What is said already is not said
 * again of a run that began by itself: who has closed it need not close it every quarter of an hour. On the FX thread.
 */
final class FailedRuns {
    private final ProblemPresenter presenter;
    private final Map<ConnectionId, Problem> said = new HashMap<>();

    FailedRuns(ProblemPresenter presenter) {
        this.presenter = presenter;
    }

    /** Whether the owner is to be told of a failure. */
    enum Wanted {
        /** Each time: the run was asked for. */
        ASKED,
        /** When it is another than the one before: nothing else says it. */
        NEW,
        /** Something else says it. */
        NOT
    }

    /** A run has ended. */
    void ended(ConnectionId id, SyncReport report, Wanted wanted) {
        switch (report) {
            case SyncReport.Failed failure -> {
                boolean isSaid = failure.problem().equals(said.get(id));
                if (!isSaid) {
                    forget(id);
                }
                if (wanted == Wanted.ASKED || (wanted == Wanted.NEW && !isSaid)) {
                    said.put(id, failure.problem());
                    presenter.show(failure.problem());
                }
            }
            case SyncReport.Done _,SyncReport.Partial _ -> forget(id);
            case SyncReport.Cancelled _ -> {
            }
        }
    }

    /** It holds no more of this connection, unless it does of another. */
    void forget(ConnectionId id) {
        Problem before = said.remove(id);
        if (before != null && !said.containsValue(before)) {
            presenter.withdraw(before);
        }
    }
}
