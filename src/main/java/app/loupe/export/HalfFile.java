package app.loupe.export;

import app.loupe.domain.Blocking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hidden names that files and folders have until they are whole, how they get their own, and what becomes of those that a
 * killed export has left.
 */
@Blocking
final class HalfFile {
    private static final Logger LOG = LoggerFactory.getLogger(HalfFile.class);
    private static final Pattern NAME = Pattern
            .compile("\\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.part");
    /** Another export may be under way in the same folder, and the computer may sleep over a weekend in the middle of it. */
    private static final Duration LEFT = Duration.ofDays(7);
    /**
     * What has its own name by now goes sooner, but not at once: that name may be one that somebody gave to a file that is still
     * being written.
     */
    private static final Duration NAMED = Duration.ofMinutes(10);
    private static final String NAMES = "unix:nlink";

    private HalfFile() {}

    /** A new name in this folder, which nobody else has. */
    static Path in(Path folder) {
        return folder.resolve(name());
    }

    /** One beside what it is to become. */
    static Path beside(Path place) {
        return place.resolveSibling(name());
    }

    private static String name() {
        return "." + UUID.randomUUID() + ".part";
    }

    /**
     * Gives a file another name: a second one for the same file, so that the first stays, or where the disk knows none, as a stick
     * and some shares, by a move. A move looks whether the name is free and then takes it, but on Windows, so that a file that
     * comes between the two would be replaced; a second name is refused by the system itself.
     *
     * @throws FileAlreadyExistsException where the name is taken
     */
    static void alsoCall(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noSecondNames) {
            Files.move(file, name);
        }
    }

    /** Takes a name away; what else the file is called stays. */
    static void discard(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException kept) {
            // the owner is told of what mattered; the next export into this folder tries again
            LOG.info("a half file stays: {}", kept.getClass().getName());
        }
    }

    /**
     * Removes what killed exports have left beside this one: hidden names that only Loupe gives, of files that have their own
     * name beside them by now and that nobody has written to for ten minutes, and of files and folders that nobody has written
     * to for a week. A folder that holds what had given way to others stays: it may be all that is left of that.
     *
     * @param half written just now: the clock of the disk
     */
    static void sweepBeside(Path half) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(half.toAbsolutePath().getParent(), ".*.part")) {
            sweep(all, half);
        } catch (IOException | DirectoryIteratorException unseen) {
            LOG.debug("leftovers could not be looked for", unseen);
        }
    }

    /** The same among these: one that cannot be looked at, or that another export takes away just now, keeps no other. */
    static void sweep(Iterable<Path> all, Path half) throws IOException {
        Instant now = Files.getLastModifiedTime(half).toInstant();
        for (Path other : all) {
            try {
                if (!other.getFileName().equals(half.getFileName())
                        && NAME.matcher(other.getFileName().toString()).matches() && isLeft(other, now)) {
                    ParcelPlace.discard(other, List.of());
                }
            } catch (IOException | UncheckedIOException unseen) {
                LOG.debug("a leftover could not be looked at", unseen);
            }
        }
    }

    private static boolean isLeft(Path half, Instant now) throws IOException {
        Duration age = Duration.between(lastWritten(half), now);
        boolean old = age.compareTo(LEFT) > 0;
        if (Files.isDirectory(half, LinkOption.NOFOLLOW_LINKS)) {
            return old && !Files.exists(half.resolve(ParcelPlace.FORMER), LinkOption.NOFOLLOW_LINKS);
        }
        return Files.isRegularFile(half, LinkOption.NOFOLLOW_LINKS)
                && (old || (age.compareTo(NAMED) > 0 && hasOwnName(half)));
    }

    /** Of a folder, when anything in it was: what is written in a folder of its own does not touch the one above. */
    private static Instant lastWritten(Path half) throws IOException {
        Instant last = Instant.MIN;
        try (Stream<Path> tree = Files.walk(half)) {
            for (Path one : (Iterable<Path>) tree::iterator) {
                Instant written = Files.getLastModifiedTime(one, LinkOption.NOFOLLOW_LINKS).toInstant();
                last = written.isAfter(last) ? written : last;
            }
        }
        return last;
    }

    /** Its own name is beside it; a second one elsewhere is that of a backup, and says nothing of whether it is still written. */
    private static boolean hasOwnName(Path half) throws IOException {
        return half.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(half, NAMES, LinkOption.NOFOLLOW_LINKS) instanceof Integer names && names > 1
                && isNamedBeside(half);
    }

    private static boolean isNamedBeside(Path half) throws IOException {
        Object file = identity(half);
        try (Stream<Path> beside = Files.list(half.toAbsolutePath().getParent())) {
            for (Path one : (Iterable<Path>) beside::iterator) {
                if (!NAME.matcher(one.getFileName().toString()).matches() && file.equals(identity(one))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What two names of one file have in common; a file that is gone by now is like no other. */
    private static Object identity(Path name) {
        try {
            Object key = Files.readAttributes(name, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
            return key == null ? name : key;
        } catch (IOException gone) {
            return name;
        }
    }
}
