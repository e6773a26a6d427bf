package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class KeptDaysTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private static KeptDays of(@Nullable LocalDate... days) {
        List<ConnectionProfile> profiles = Arrays.stream(days).map(day -> new ConnectionProfile(
                new ConnectionId("aaaa1111"), ConnectionProfile.Kind.ODOO, "A", day, null, "19.0", null)).toList();
        return KeptDays.of(profiles);
    }

    @Test
    void aTimeIsWholeFromTheFirstDayOnAndNothingBeforeIt() {
        KeptDays kept = of(OCTOBER);

        assertThat(kept.isWholeFrom(OCTOBER)).isTrue();
        assertThat(kept.isWholeFrom(OCTOBER.minusDays(1))).isFalse();
        assertThat(kept.isNothingTo(OCTOBER.minusDays(1))).isTrue();
        assertThat(kept.isNothingTo(OCTOBER)).isFalse();
    }

    @Test
    void severalCopiesAreWholeFromTheLatestAndEmptyBeforeTheEarliest() {
        assertThat(of(OCTOBER, JANUARY).isWholeFrom(JANUARY)).isFalse();
        assertThat(of(OCTOBER, JANUARY).isNothingTo(JANUARY)).isFalse();
        assertThat(of(OCTOBER, JANUARY).isNothingTo(JANUARY.minusDays(1))).isTrue();
        assertThat(of(OCTOBER, null).isNothingTo(JANUARY)).as("one holds everything").isFalse();
        assertThat(of(OCTOBER, null).isWholeFrom(JANUARY)).isFalse();
        assertThat(of()).isEqualTo(KeptDays.EVERYTHING);
        assertThat(of(new LocalDate[] {null})).isEqualTo(KeptDays.EVERYTHING);
    }
}
