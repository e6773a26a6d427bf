package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves files into a folder that is there, all or none. What gives way to one keeps its bytes, its rights and its day under
 * another name until all are placed; closed before that, it takes back what was placed and gives everything its place again. What
 * another program holds fast by then stays beside its place, under a name that its owner sees. For one thread.
 */
@Blocking
final class Joining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);
    private static final int MOST_NAMES = 1_000;

    private final Path former;
    private final Deque<Placed> placed = new ArrayDeque<>();
    private final List<Path> aside = new ArrayList<>();
    private boolean whole;

    /** @param former a folder of our own, on the same disk, for what gives way until all are placed; made when something does */
    Joining(Path former) {
        this.former = former;
    }

    /** A file in its place, and where that is by now which stood there before. */
    private record Placed(Path place, @Nullable Path before) {}

    /**
     * Places the next one.
     *
     * @param half what was written, on the same disk
     * @param place of this file
     * @throws IOException when what is there cannot give way: it stays
     */
    void take(ExportFile file, Path half, Path place) throws IOException, ProblemException {
        Path before = null;
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            PrivateFiles.createFolders(former);
            // by a second name where there are such: then one of both stands in the place at every moment
            before = former.resolve(String.valueOf(place.getFileName()));
            HalfFile.alsoCall(place, before);
            // noted first: it is given its place again also when nothing can be placed there
            placed.push(new Placed(place, before));
        }
        file.take(half);
        if (before == null) {
            placed.push(new Placed(place, null));
        }
    }

    /** All are placed: they stay. */
    void isWhole() {
        whole = true;
    }

    /** What could not be given its place again, once this is closed: it lies there. */
    List<Path> aside() {
        return List.copyOf(aside);
    }

    @Override
    public void close() {
        while (!whole && !placed.isEmpty()) {
            Placed last = placed.pop();
            Path before = last.before();
            try {
                if (before == null) {
                    Files.deleteIfExists(last.place());
                } else {
                    // by its own name: what a link leads to from here is another file, or none
                    Files.move(before, last.place(), StandardCopyOption.REPLACE_EXISTING);
                    // its second name is left where nothing had taken its place
                    Files.deleteIfExists(before);
                }
            } catch (IOException held) {
                LOG.info("a placed file stays: {}", held.getClass().getName());
                if (before != null) {
                    aside.add(beside(before, last.place()));
                }
            }
        }
    }

    /** Under the first name beside the place that is free; where none can be had, where it is. */
    private static Path beside(Path before, Path place) {
        for (int n = 1; n <= MOST_NAMES; n++) {
            Path free = place.resolveSibling(place.getFileName() + ".former" + (n == 1 ? "" : "." + n));
            try {
                Files.move(before, free);
                return free;
            } catch (FileAlreadyExistsException taken) {
                // the next one
            } catch (IOException stays) {
                LOG.info("a former file stays: {}", stays.getClass().getName());
                return before;
            }
        }
        return before;
    }
}
