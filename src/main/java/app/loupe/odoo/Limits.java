package app.loupe.odoo;

import app.loupe.domain.Deadline;
import java.time.Duration;

/**
 * How long and how much one exchange may take.
 *
 * @param connect until the TCP connection stands
 * @param exchange from the first step to the last byte of the body; also for everything together that a person waits for
 * @param window over which the throughput of the body is judged
 * @param leastBytes that must arrive in every window
 * @param mostBytes of a body, after decompression
 */
record Limits(Duration connect, Duration exchange, Duration window, long leastBytes, long mostBytes) {
    private static final long LEAST_BYTES_PER_SECOND = 1_024;
    private static final int WINDOW_SECONDS = 20;

    /** What every real connection uses. */
    static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Deadline.QUESTION,
            Duration.ofSeconds(WINDOW_SECONDS), LEAST_BYTES_PER_SECOND * WINDOW_SECONDS, StrictJson.MOST_BYTES);
}
