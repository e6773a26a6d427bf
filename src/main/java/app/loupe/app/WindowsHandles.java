package app.loupe.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/** Asks Windows what is behind a standard stream, and of its console; on any other system nothing is there to ask. */
final class WindowsHandles {
    private static final int STANDARD_OUTPUT = -11;
    private static final int STANDARD_ERROR = -12;
    private static final int FILE_TYPE_DISK = 1;
    private static final int FILE_TYPE_PIPE = 3;

    private WindowsHandles() {}

    /** Whether standard output goes into a file on a disk; false also where Windows does not answer, as of a stream that is closed. */
    static boolean isOutputOnDisk() {
        return type(STANDARD_OUTPUT) == FILE_TYPE_DISK;
    }

    /** Whether standard error goes to a console, into a file or to another program; a program that was started by a double click has none. */
    static boolean isErrorTaken() {
        int type = type(STANDARD_ERROR);
        return type == FILE_TYPE_DISK || type == FILE_TYPE_PIPE || outputCodePage() != 0;
    }

    private static int type(int stream) {
        Optional<Object> handle = WindowsCall.of("kernel32", "GetStdHandle",
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT), List.of(stream));
        return handle.map(there -> asked("GetFileType",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG), List.of(there))).orElse(0);
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
    private static int asked(String name, FunctionDescriptor shape, List<Object> arguments) {
        return (Integer) WindowsCall.of("kernel32", name, shape, arguments).orElse(0);
    }
}
