package app.loupe.app;

import app.loupe.domain.Exempt;
import app.loupe.app.commands.Terminal;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process's own streams, in UTF-8 whatever the system's language, and its console where there is one. */
@Exempt(rule = "A15", because = "writes to the two streams that are open already")
final class SystemTerminal implements Terminal, AutoCloseable {
    private final PrintWriter out = writer(FileDescriptor.out, false);
    private final PrintWriter err = writer(FileDescriptor.err, true);
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final @Nullable Console console;

    private SystemTerminal(@Nullable Console console) {
        this.console = console;
    }

    /** The terminal of this process. */
    static SystemTerminal open() {
        return new SystemTerminal(Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null));
    }

    private static PrintWriter writer(FileDescriptor to, boolean autoFlush) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), autoFlush);
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
    }
}
