package app.loupe.app;

import app.loupe.domain.Exempt;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Asks Windows what is behind a standard stream; on any other system nothing is there to ask. */
final class WindowsHandles {
    private static final String LIBRARY = "kernel32";
    private static final int STANDARD_OUTPUT = -11;
    private static final int FILE_TYPE_DISK = 1;

    private WindowsHandles() {}

    /** Whether standard output goes into a file on a disk; false also where Windows does not answer, as of a stream that is closed. */
    @SuppressWarnings("restricted") // a library of Windows itself
    static boolean isOutputOnDisk() {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, arena);
            Object handle = called(library, "GetStdHandle",
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT), STANDARD_OUTPUT);
            return called(library, "GetFileType", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
                    handle).equals(FILE_TYPE_DISK);
        } catch (IllegalArgumentException | IllegalStateException | IllegalCallerException notThere) {
            LoggerFactory.getLogger(WindowsHandles.class).debug("nobody says what the output is", notThere);
            return false;
        }
    }

    @Exempt(rule = "A13", because = "Java declares that a call into a library may throw anything; one of Windows throws nothing")
    @SuppressWarnings("restricted") // what is called is what is described
    private static Object called(SymbolLookup library, String name, FunctionDescriptor shape, Object argument) {
        MethodHandle call = Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(
                () -> new IllegalStateException(name)), shape);
        try {
            return call.invokeWithArguments(List.of(argument));
        } catch (Throwable neverThrown) {
            throw new IllegalStateException(name, neverThrown);
        }
    }
}
