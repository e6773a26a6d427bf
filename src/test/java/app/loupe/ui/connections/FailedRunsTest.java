package app.loupe.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.connections.FailedRuns.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a failure of a run is told again. */
class FailedRunsTest {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final SyncReport.Failed REFUSED = failed(ProblemCode.CONNECTION_REFUSED);
    private static final SyncReport.Failed UNKNOWN = failed(ProblemCode.HOST_UNKNOWN);

    private final List<Problem> shown = new ArrayList<>();
    private final List<Problem> withdrawn = new ArrayList<>();
    private final FailedRuns runs = new FailedRuns(new ProblemPresenter() {
        @Override
        public void show(Problem problem) {
            shown.add(problem);
        }

        @Override
        public void withdraw(Problem problem) {
            withdrawn.add(problem);
        }
    });

    private static SyncReport.Failed failed(ProblemCode code) {
        return new SyncReport.Failed(SyncCounts.NONE, Problem.of(code, "books.example"));
    }

    @Test
    void whatAnEmptyCopyCannotSayIsToldOnceHoweverOftenItIsTriedAgain() {
        runs.ended(SHOP, REFUSED, Wanted.NEW);
        runs.ended(SHOP, REFUSED, Wanted.NEW);
        assertThat(shown).containsExactly(REFUSED.problem());

        runs.ended(SHOP, UNKNOWN, Wanted.NEW);
        assertThat(shown).containsExactly(REFUSED.problem(), UNKNOWN.problem());
        assertThat(withdrawn).containsExactly(REFUSED.problem());
    }

    @Test
    void whatWasAskedForIsToldEachTime() {
        runs.ended(SHOP, REFUSED, Wanted.NEW);
        runs.ended(SHOP, REFUSED, Wanted.ASKED);

        assertThat(shown).containsExactly(REFUSED.problem(), REFUSED.problem());
    }

    @Test
    void afterARunThatWentWellTheSameFailureIsNews() {
        runs.ended(SHOP, REFUSED, Wanted.NEW);
        runs.ended(SHOP, new SyncReport.Done(SyncCounts.NONE), Wanted.NEW);
        runs.ended(SHOP, REFUSED, Wanted.NEW);

        assertThat(shown).hasSize(2);
        assertThat(withdrawn).containsExactly(REFUSED.problem());
    }

    @Test
    void whatSomethingElseSaysIsNotTold() {
        runs.ended(SHOP, REFUSED, Wanted.NOT);

        assertThat(shown).isEmpty();
    }
}
