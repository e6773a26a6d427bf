package app.loupe.app.commands;

import app.loupe.domain.Blocking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** The process that has the files of a data folder open, where there is one: a window. */
@Blocking
@FunctionalInterface
public interface OtherProcess {
    /** There is none. */
    OtherProcess NONE = (folder, arguments, terminal) -> OptionalInt.empty();

    /**
     * Has it run a command that only reads, and copies what that writes to the terminal.
     *
     * @param arguments as they were given, without the folder; no secret is among them, as no command takes one there
     * @return the exit code; empty when nobody has answered, and nothing was written then
     * @throws java.io.InterruptedIOException when it is there and has given no sign of life for long
     * @throws IOException when the answer broke off
     */
    OptionalInt run(Path folder, List<String> arguments, Terminal terminal) throws IOException;
}
