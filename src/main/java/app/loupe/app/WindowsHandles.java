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

/** Asks Windows what is behind a standard stream, and of its console; on any other system nothing is there to ask. */
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
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT), List.of(STANDARD_OUTPUT));
            return called(library, "GetFileType", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
                    List.of(handle)).equals(FILE_TYPE_DISK);
        } catch (IllegalArgumentException | IllegalStateException | IllegalCallerException notThere) {
            LoggerFactory.getLogger(WindowsHandles.class).debug("nobody says what the output is", notThere);
            return false;
        }
    }

    /** The code page in which this process's console shows what is written; 0 where there is no console, or Windows does not answer. */
    static int outputCodePage() {
        return asked("GetConsoleOutputCP", FunctionDescriptor.of(ValueLayout.JAVA_INT), List.of());
    }

    /** Gives the console another, and says whether it took it. */
    static boolean setOutputCodePage(int page) {
        return asked("SetConsoleOutputCP", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                List.of(page)) != 0;
    }

    /** What a function of Windows answers; 0 where it does not. */
    @SuppressWarnings("restricted") // a library of Windows itself
    private static int asked(String name, FunctionDescriptor shape, List<Object> arguments) {
        try (var arena = Arena.ofConfined()) {
            return (Integer) called(SymbolLookup.libraryLookup(LIBRARY, arena), name, shape, arguments);
        } catch (IllegalArgumentException | IllegalStateException | IllegalCallerException notThere) {
            LoggerFactory.getLogger(WindowsHandles.class).debug("{} was not answered", name, notThere);
            return 0;
        }
    }

    @Exempt(rule = "A13", because = "Java declares that a call into a library may throw anything; one of Windows throws nothing")
    @SuppressWarnings("restricted") // what is called is what is described
    private static Object called(SymbolLookup library, String name, FunctionDescriptor shape, List<Object> arguments) {
        MethodHandle call = Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(
                () -> new IllegalStateException(name)), shape);
        try {
            return call.invokeWithArguments(arguments);
        } catch (Throwable neverThrown) {
            throw new IllegalStateException(name, neverThrown);
        }
    }
}
