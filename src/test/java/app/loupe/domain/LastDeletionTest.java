package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LastDeletionTest {
    @Test
    void isReadAsItIsWritten() {
        var deletion = new LastDeletion(Instant.parse("2026-11-23T12:00:00Z"), 412);

        assertThat(deletion.text()).isEqualTo("2026-11-23T12:00:00Z 412");
        assertThat(LastDeletion.of(deletion.text())).contains(deletion);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"yesterday 7", "no time 7", "2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z ",
        "2026-11-23T12:00:00Z many", "2026-11-23T12:00:00Z -7", "2026-11-23T12:00:00Z 7 8", "7 2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00Z 99999999999999999999"})
    void whatSaysNothingCountsAsNone(String text) {
        assertThat(LastDeletion.of(text)).isEmpty();
    }
}
