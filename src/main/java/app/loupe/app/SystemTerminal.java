package app.loupe.app;

import app.loupe.domain.Exempt;
import app.loupe.app.commands.Terminal;
import app.loupe.settings.Surroundings;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process's own streams, in UTF-8 whatever the system's language, and its console where there is one. */
@Exempt(rule = "A15", because = "writes to the two streams that are open already")
final class SystemTerminal implements Terminal, AutoCloseable {
    /** Where Linux and macOS show what is open as standard output. */
    private static final Path OUTPUT = Path.of("/dev/fd/1");
    private static final Path ERROR = Path.of("/dev/fd/2");
    /** What Unix notes of a file: the kind, and that of a pipe. */
    private static final int KIND = 0xF000;
    private static final int PIPE = 0x1000;

    private final FileOutputStream results = new FileOutputStream(FileDescriptor.out);
    private final PrintWriter out = new PrintWriter(shown(results, isRead()), false);
    private final PrintWriter err = new PrintWriter(words(new FileOutputStream(FileDescriptor.err)), true);
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final @Nullable Console console;
    private final ConsoleLetters letters;

    private SystemTerminal(@Nullable Console console, ConsoleLetters letters) {
        this.console = console;
        this.letters = letters;
    }

    /** The terminal of this process. */
    static SystemTerminal open() {
        ConsoleLetters letters = Surroundings.current().isWindows()
                ? ConsoleLetters.utf8(WindowsHandles::outputCodePage, WindowsHandles::setOutputCodePage)
                : ConsoleLetters.utf8(() -> 0, page -> false);
        if (letters.isChanged()) {
            // Ctrl+C and a crash close nothing
            Runtime.getRuntime().addShutdownHook(new Thread(letters::close, "console"));
        }
        return new SystemTerminal(Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null),
                letters);
    }

    private static Writer words(OutputStream to) {
        return new OutputStreamWriter(to, StandardCharsets.UTF_8);
    }

    /** Words that may be seen at a screen, unless they go into a file: that keeps what a text holds. */
    static Writer shown(OutputStream to, boolean isRead) {
        return isRead ? new BufferedWriter(new ForwardWriter(words(to))) : words(to);
    }

    @Override
    public boolean isRead() {
        return !new StandardOutput(() -> hasPlaces(results), () -> Files.isRegularFile(OUTPUT),
                WindowsHandles::isOutputOnDisk).isFile(Surroundings.current());
    }

    /** Whether somebody reads what goes to standard error, at a terminal or through another program; false after a double click. */
    boolean isErrorRead() {
        return interactive()
                || (Surroundings.current().isWindows() ? WindowsHandles.isErrorTaken() : isPipe(ERROR));
    }

    /** A desktop gives nothing there, its own journal or a file that gathers all programs: none of them is another program's pipe. */
    static boolean isPipe(Path stream) {
        try {
            return Files.getAttribute(stream, "unix:mode") instanceof Integer mode && (mode & KIND) == PIPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notThere) {
            return false;
        }
    }

    @SuppressWarnings("resource") // the channel of a stream that stays open
    private static boolean hasPlaces(FileOutputStream results) {
        try {
            results.getChannel().position();
            return true;
        } catch (IOException noPlaces) {
            return false;
        }
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public boolean interactive() {
        return console != null;
    }

    @Override
    public Optional<char[]> readPassword(String prompt) {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s ", prompt));
    }

    @Override
    public Optional<String> readLine(String prompt) {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s ", prompt));
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
        letters.close();
    }
}
