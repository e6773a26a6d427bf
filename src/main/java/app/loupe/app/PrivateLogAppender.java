package app.loupe.app;

import app.loupe.domain.Exempt;
import app.loupe.domain.PrivateFiles;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log to a file that only the owner's account can read (S44). The file is opened with the first line, so
 * that {@code --help} leaves nothing behind; a large one is set aside first, and one set aside before is dropped; where
 * it cannot be, it begins anew. So it is, too, while this writes to it. Without a file name, or when the file cannot be written, nothing is logged: there is
 * nowhere private to write to. As long as nothing is kept where the file will be, lines wait, and are lost with the process
 * unless something begins there: a first connection that is refused leaves no folder behind. An error does not wait, because its
 * code leads to its line. In a data folder that takes nothing nothing is logged, even where the log itself could be written: such
 * a folder is left as it is. Logback calls it under a lock.
 */
final class PrivateLogAppender extends AppenderBase<ILoggingEvent> {
    private static final long MOST_BYTES = 1_048_576;

    private static final int MOST_WAITING = 200;

    private final String file;
    private final BooleanSupplier nothingKept;
    private final BooleanSupplier takesNothing;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Encoder<ILoggingEvent> encoder;
    private @Nullable OutputStream stream;
    private long written;

    /**
     * @param file the log file; blank when nothing is logged
     * @param encoder how a line looks
     * @param nothingKept whether nothing is kept yet where the file will be; asked until it is not so
     * @param takesNothing whether nothing may be written where the file will be; asked until it is not so
     */
    PrivateLogAppender(String file, Encoder<ILoggingEvent> encoder, BooleanSupplier nothingKept,
            BooleanSupplier takesNothing) {
        this.file = file;
        this.nothingKept = nothingKept;
        this.takesNothing = takesNothing;
        this.encoder = encoder;
    }

    @Override
    public void start() {
        if (!file.isBlank()) {
            super.start();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            waiting.add(encoder.encode(event));
            if (stream == null && !event.getLevel().isGreaterOrEqual(Level.ERROR) && nothingKept.getAsBoolean()) {
                if (waiting.size() > MOST_WAITING) {
                    waiting.remove();
                }
                return;
            }
            if (stream == null && takesNothing.getAsBoolean()) {
                waiting.clear();
                return;
            }
            if (stream == null) {
                stream = open(Path.of(file));
            }
            while (!waiting.isEmpty()) {
                byte[] line = waiting.remove();
                stream.write(line);
                written += line.length;
            }
            stream.flush();
            if (written > MOST_BYTES) {
                // a window may stay open for months: the next line looks again how large the file is
                leave();
            }
        } catch (IOException unwritable) {
            addError("the log cannot be written", unwritable);
            stop();
        }
    }

    @Override
    public void stop() {
        super.stop();
        leave();
    }

    private void leave() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException lost) {
                addError("the log was not closed", lost);
            }
            stream = null;
            written = 0;
        }
    }

    @Exempt(rule = "A15", because = "writes on in a file that is there")
    static OutputStream open(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            PrivateFiles.createFolders(folder);
            demandNoLink(folder);
        }
        boolean stays = Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > MOST_BYTES
                && !isSetAside(file);
        try {
            PrivateFiles.create(file).close();
        } catch (FileAlreadyExistsException fromBefore) {
            demandNoLink(file);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                // a pipe would hold every command until somebody reads it
                throw new FileSystemException(file.toString(), null, "is no file");
            }
            PrivateFiles.close(file);
        }
        if (stays && !mayGrow(file)) {
            Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS).close();
        }
        return Files.newOutputStream(file, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSetAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException stays) {
            return false;
        }
    }

    /**
     * On Windows no file is renamed that another process writes to, the window's for one: then it goes on in the large one,
     * for once as much again. What cannot be set aside for another reason never could.
     */
    private static boolean mayGrow(Path file) throws IOException {
        return !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.size(file) <= 2 * MOST_BYTES;
    }

    /** A link would have somebody else's file written to, and closed to its readers. */
    private static void demandNoLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(path.toString(), null, "is a link");
        }
    }
}
