package app.loupe.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message box of Windows. */
final class WindowsMessage {
    private static final int SIGN_OF_ERROR = 0x10;
    private static final int IN_FRONT = 0x1_0000;

    private WindowsMessage() {}

    /** Shows it and waits until it is closed; on any other system nothing happens. */
    static void show(String title, String text) {
        var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        try (var arena = Arena.ofConfined()) {
            var _ = WindowsCall.of("user32", "MessageBoxW", shape, List.of(MemorySegment.NULL, wide(text, arena),
                    wide(title, arena), SIGN_OF_ERROR | IN_FRONT));
        }
    }

    /** As Windows takes texts: UTF-16, with a zero behind it. */
    private static MemorySegment wide(String text, Arena arena) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }
}
