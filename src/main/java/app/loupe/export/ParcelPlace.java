package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a parcel goes: into a ZIP, into a folder that is made, or beside what lies in a folder. All of it or nothing at
 * all; a folder is never replaced, whatever was said, because nobody knows what else lies in it.
 */
public final class ParcelPlace {
    private static final Logger LOG = LoggerFactory.getLogger(ParcelPlace.class);

    /** In a half folder, beside the papers: none of those is hidden. */
    static final String FORMER = ".former";

    private final Path place;
    private final Kind kind;
    private final boolean overwrite;
    private final @Nullable Secret passphrase;

    private enum Kind {
        ZIP,
        NEW_FOLDER,
        /** Made where it is not there. */
        ANY_FOLDER
    }

    private ParcelPlace(Path place, Kind kind, boolean overwrite, @Nullable Secret passphrase) {
        this.place = place.toAbsolutePath();
        this.kind = kind;
        this.overwrite = overwrite;
        this.passphrase = passphrase;
    }

    /** A place whose form was chosen: it decides, whatever the name ends with. */
    static ParcelPlace of(Takeaway.Place chosen) {
        return new ParcelPlace(chosen.path(), chosen.form() == ExportForm.ZIP ? Kind.ZIP : Kind.NEW_FOLDER,
                chosen.overwrite(), chosen.passphrase());
    }

    /**
     * A place whose name decides: a ZIP when it is called so, else a folder.
     *
     * @param overwrite whether a ZIP that is there may be replaced
     * @param passphrase what a ZIP is encrypted with, closed by the caller; null for a plain one, and for a folder
     */
    public static ParcelPlace called(Path place, boolean overwrite, @Nullable Secret passphrase) {
        return new ParcelPlace(place, isZip(place) ? Kind.ZIP : Kind.NEW_FOLDER, overwrite, passphrase);
    }

    /**
     * A folder whatever its name, which may be there: what lies in it stays, and what is put there has no folders of its own.
     * One that is not there is made for the first file, and not for none.
     *
     * @param overwrite whether files of the same names may be replaced; otherwise one that is there refuses all of them
     */
    public static ParcelPlace folder(Path place, boolean overwrite) {
        return new ParcelPlace(place, Kind.ANY_FOLDER, overwrite, null);
    }

    /** What goes into the parcel. */
    @FunctionalInterface
    public interface Filling {
        /** Puts all of it there. */
        void into(Parcel parcel) throws IOException, ProblemException;
    }

    /** Whether a place whose name decides becomes a ZIP. */
    public static boolean isZip(Path place) {
        return String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /**
     * Refuses, before any work is done, what could not be written.
     *
     * @throws ProblemException {@link ProblemCode#EXPORT_EXISTS}, {@link ProblemCode#EXPORT_FOLDER_EXISTS},
     *     {@link ProblemCode#EXPORT_FOLDER_MISSING}, {@link ProblemCode#EXPORT_NO_FOLDER}
     */
    @Blocking
    public void check() throws ProblemException {
        if (kind == Kind.ZIP) {
            new ExportFile(place, overwrite).check();
            return;
        }
        boolean isThere = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        ExportFile.demandFolder(isThere && kind == Kind.ANY_FOLDER ? place : place.getParent());
        if (isThere && kind == Kind.NEW_FOLDER) {
            // what is no folder, such as a file or a device, is told as that
            ExportFile.demandFolder(place);
            throw ProblemException.of(ProblemCode.EXPORT_FOLDER_EXISTS, place.toString());
        }
    }

    /**
     * Fills the parcel beside its place and moves it there when it is whole and nobody has cancelled it.
     *
     * @throws ProblemException {@link ProblemCode#CANCELLED}; what the filling throws; those of {@link #check};
     *     {@link ProblemCode#EXPORT_UNWRITABLE}, {@link ProblemCode#DISK_FULL}; {@link ProblemCode#EXPORT_FORMER_ASIDE}, with the
     *     folder and the files, when papers could not join it and what they had replaced could not be put back
     */
    @Blocking
    public void write(Filling filling, Steps steps) throws ProblemException {
        if (kind == Kind.ZIP) {
            new ExportFile(place, overwrite).write(out -> {
                try (var parcel = new ZipParcel(out, passphrase)) {
                    filling.into(parcel);
                }
            }, steps);
            return;
        }
        check();
        if (Files.isDirectory(place)) {
            join(HalfFile.in(place), filling, steps);
        } else {
            make(HalfFile.beside(place), filling, steps);
        }
    }

    private void make(Path half, Filling filling, Steps steps) throws ProblemException {
        try {
            if (kind == Kind.NEW_FOLDER) {
                PrivateFiles.createFolders(half);
            }
            var whole = new FolderParcel(half);
            filling.into(whole);
            steps.orCancelled();
            if (Files.exists(half)) {
                Leftovers.sweepBeside(half);
                whole.settle();
                Files.move(half, place);
                ExportFile.settle(place.getParent());
            }
        } catch (FileAlreadyExistsException meanwhile) {
            throw new ProblemException(Problem.of(ProblemCode.EXPORT_FOLDER_EXISTS, place.toString()), meanwhile);
        } catch (IOException | UncheckedIOException failure) {
            throw ExportFile.problem(place, failure);
        } finally {
            discard(half, List.of());
        }
    }

    /** Adds to an existing folder. A name already taken ends it before any file is placed. */
    private void join(Path half, Filling filling, Steps steps) throws ProblemException {
        var whole = new FolderParcel(half);
        var files = new LinkedHashMap<Path, ExportFile>();
        var joining = new Joining(half.resolve(FORMER));
        try {
            filling.into((path, content) -> {
                var file = new ExportFile(place.resolve(path), overwrite);
                file.check();
                whole.put(path, content);
                files.put(half.resolve(path), file);
            });
            steps.orCancelled();
            if (Files.exists(half)) {
                Leftovers.sweepBeside(half);
            }
            for (ExportFile file : files.values()) {
                file.check();
            }
            place(half, files, joining);
            ExportFile.settle(place);
        } catch (IOException | UncheckedIOException failure) {
            throw ExportFile.problem(place, place, failure);
        } finally {
            discard(half, joining.aside());
        }
    }

    private void place(Path half, Map<Path, ExportFile> files, Joining joining) throws IOException, ProblemException {
        try (joining) {
            for (Map.Entry<Path, ExportFile> file : files.entrySet()) {
                joining.take(file.getValue(), file.getKey(), place.resolve(half.relativize(file.getKey())));
            }
            joining.isWhole();
        } catch (IOException | ProblemException failure) {
            if (joining.aside().isEmpty()) {
                throw failure;
            }
            throw new ProblemException(Problem.of(ProblemCode.EXPORT_FORMER_ASIDE, place.toString(),
                    joining.aside().stream().map(Path::toString).collect(Collectors.joining(", "))), failure);
        }
    }

    /** Deletes the half folder, but for these: the only ones that are left of what was there, and named to their owner. */
    static void discard(Path half, List<Path> kept) {
        if (!Files.exists(half, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            HeldFolder.remove(half, kept);
        } catch (IOException held) {
            // hidden files stay; the owner is told of what mattered
            LOG.info("a half folder stays: {}", held.getClass().getName());
        }
    }
}
