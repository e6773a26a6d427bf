package app.loupe.domain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes files that only the account of this process can open, from their first byte on: a mode on Linux and macOS, an
 * access list on Windows (S44). Every file of the data folder and its neighbours is made here.
 */
public final class PrivateFiles {
    private static final String FILE_MODE = "rw-------";
    private static final String FOLDER_MODE = "rwx------";

    private PrivateFiles() {}

    /** Opens a new file for writing; refused when something is there already. */
    @Blocking
    public static FileChannel create(Path file) throws IOException {
        return opened(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /**
     * Opens a new file in a place that the owner chose, closed to others as far as the place allows: on a share or a
     * stick that keeps no rights it is as open as any other file there, and {@link #isClosed} tells so. For exports only.
     */
    @Blocking
    public static FileChannel createInChosenPlace(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                atBirthWhereKnown(file));
        try (var half = HalfOpen.closedBy(channel::close)) {
            closeWhereKnown(file);
            return half.whole(channel);
        }
    }

    private static void closeWhereKnown(Path file) {
        try {
            close(file);
        } catch (IOException keepsNoRights) {
            // the owner is told when all is written
        }
    }

    /** Whether no other account has a right to an existing file, according to the place itself. */
    @Blocking
    public static boolean isClosed(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            return PosixFilePermissions.fromString(FILE_MODE).containsAll(posix.readAttributes().permissions());
        }
        var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl == null) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(file);
        List<AclEntry> allowed = acl.getAcl().stream().filter(entry -> entry.type() == AclEntryType.ALLOW).toList();
        // a place without access lists answers with an empty list
        return !allowed.isEmpty() && allowed.stream().allMatch(entry -> entry.principal().equals(owner));
    }

    private static FileAttribute<?>[] atBirthWhereKnown(Path file) {
        try {
            return atBirth(file);
        } catch (IOException nobodyOwnsTheFolder) {
            return new FileAttribute<?>[0];
        }
    }

    /**
     * Opens a file for locking, and makes it if it is not there. Anything else than a file is refused: a link would lead
     * elsewhere, and a pipe would wait for a reader.
     */
    @Blocking
    public static FileChannel lockable(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "is no file");
        }
        return opened(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    private static FileChannel opened(Path file, Set<? extends OpenOption> how) throws IOException {
        FileChannel channel = FileChannel.open(file, how, atBirth(file));
        try (var half = HalfOpen.closedBy(channel::close)) {
            // for a file that was there already, or whose owner is not the folder's
            close(file);
            return half.whole(channel);
        }
    }

    /** Makes a folder and its missing parents; on Windows the access list of the profile is inherited. */
    @Blocking
    public static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, isPosix(folder) ? mode(FOLDER_MODE) : new FileAttribute<?>[0]);
    }

    /** Closes an existing file to every other account; does nothing on systems without modes and access lists. */
    @Blocking
    public static void close(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(FILE_MODE));
            return;
        }
        var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(alone(Files.getOwner(file)));
        }
    }

    /** The attributes with which a file is made, before anybody can open it. */
    static FileAttribute<?>[] atBirth(Path file) throws IOException {
        if (isPosix(file)) {
            return mode(FILE_MODE);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !file.getFileSystem().supportedFileAttributeViews().contains("acl")) {
            return new FileAttribute<?>[0];
        }
        List<AclEntry> alone = alone(Files.getOwner(folder));
        return new FileAttribute<?>[] {new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return alone;
            }
        }};
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(String mode) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    private static List<AclEntry> alone(UserPrincipal owner) {
        return List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build());
    }
}
