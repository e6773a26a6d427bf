package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import testkit.Fuse;
import testkit.InMemoryJournal;

class RunLogTest {
    private final Fuse fuse = new Fuse();
    private final InMemoryJournal journal = new InMemoryJournal(fuse);
    private final RunLog log = new RunLog(journal, Scene.ID, 3);

    private void add(int requests) {
        IntStream.range(0, requests).forEach(i -> log.add(new RequestRecord(Instant.EPOCH.plusSeconds(i), "fake:443",
                "account.move", "read", 1, 1, 200, Duration.ZERO, "ok", "TLSv1.3")));
    }

    @Test
    void keepsInPortionsAndEachRequestOnce() throws ProblemException {
        add(49);
        log.keepSome();
        assertThat(journal.requests(Scene.ID, 3)).isEmpty();
        add(1);
        log.keepSome();
        assertThat(journal.requests(Scene.ID, 3)).hasSize(50);
        add(2);
        log.keep();
        log.keep();

        assertThat(journal.requests(Scene.ID, 3)).hasSize(52);
        assertThat(log.count()).isEqualTo(52);
    }

    @Test
    void whatCouldNotBeKeptWaitsOn() throws ProblemException {
        add(5);
        fuse.failAt(1);

        assertThatThrownBy(log::keep).isInstanceOf(ProblemException.class);
        log.keep();

        assertThat(journal.requests(Scene.ID, 3)).hasSize(5);
    }
}
