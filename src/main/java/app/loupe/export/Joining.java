package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves files into a folder that is there, all or none: closed before it {@link #isWhole}, it takes back what was placed, and
 * brings back what that had replaced. For one thread.
 */
@Blocking
final class Joining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final Path former;
    private final Deque<Placed> placed = new ArrayDeque<>();
    private boolean whole;

    /** @param former a folder of our own for what gives way until all are placed; made when something does */
    Joining(Path former) {
        this.former = former;
    }

    /** A file in its place, and what stood there before. */
    private record Placed(Path place, @Nullable Path before) {}

    /**
     * Places the next one.
     *
     * @param half what was written, on the same disk
     * @param place of this file
     * @throws IOException when what is there cannot be kept meanwhile: it stays
     */
    void take(ExportFile file, Path half, Path place) throws IOException, ProblemException {
        Path before = null;
        if (Files.isRegularFile(place)) {
            PrivateFiles.createFolders(former);
            before = former.resolve(Integer.toString(placed.size()));
            // a copy: at every moment one of both stands in the place
            try (FileChannel kept = PrivateFiles.createInChosenPlace(before);
                    FileChannel there = FileChannel.open(place, StandardOpenOption.READ)) {
                long size = there.size();
                for (long at = 0; at < size;) {
                    // may take a part alone
                    at += kept.transferFrom(there, at, size - at);
                }
            }
        }
        file.take(half);
        placed.push(new Placed(place, before));
    }

    /** All are placed: they stay. */
    void isWhole() {
        whole = true;
    }

    @Override
    public void close() {
        while (!whole && !placed.isEmpty()) {
            Placed last = placed.pop();
            try {
                if (last.before() == null) {
                    Files.deleteIfExists(last.place());
                } else {
                    Files.move(last.before(), last.place(), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException stays) {
                // the owner is told of what mattered
                LOG.info("a placed file stays: {}", stays.getClass().getName());
            }
        }
    }
}
