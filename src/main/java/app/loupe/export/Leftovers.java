package app.loupe.export;

import app.loupe.domain.Blocking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What killed exports have left beside one that goes well: hidden names that only Loupe gives, of files that have their own
 * name beside them by now and that nobody has written to for ten minutes, and of files and folders that nobody has written to
 * for a week. Others may be able to write to the place, and give things such names: only what the same account owns goes, of
 * a folder all that is in it, and a folder only where it can be held ({@link HeldFolder}).
 */
@Blocking
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    /** Another export may be under way in the same folder, and the computer may sleep over a weekend in the middle of it. */
    private static final Duration LEFT = Duration.ofDays(7);
    /**
     * What has its own name by now goes sooner, but not at once: that name may be one that somebody gave to a file that is still
     * being written.
     */
    private static final Duration NAMED = Duration.ofMinutes(10);
    private static final String NAMES = "unix:nlink";
    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_OTHERS = 0022;
    /** To look into a folder and not into a file is no more than to read both. */
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final Path half;
    private final UserPrincipal owner;
    private final Instant now;

    /**
     * Beside this one.
     *
     * @param half written just now: the clock of the disk, and the rights that the place keeps
     * @param owner whose leftovers go
     */
    Leftovers(Path half, UserPrincipal owner) throws IOException {
        this.half = half;
        this.owner = owner;
        this.now = Files.getLastModifiedTime(half, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    /**
     * Removes them from the folder in which this lies. A folder that holds what had given way to others stays: it may be all
     * that is left of that.
     *
     * @param half written just now
     */
    static void sweepBeside(Path half) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(half.toAbsolutePath().getParent(), ".*.part")) {
            new Leftovers(half, Files.getOwner(half, LinkOption.NOFOLLOW_LINKS)).sweep(all);
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException unseen) {
            LOG.debug("leftovers could not be looked for", unseen);
        }
    }

    /** The same among these: one that cannot be looked at, or that another export takes away just now, keeps no other. */
    void sweep(Iterable<Path> all) {
        for (Path other : all) {
            try {
                if (!other.getFileName().equals(half.getFileName()) && HalfFile.isNameOf(other)) {
                    sweep(other);
                }
            } catch (IOException | UncheckedIOException unseen) {
                LOG.debug("a leftover could not be looked at", unseen);
            }
        }
    }

    private void sweep(Path other) throws IOException {
        var found = Files.readAttributes(other, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isDirectory()) {
            sweepFolder(other);
        } else if (found.isRegularFile() && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner)
                && (isOlder(found, LEFT) || (isOlder(found, NAMED) && hasOwnName(other)))) {
            Files.deleteIfExists(other);
        }
    }

    private void sweepFolder(Path other) throws IOException {
        if (isForOthersToName(Objects.requireNonNull(other.toAbsolutePath().getParent()))) {
            return;
        }
        Optional<HeldFolder> held = HeldFolder.open(other);
        if (held.isEmpty()) {
            return;
        }
        Set<PosixFilePermission> open = openToOthers(
                Files.readAttributes(half, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        try (HeldFolder folder = held.get()) {
            // as old as the last that was written in it: that does not touch the folder above
            if (folder
                    .all((path, one) -> isOwn(one, open) && isOlder(one, LEFT)
                            && (one.isDirectory() || one.isRegularFile()) && !path.endsWith(ParcelPlace.FORMER))) {
                folder.remove(List.of());
            }
        }
    }

    /**
     * Whether somebody else may call the owner's own folder as Loupe calls its: whoever may write to the place, unless only owners
     * rename there.
     */
    private boolean isForOthersToName(Path place) throws IOException {
        if (!place.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        Map<String, Object> found = Files.readAttributes(place, "unix:mode,uid,owner");
        int mode = (Integer) Objects.requireNonNull(found.get("mode"));
        boolean trusted = owner.equals(found.get("owner")) || Integer.valueOf(0).equals(found.get("uid"));
        return !trusted || ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0);
    }

    /** More open than what was made just now is none that Loupe made: somebody has given its name to the owner's own folder. */
    private boolean isOwn(PosixFileAttributes one, Set<PosixFilePermission> open) {
        return one.owner().equals(owner) && open.containsAll(openToOthers(one));
    }

    private static Set<PosixFilePermission> openToOthers(PosixFileAttributes file) {
        Set<PosixFilePermission> open = EnumSet.copyOf(OF_OTHERS);
        open.retainAll(file.permissions());
        return open;
    }

    private boolean isOlder(BasicFileAttributes file, Duration age) {
        return Duration.between(file.lastModifiedTime().toInstant(), now).compareTo(age) > 0;
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
                if (!HalfFile.isNameOf(one) && file.equals(identity(one))) {
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
