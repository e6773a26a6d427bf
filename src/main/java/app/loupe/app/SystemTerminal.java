package app.loupe.app;

import app.loupe.domain.Exempt;
import app.loupe.app.commands.Terminal;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process's own streams, in UTF-8 whatever the system's language, and its console where there is one. */
@Exempt(rule = "A15", because = "writes to the two streams that are open already")
final class SystemTerminal implements Terminal, AutoCloseable {
    private final FileOutputStream results = new FileOutputStream(FileDescriptor.out);
    private final PrintWriter out = new PrintWriter(shown(results, hasNoPlaces(results)), false);
    private final PrintWriter err = new PrintWriter(words(new FileOutputStream(FileDescriptor.err)), true);
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final @Nullable Console console;

    private SystemTerminal(@Nullable Console console) {
        this.console = console;
    }

    /** The terminal of this process. */
    static SystemTerminal open() {
        return new SystemTerminal(Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null));
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
        return hasNoPlaces(results);
    }

    /** Only what lies on a disk has places: the words of an error are in the system's language and say less. */
    @SuppressWarnings("resource") // the channel of a stream that stays open
    private static boolean hasNoPlaces(FileOutputStream results) {
        try {
            results.getChannel().position();
            return false;
        } catch (IOException noPlaces) {
            return true;
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
    }
}
