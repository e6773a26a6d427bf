package app.loupe.app;

import app.loupe.session.ElapsedTime;
import app.loupe.ui.common.Background;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an old key retired that waits for its keyring, while the window is open: tries again every few minutes, and asks nobody.
 * The opening has tried just before. Lives on the FX thread.
 */
final class LateRetirement {
    /** From the end of one try to the next. */
    static final Duration BETWEEN = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(LateRetirement.class);

    private final Background background;
    private final ElapsedTime time;
    private final Background.Work<Boolean> retire;
    private Duration next;
    private boolean isTrying;

    /** @param retire retires the key, if one waits and nobody has to be asked; says whether it did */
    LateRetirement(Background background, ElapsedTime time, Background.Work<Boolean> retire) {
        this.background = background;
        this.time = time;
        this.retire = retire;
        this.next = time.now().plus(BETWEEN);
    }

    /** Tries, when it is time. A failure is for the log alone: the retirement stays noted, and the Security screen says so. */
    void look() {
        if (isTrying || time.now().compareTo(next) < 0) {
            return;
        }
        isTrying = true;
        background.run("retire key", retire)
                .onProblem(problem -> LOG.warn("a key still waits to be retired: {}", problem.code().key()))
                .afterwards(() -> {
                    isTrying = false;
                    next = time.now().plus(BETWEEN);
                }).start();
    }
}
