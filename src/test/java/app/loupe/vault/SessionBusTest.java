package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Which answer ends the wait for the owner, on a bus where every program asks. */
class SessionBusTest {
    private static final String OURS = "/org/freedesktop/secrets/prompt/u2";

    @Test
    void theAnswerToThePromptOfAnotherProgramIsNotTheOneThatIsWaitedFor() throws InterruptedException {
        var answered = new LinkedBlockingQueue<>(
                List.of("/org/freedesktop/secrets/prompt/u1", "/org/freedesktop/secrets/prompt/u3", OURS, "later"));

        SessionBus.await(OURS, answered);

        assertThat(answered).containsExactly("later");
    }
}
