package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyExpiryTest {
    private static final LocalDate TODAY = LocalDate.of(2028, 2, 20);

    @ParameterizedTest
    @ValueSource(longs = {14, 13, 1, 0, -1, -400})
    void theLastFourteenDaysAndAllAfterThemAreCounted(long days) {
        assertThat(KeyExpiry.daysLeft(TODAY.plusDays(days), TODAY)).hasValue(days);
    }

    @Test
    void earlierDaysAndAnUnknownDayAreNot() {
        assertThat(KeyExpiry.daysLeft(TODAY.plusDays(15), TODAY)).isEmpty();
        assertThat(KeyExpiry.daysLeft(null, TODAY)).isEmpty();
    }
}
