package app.loupe.session;

import java.time.Instant;

/**
 * When a connection syncs by itself the next time.
 *
 * @param at by the wall clock; not after now when it is about to begin
 */
public record NextRun(Why why, Instant at) {
    /** Why then. */
    public enum Why {
        /** It is its turn. */
        USUAL,
        /** Something failed that waiting may mend. */
        RETRY,
        /** Something failed that only the owner can mend: no run until then, unless the owner acts before. */
        RESTING
    }
}
