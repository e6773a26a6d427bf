package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Scene scene = new Scene();

    @AfterEach
    void goOn() {
        assertThat(Thread.interrupted()).as("the flag stays set").isTrue();
    }

    @Test
    void whoIsInterruptedWhileWaitingIsCancelled() throws ProblemException {
        try (var _ = scene.turns.take(Scene.ID, Turns.Kind.FETCH, new CancelToken())) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> scene.turns.take(Scene.ID, Turns.Kind.FETCH, new CancelToken()))
                    .isInstanceOfSatisfying(ProblemException.class,
                            stopped -> assertThat(stopped.problem().code()).isEqualTo(ProblemCode.CANCELLED));
        }
    }

    @Test
    void aSyncThatIsInterruptedWhileWaitingHasNotFailed() throws ProblemException {
        try (var _ = scene.turns.take(Scene.ID, Turns.Kind.FETCH, new CancelToken())) {
            Thread.currentThread().interrupt();

            assertThat(scene.run()).isInstanceOf(SyncReport.Cancelled.class);
        }
    }
}
