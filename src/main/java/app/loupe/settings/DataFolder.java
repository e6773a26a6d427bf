package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides which folder holds everything that Loupe keeps, and makes it private to the account. On Windows privacy comes
 * from the profile folder's own access list.
 *
 * @param path absolute; exists, and is 0700 where the system knows such permissions, unless it takes nothing
 * @param isReadOnly whether it takes nothing, as a snapshot or a locked stick does, so that it is left as it is
 */
public record DataFolder(Path path, boolean isReadOnly) {
    /** The vault file: what tells a folder of ours from somebody else's. */
    public static final String VAULT_FILE = "vault.mv.db";

    /**
     * What an owner could lose: the vault, the copy and the book of any account, what was set aside, is from before a migration
     * or is half written of them, their ledgers, and the key under a passphrase.
     */
    private static final Pattern OURS = Pattern
            .compile("((vault|invoices|book)(-[0-9a-f-]+)?\\.(mv\\.db|ledger)|store\\.ledger)"
                    + "(\\.(damaged-.*|former|newFile|tempFile))?|passphrase\\.vault(\\.(tempFile|new))?");

    private static final String UNIX = "unix";
    private static final String ROOT = "0";
    private static final long LEAST_ROOM_BYTES = 1L << 20;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** The folder that is used when the owner names none. Touches nothing. */
    public static Path usual(Surroundings surroundings) {
        Path home = surroundings.home();
        if (surroundings.isWindows()) {
            return named(surroundings, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Loupe");
        }
        if (surroundings.isMac()) {
            return home.resolve("Library").resolve("Application Support").resolve("Loupe");
        }
        return named(surroundings, "XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share")).resolve("loupe");
    }

    /** A variable's folder. The XDG specification has a relative one ignored; on Windows it would be elsewhere each time. */
    private static Optional<Path> named(Surroundings surroundings, String variable) {
        String name = surroundings.variable(variable);
        try {
            return Optional.of(name).filter(text -> !text.isBlank())
                    .map(text -> surroundings.home().getFileSystem().getPath(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /**
     * Whether opening this folder would begin anew and leave nothing of before aside: it is not there, or no file in it is
     * one of ours. Touches nothing. What cannot be looked for or into is not free: who opens it says why.
     */
    @Blocking
    public static boolean isFree(Path chosen) {
        Path folder = chosen.toAbsolutePath().normalize();
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.noneMatch(entry -> OURS.matcher(entry.getFileName().toString()).matches());
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /**
     * Makes the folder when it is not there, and private when it is ours.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_OF_OTHER} when root would work in what another account began;
     *     {@link ProblemCode#DATA_FOLDER_UNUSABLE} when it is a file, cannot be read, or holds
     *     other things and is open to other accounts: Loupe does not change the permissions of somebody else's folder;
     *     {@link ProblemCode#DATA_FOLDER_TAKES_NOTHING} when nothing can be written to it, or made where it would be, and no vault
     *     is there to read; {@link ProblemCode#DISK_FULL} when there is no room to make it
     */
    @Blocking
    public static DataFolder open(Path chosen) throws ProblemException {
        return open(chosen, Files::isWritable);
    }

    /** @param writable whether the system lets this account write in a folder */
    static DataFolder open(Path chosen, Predicate<Path> writable) throws ProblemException {
        return open(chosen, writable, SystemAccounts.current(Surroundings.current()));
    }

    /** @param own as whom this process runs */
    static DataFolder open(Path chosen, Predicate<Path> writable, SystemAccount own) throws ProblemException {
        Path folder = chosen.toAbsolutePath().normalize();
        try {
            if (!Files.exists(folder)) {
                demandPlace(folder, writable);
                create(folder);
            }
            if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                throw unusable(folder);
            }
            if (!writable.test(folder)) {
                return new DataFolder(begun(folder), true);
            }
            demandOwn(folder, own);
            makePrivate(folder);
            return new DataFolder(folder, false);
        } catch (IOException failure) {
            ProblemCode code = Files.notExists(folder) && room(folder) < LEAST_ROOM_BYTES
                    ? ProblemCode.DISK_FULL
                    : ProblemCode.DATA_FOLDER_UNUSABLE;
            throw new ProblemException(Problem.of(code, folder.toString()), failure);
        }
    }

    /**
     * Root, as with sudo, may write anywhere, and what it writes is closed to whose folder it is. Any other account has its own or is
     * kept out by the system; where a place shows other owners than there are, nothing is said against it.
     */
    private static void demandOwn(Path folder, SystemAccount own) throws IOException, ProblemException {
        boolean isRoot = own.systemId().equals(ROOT)
                && folder.getFileSystem().supportedFileAttributeViews().contains(UNIX);
        if (isRoot && isBegun(folder) && isOfOther(folder) && isOfOther(folder.resolve(VAULT_FILE))) {
            throw ProblemException.of(ProblemCode.DATA_FOLDER_OF_OTHER, folder.toString(),
                    Files.getOwner(folder).getName());
        }
    }

    private static boolean isOfOther(Path file) throws IOException {
        return !ROOT.equals(String.valueOf(Files.getAttribute(file, UNIX + ":uid", LinkOption.NOFOLLOW_LINKS)));
    }

    private static Path begun(Path folder) throws ProblemException {
        if (!isBegun(folder)) {
            throw takingNothing(folder);
        }
        return folder;
    }

    private static boolean isBegun(Path folder) {
        return Files.exists(folder.resolve(VAULT_FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /** Where a folder would be made there is one to make it in. */
    private static void demandPlace(Path folder, Predicate<Path> writable) throws ProblemException {
        Path place = place(folder);
        if (Files.isDirectory(place) && !writable.test(place)) {
            throw takingNothing(folder);
        }
    }

    /** The nearest to a folder that is there. */
    private static Path place(Path folder) {
        Path place = folder;
        while (Files.notExists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private static long room(Path folder) {
        try {
            return Files.getFileStore(place(folder)).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Whoever needs to keep something in a folder asks first. Touches nothing.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_READ_ONLY} when the folder is there and takes nothing;
     *     {@link ProblemCode#DATA_FOLDER_TAKES_NOTHING} when, besides, no vault is there to read, or the folder cannot even be made
     */
    @Blocking
    public static void demandWritable(Path chosen) throws ProblemException {
        demandWritable(chosen, Files::isWritable);
    }

    /** @param writable whether the system lets this account write in a folder */
    static void demandWritable(Path chosen, Predicate<Path> writable) throws ProblemException {
        Path folder = chosen.toAbsolutePath().normalize();
        if (takesNothing(folder, writable)) {
            throw takingNothing(folder);
        }
        if (Files.notExists(folder)) {
            demandPlace(folder, writable);
        }
    }

    /**
     * Whether nothing may be written in a folder: it is there and can be read, and this account cannot write in it, or
     * {@link #open} refuses it to root. Touches nothing.
     */
    @Blocking
    public static boolean takesNothing(Path folder) {
        return takesNothing(folder, Files::isWritable) || (isBegun(folder) && isOfOtherThanThis(folder));
    }

    /** Also where it cannot be told: who opens the folder says why. */
    private static boolean isOfOtherThanThis(Path folder) {
        try {
            demandOwn(folder, SystemAccounts.current(Surroundings.current()));
            return false;
        } catch (IOException | ProblemException refused) {
            return true;
        }
    }

    private static boolean takesNothing(Path folder, Predicate<Path> writable) {
        return Files.isDirectory(folder) && Files.isReadable(folder) && !writable.test(folder);
    }

    private static ProblemException takingNothing(Path folder) {
        return ProblemException.of(
                isBegun(folder) ? ProblemCode.DATA_FOLDER_READ_ONLY : ProblemCode.DATA_FOLDER_TAKES_NOTHING,
                folder.toString());
    }

    @Exempt(rule = "A15", because = "what leads to the folder may be for others, too; the folder itself is not")
    private static void create(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        PrivateFiles.createFolders(folder);
    }

    private static void makePrivate(Path folder) throws IOException, ProblemException {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null || view.readAttributes().permissions().equals(OWNER_ONLY)) {
            return;
        }
        if (!isEmpty(folder) && !isBegun(folder)) {
            throw unusable(folder);
        }
        view.setPermissions(OWNER_ONLY);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static ProblemException unusable(Path folder) {
        return ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.toString());
    }
}
