package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import testkit.window.WindowSamples;

/** What the title counts, and when it does not. */
class NewsTitleFxTest {
    private static final ConnectionId ACME = WindowSamples.ACME;

    private final SimpleBooleanProperty inFront = new SimpleBooleanProperty(false);
    private final SimpleObjectProperty<Boolean> wanted = new SimpleObjectProperty<>(true);
    private final Set<ConnectionId> asked = new HashSet<>();
    private final List<Integer> shown = new ArrayList<>();
    private final NewsTitle title = new NewsTitle(inFront, wanted, asked::contains, shown::add);

    private static SyncCounts counts(int added, int changed) {
        return new SyncCounts(added, changed, 500, 0, 0, 0, 0, 0, 4);
    }

    @Test
    void whatIsNewAndWhatFailedIsCountedUntilTheOwnerLooks() {
        title.ended(ACME, new SyncReport.Done(counts(2, 1)));
        title.ended(WindowSamples.NORDLYS, new SyncReport.Partial(counts(1, 0), List.of()));
        title.ended(WindowSamples.HARBOUR,
                new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.SIGN_IN_REFUSED)));
        assertThat(shown).containsExactly(3, 4, 5);

        inFront.set(true);
        assertThat(shown).containsExactly(3, 4, 5, 0);
    }

    @Test
    void nothingNewIsNothingToTell() {
        title.ended(ACME, new SyncReport.Done(counts(0, 0)));
        title.ended(ACME, new SyncReport.Cancelled(counts(7, 7)));

        assertThat(shown).isEmpty();
    }

    @Test
    void theOwnersOwnRunsAndThoseThatAreSeenAreNotTold() {
        asked.add(ACME);
        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        asked.clear();
        inFront.set(true);
        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        assertThat(shown).isEmpty();

        inFront.set(false);
        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        assertThat(shown).containsExactly(2);
    }

    @Test
    void isSilentUnlessItIsWanted() {
        wanted.set(false);
        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        assertThat(shown).isEmpty();

        wanted.set(true);
        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        wanted.set(false);
        assertThat(shown).containsExactly(2, 0);
    }

    @Test
    void afterItsEndTheTitleIsAsItWasAndNothingIsFollowed() {
        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        title.close();
        assertThat(shown).containsExactly(2, 0);

        title.ended(ACME, new SyncReport.Done(counts(2, 0)));
        inFront.set(true);
        wanted.set(false);
        assertThat(shown).containsExactly(2, 0);
    }
}
