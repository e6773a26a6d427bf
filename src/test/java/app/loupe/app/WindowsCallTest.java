package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The way of a call, tried with the library of C that Linux has. */
class WindowsCallTest {
    private static final FunctionDescriptor LENGTH = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the library has this name there")
    void aFunctionIsCalledWithTextsAndAnswers() {
        try (var arena = Arena.ofConfined()) {
            assertThat(WindowsCall.of("libc.so.6", "strlen", LENGTH, List.of(arena.allocateFrom("loupe"))))
                    .contains(5L);
            assertThat(WindowsCall.of("libc.so.6", "noSuchFunction", LENGTH, List.of(arena.allocateFrom("loupe"))))
                    .isEmpty();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it would show the box, and wait")
    void whereThereIsNoWindowsNothingHappens() {
        assertThatCode(() -> WindowsMessage.show("Loupe", "\"two\"\nlines")).doesNotThrowAnyException();
        assertThat(WindowsHandles.isErrorTaken()).isFalse();
    }
}
