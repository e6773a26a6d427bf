package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {
    private final PageSize size = new PageSize(1_000);

    @Test
    void halvesWhatWasAskedDownToOne() {
        assertThat(size.halve(1_000)).isTrue();
        assertThat(size.current()).isEqualTo(500);
        assertThat(size.halve(3)).isTrue();
        assertThat(size.current()).isEqualTo(1);
        assertThat(size.halve(1)).isFalse();
        assertThat(size.current()).isEqualTo(1);
    }

    @Test
    void growsAgainAfterEightAnswersButNotAboveTheMost() {
        size.halve(1_000);
        for (int i = 0; i < 7; i++) {
            size.answered();
        }
        assertThat(size.current()).isEqualTo(500);
        size.answered();
        assertThat(size.current()).isEqualTo(1_000);
        for (int i = 0; i < 8; i++) {
            size.answered();
        }
        assertThat(size.current()).isEqualTo(1_000);
    }

    @Test
    void aBusyAnswerStartsTheCountAgain() {
        size.halve(1_000);
        for (int i = 0; i < 7; i++) {
            size.answered();
        }
        size.halve(500);
        size.answered();

        assertThat(size.current()).isEqualTo(250);
    }
}
