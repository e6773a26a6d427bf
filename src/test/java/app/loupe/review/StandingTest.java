package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The number that a sheet keeps of a standing leads back to it. */
class StandingTest {
    @Test
    void eachStandsAtItsNumber() {
        assertThat(Standing.ALL).isNotEmpty()
                .allSatisfy(standing -> assertThat(Standing.ALL.get(standing.number())).isEqualTo(standing))
                .doesNotHaveDuplicates();
    }
}
