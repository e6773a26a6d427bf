package app.loupe.odoo;

import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was sent, with its unread answer, or with the reason why there is none.
 *
 * @param took from preparing the secret to the last byte
 * @param failure null when there is an answer
 */
record Sent(OdooRequest request, Instant started, Duration took, @Nullable Received received,
        @Nullable ProblemException failure) {
    /**
     * The answer; call once, and close it.
     *
     * @throws ProblemException the failure when there is none
     */
    Received answer() throws ProblemException {
        if (failure != null) {
            throw failure;
        }
        if (received == null) {
            throw new IllegalStateException("neither answer nor failure");
        }
        return received;
    }
}
