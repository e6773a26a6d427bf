package app.loupe.sync;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in real time and wakes up at once when the run is cancelled. */
public final class CancellablePause implements Pause {
    @Override
    public void pause(Duration length, CancelToken cancel) throws ProblemException {
        var woken = new CountDownLatch(1);
        try (var _ = cancel.onCancel(woken::countDown)) {
            if (woken.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.of(ProblemCode.CANCELLED);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED);
        }
        cancel.check();
    }
}
