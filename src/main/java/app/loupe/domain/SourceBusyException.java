package app.loupe.domain;

import java.time.Duration;

/** The server was too slow, too busy or out of memory for this call: ask for less, or after a pause. */
public class SourceBusyException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** A busy server and the pause that it asked for (zero when it asked for none). */
    public SourceBusyException(Problem problem, Duration pause) {
        super(problem);
        this.pause = pause;
    }

    /** How long to wait before the next try. */
    public Duration pause() {
        return pause;
    }
}
