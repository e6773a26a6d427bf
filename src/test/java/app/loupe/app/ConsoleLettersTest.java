package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConsoleLettersTest {
    private final List<Integer> given = new ArrayList<>();

    private boolean take(int page) {
        given.add(page);
        return true;
    }

    @Test
    void aConsoleReadsUtf8MeanwhileAndGetsItsOwnBack() {
        try (var letters = ConsoleLetters.utf8(() -> 850, this::take)) {
            assertThat(letters).isNotNull();
            assertThat(given).containsExactly(65_001);
        }
        assertThat(given).containsExactly(65_001, 850);
    }

    @Test
    void whatIsClosedTwiceIsGivenBackOnce() {
        ConsoleLetters letters = ConsoleLetters.utf8(() -> 850, this::take);
        assertThat(letters.isChanged()).isTrue();

        letters.close();
        letters.close();

        assertThat(letters.isChanged()).isFalse();
        assertThat(given).containsExactly(65_001, 850);
    }

    @Test
    void whereThereIsNoConsoleOrItReadsUtf8AlreadyNothingIsSet() {
        for (int page : new int[] {0, 65_001}) {
            ConsoleLetters.utf8(() -> page, this::take).close();
        }
        assertThat(given).isEmpty();
    }

    @Test
    void aConsoleThatDoesNotTakeItIsLeftAlone() {
        ConsoleLetters.utf8(() -> 437, page -> {
            given.add(page);
            return false;
        }).close();
        assertThat(given).containsExactly(65_001);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows answers")
    void noOtherSystemHasSuchAConsole() {
        assertThat(WindowsHandles.outputCodePage()).isZero();
        assertThat(WindowsHandles.setOutputCodePage(ConsoleLetters.UTF_8)).isFalse();
    }
}
