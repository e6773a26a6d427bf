package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.sync.SyncProgress.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.Fuse;
import testkit.InMemoryJournal;

class RunStepsTest {
    private final List<SyncProgress> told = new ArrayList<>();
    private final RunSteps steps = new RunSteps(told::add, new RunLog(new InMemoryJournal(new Fuse()), Scene.ID, 1));

    @Test
    void whatIsAskedForTwiceMakesNoMoreOfWhatThereIs() throws ProblemException {
        steps.begin(Step.NAMES, 45);
        steps.through(45);
        steps.through(1);

        assertThat(told).containsExactly(new SyncProgress(Step.NAMES, 0, 45), new SyncProgress(Step.NAMES, 45, 45),
                new SyncProgress(Step.NAMES, 45, 45));
    }
}
