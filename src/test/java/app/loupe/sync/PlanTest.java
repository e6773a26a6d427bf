package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final LocalDate RECENT = LocalDate.of(2025, 3, 1);
    private static final Predicate<Instant> SURE = new Work.Scope(Scene.ID, null, FROM, null, RECENT,
            Work.Listings.WHOLE)::isSure;

    private static Stamp stamp(long id, Instant written, @Nullable LocalDate date) {
        return new Stamp(id, written, date);
    }

    private static Listing listing(Stamp... stamps) {
        var all = new Stamps.Builder();
        for (Stamp stamp : stamps) {
            all.add(stamp);
        }
        return new Listing(all.build());
    }

    @Test
    void readsWhatIsNewChangedOrTooRecentToBeSure() {
        Listing listing = listing(stamp(1, OLD, null), stamp(2, OLD, null), stamp(3, OLD, null), stamp(4, FROM, null),
                stamp(5, OLD, null));
        Map<Long, Instant> local = Map.of(1L, OLD, 2L, OLD.plusSeconds(1), 4L, FROM, 5L, OLD);

        Plan plan = Plan.of(listing, local, SURE, Set.of(5L), RECENT);

        assertThat(plan.read()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(plan.same()).isEqualTo(1);
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void whatHasNoWriteDateIsReadInEveryRun() {
        Plan plan = Plan.of(listing(stamp(1, Stamp.NEVER, null), stamp(2, OLD, null)),
                Map.of(1L, Stamp.NEVER, 2L, OLD), SURE, Set.of(), RECENT);

        assertThat(plan.read()).containsExactly(1L);
    }

    @Test
    void anOlderWriteDateOnTheServerIsAChange() {
        Plan plan = Plan.of(listing(stamp(1, OLD, null)), Map.of(1L, OLD.plusSeconds(9)), SURE, Set.of(), RECENT);

        assertThat(plan.read()).containsExactly(1L);
    }

    @Test
    void withoutAStartEverythingIsRead() {
        Plan plan = Plan.of(listing(stamp(1, OLD, null)), Map.of(1L, OLD), stamp -> false, Set.of(), RECENT);

        assertThat(plan.read()).containsExactly(1L);
        assertThat(plan.same()).isZero();
    }

    @Test
    void recentDocumentsAndThoseWithoutADateComeFirst() {
        Listing listing = listing(stamp(1, OLD, RECENT.minusDays(1)), stamp(2, OLD, RECENT), stamp(3, OLD, null),
                stamp(4, OLD, LocalDate.EPOCH), stamp(5, OLD, RECENT.plusYears(1)));

        assertThat(Plan.of(listing, Map.of(), stamp -> false, Set.of(), RECENT).read()).containsExactly(2L, 3L, 5L, 1L,
                4L);
    }

    @Test
    void whatIsHereButNotListedIsMissingAndNothingMore() {
        Plan plan = Plan.of(listing(), Map.of(1L, OLD, 2L, OLD), SURE, Set.of(1L), RECENT);

        assertThat(plan.missing()).containsExactly(1L, 2L);
        assertThat(plan.read()).isEmpty();
    }
}
