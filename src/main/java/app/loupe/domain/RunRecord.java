package app.loupe.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sync log.
 *
 * @param number counts up per connection
 * @param ended null while the run is under way, or when the program ended before it did
 * @param mode what kind of run it is
 * @param report null as long as {@code ended} is
 */
public record RunRecord(ConnectionId connection, int number, Instant started, @Nullable Instant ended, SyncMode mode,
        @Nullable SyncReport report) {}
