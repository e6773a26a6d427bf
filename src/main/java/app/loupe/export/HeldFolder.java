package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.HalfOpen;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A folder that stays open from the first look to the last deletion: what was looked at is what goes, whoever may rename things
 * beside it meanwhile, and no link in it is followed, because nothing in it is asked for by its whole path.
 */
@Blocking
final class HeldFolder implements Closeable {
    private final Path path;
    private final SecureDirectoryStream<Path> folder;

    private HeldFolder(Path path, SecureDirectoryStream<Path> folder) {
        this.path = path;
        this.folder = folder;
    }

    /**
     * Opens a folder; empty where the system knows no such way, as Windows.
     *
     * @throws IOException also when the name is that of a link
     */
    @SuppressWarnings("StreamResourceLeak") // closed unless it is handed on
    static Optional<HeldFolder> open(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        try (var half = HalfOpen.closedBy(stream::close)) {
            if (!(stream instanceof SecureDirectoryStream<Path> folder)) {
                return Optional.empty();
            }
            // opening it follows a link
            Object named = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
            if (!folder.getFileAttributeView(PosixFileAttributeView.class).readAttributes().fileKey().equals(named)) {
                throw new FileSystemException(path.toString(), null, "is a link");
            }
            return half.whole(Optional.of(new HeldFolder(path, folder)));
        }
    }

    /**
     * Removes a folder with all that is in it but these files: held, or by the names in it where it cannot be.
     *
     * @param kept as they are called below this path
     */
    static void remove(Path path, List<Path> kept) throws IOException {
        Optional<HeldFolder> held = open(path);
        if (held.isEmpty()) {
            removeByName(path, kept);
            return;
        }
        try (HeldFolder folder = held.get()) {
            folder.remove(kept);
        }
    }

    /** Whether the folder and each that is in it, at any depth, is so; a folder is asked about before what is in it. */
    boolean all(BiPredicate<Path, PosixFileAttributes> test) throws IOException {
        return all(path, folder, test);
    }

    private static boolean all(Path at, SecureDirectoryStream<Path> in, BiPredicate<Path, PosixFileAttributes> test)
            throws IOException {
        if (!test.test(at, in.getFileAttributeView(PosixFileAttributeView.class).readAttributes())) {
            return false;
        }
        for (Path name : names(at, in)) {
            PosixFileAttributes found = attributes(in, name);
            if (!found.isDirectory()) {
                if (!test.test(at.resolve(name), found)) {
                    return false;
                }
                continue;
            }
            try (var inner = in.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                if (!all(at.resolve(name), inner, test)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Removes what is in it but these, and the folder itself unless one of them is. */
    void remove(List<Path> kept) throws IOException {
        if (empty(path, folder, kept)) {
            // only a folder, and an empty one: whatever else has its name by now stays
            try (DirectoryStream<Path> above = Files.newDirectoryStream(path.toAbsolutePath().getParent())) {
                if (above instanceof SecureDirectoryStream<Path> holding) {
                    holding.deleteDirectory(path.getFileName());
                }
            }
        }
    }

    /** @return whether nothing stays */
    private static boolean empty(Path at, SecureDirectoryStream<Path> in, List<Path> kept) throws IOException {
        boolean isEmpty = true;
        for (Path name : names(at, in)) {
            if (kept.contains(at.resolve(name))) {
                isEmpty = false;
            } else if (!attributes(in, name).isDirectory()) {
                in.deleteFile(name);
            } else if (emptied(at, in, name, kept)) {
                in.deleteDirectory(name);
            } else {
                isEmpty = false;
            }
        }
        return isEmpty;
    }

    private static boolean emptied(Path at, SecureDirectoryStream<Path> in, Path name, List<Path> kept)
            throws IOException {
        try (var inner = in.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            return empty(at.resolve(name), inner, kept);
        }
    }

    private static PosixFileAttributes attributes(SecureDirectoryStream<Path> in, Path name) throws IOException {
        return in.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).readAttributes();
    }

    /** All of them before the first is deleted; opened anew, because a stream is read once. */
    private static List<Path> names(Path at, SecureDirectoryStream<Path> in) throws IOException {
        try (var again = in.newDirectoryStream(at.getFileSystem().getPath("."), LinkOption.NOFOLLOW_LINKS)) {
            return names(again);
        }
    }

    private static List<Path> names(Iterable<Path> stream) throws IOException {
        var names = new ArrayList<Path>();
        try {
            for (Path one : stream) {
                names.add(one.getFileName());
            }
        } catch (DirectoryIteratorException unread) {
            throw unread.getCause();
        }
        return names;
    }

    /** Each is looked at right before it goes; a junction of Windows is a folder, and leads elsewhere as a link does. */
    private static boolean removeByName(Path folder, List<Path> kept) throws IOException {
        List<Path> names;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            names = names(stream);
        }
        boolean isEmpty = true;
        for (Path name : names) {
            Path one = folder.resolve(name);
            var found = Files.readAttributes(one, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (kept.contains(one)) {
                isEmpty = false;
            } else if (found.isDirectory() && !found.isOther()) {
                isEmpty &= removeByName(one, kept);
            } else {
                Files.deleteIfExists(one);
            }
        }
        if (isEmpty) {
            Files.deleteIfExists(folder);
        }
        return isEmpty;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
