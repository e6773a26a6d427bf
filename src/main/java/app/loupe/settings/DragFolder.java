package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.DraggedFiles;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps dragged files in one folder of the data folder, each in a folder of its own, so that each can have its usual name. Only
 * the process that has the vault open uses it: whatever lies there when it begins was left by one that was killed.
 */
public final class DragFolder implements DraggedFiles {
    /** In the data folder; not there while nothing is held. */
    public static final String NAME = "dragged";

    private static final Logger LOG = LoggerFactory.getLogger(DragFolder.class);

    private final Path root;
    private final boolean readOnly;
    /** How often all was taken away: whatever ends by that ends with the files. */
    private final AtomicInteger clearings = new AtomicInteger();
    /** What is held or being made, by its own folder; who is taken out of here is removed. */
    private final Map<Path, Set<ConnectionId>> held = new ConcurrentHashMap<>();

    /** The folder of this data folder. */
    public DragFolder(DataFolder folder) {
        root = folder.path().resolve(NAME).normalize();
        readOnly = folder.isReadOnly();
    }

    @Override
    public Path make(String name, Set<ConnectionId> of, Content content) throws ProblemException {
        if (readOnly) {
            throw ProblemException.of(ProblemCode.DATA_FOLDER_READ_ONLY, String.valueOf(root.getParent()));
        }
        Path own = root.resolve(UUID.randomUUID().toString());
        int before = clearings.get();
        held.put(own, Set.copyOf(of));
        boolean whole = false;
        try {
            begin(own);
            Path file = own.resolve(name);
            content.writeTo(file);
            PrivateFiles.close(file);
            if (!held.containsKey(own)) {
                throw ProblemException.of(endSince(before));
            }
            whole = true;
            return file;
        } catch (IOException | ProblemException failure) {
            if (!held.containsKey(own)) {
                // its folder was taken away while it was written: whatever that came to is no failure
                throw new ProblemException(Problem.of(endSince(before)), failure);
            }
            throw failure instanceof ProblemException told
                    ? told
                    : new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, root.toString()), failure);
        } finally {
            if (!whole) {
                remove(own);
            }
        }
    }

    private ProblemCode endSince(int before) {
        return clearings.get() == before ? ProblemCode.CANCELLED : ProblemCode.FILES_CLOSED;
    }

    private synchronized void begin(Path own) throws IOException, ProblemException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            // a link would lead elsewhere
            throw ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, root.toString());
        }
        PrivateFiles.createFolders(own);
    }

    @Override
    public boolean remove(Path file) {
        Path inside = file.normalize();
        if (!inside.startsWith(root) || inside.equals(root)) {
            throw new IllegalArgumentException("not a dragged file");
        }
        Path own = root.resolve(root.relativize(inside).getName(0));
        held.remove(own);
        return delete(own);
    }

    @Override
    public void forget(ConnectionId id) {
        held.forEach((own, of) -> {
            if (of.contains(id)) {
                remove(own);
            }
        });
    }

    @Override
    public void clear() {
        clearings.incrementAndGet();
        held.clear();
        if (!readOnly) {
            delete(root);
        }
    }

    /** Deletes what is there, from the leaves up, and the folder of all of them when it is empty; no link is followed. */
    @Blocking
    private synchronized boolean delete(Path top) {
        boolean gone = true;
        for (Path path : below(top)) {
            gone &= deleted(path);
        }
        if (held.isEmpty() && !top.equals(root) && gone) {
            var _ = deleted(root);
        }
        return gone;
    }

    private static List<Path> below(Path top) {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(top)) {
            return tree.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException changing) {
            LOG.info("dragged files cannot be listed: {}", changing.getClass().getName());
            return List.of(top);
        }
    }

    private static boolean deleted(Path path) {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException inUse) {
            // on Windows another program may read it; it is asked for again
            LOG.info("a dragged file stays for now: {}", inUse.getClass().getName());
            return false;
        }
    }
}
