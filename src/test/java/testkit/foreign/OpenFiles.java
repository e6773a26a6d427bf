package testkit.foreign;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows which files are open: those that were opened through the file system, and, where the system tells, all that this
 * process has open, also those of a library that opened them by name.
 */
final class OpenFiles {
    private static final Path OF_THIS_PROCESS = Path.of("/proc/self/fd");

    private final List<Opened> opened = new ArrayList<>();

    private record Opened(Path file, Channel channel) {}

    synchronized void add(Path file, Channel channel) {
        opened.removeIf(one -> !one.channel().isOpen());
        opened.add(new Opened(file, channel));
    }

    /** Refuses as Windows does when this file, or one in this folder, is open. */
    void demandClosed(Path file) throws IOException {
        if (isOpen(file)) {
            throw new FileSystemException(file.toString(), null,
                    "The process cannot access the file because it is being used by another process");
        }
    }

    /** Refuses as Windows does when what is to be replaced is open. */
    void demandReplaceable(Path file) throws IOException {
        if (isOpen(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    private synchronized boolean isOpen(Path file) throws IOException {
        return opened.stream().anyMatch(one -> one.channel().isOpen() && one.file().startsWith(file))
                || isOpenAnyhow(file);
    }

    private static boolean isOpenAnyhow(Path file) throws IOException {
        if (!Files.isDirectory(OF_THIS_PROCESS) || !Files.exists(file)) {
            return false;
        }
        Path real = file.toRealPath();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(OF_THIS_PROCESS)) {
            for (Path descriptor : descriptors) {
                Path target = target(descriptor);
                if (target != null && target.startsWith(real) && Files.isRegularFile(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException closedMeanwhile) {
            return null;
        }
    }
}
