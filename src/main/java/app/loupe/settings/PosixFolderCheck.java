package app.loupe.settings;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads POSIX permissions: nothing in the data folder may have a right for the group or for others (S44). */
public final class PosixFolderCheck implements FolderCheck {
    private final Path folder;

    /** A check of this data folder. */
    public PosixFolderCheck(DataFolder folder) {
        this.folder = folder.path();
    }

    @Override
    public Findings look() throws ProblemException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new Findings(folder, false, 0, List.of());
        }
        var tooOpen = new ArrayList<String>();
        int looked = 0;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                looked += look(path, tooOpen);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new ProblemException(Problem.of(ProblemCode.DATA_FOLDER_UNUSABLE, folder.toString()), failure);
        }
        return new Findings(folder, true, looked, tooOpen);
    }

    private int look(Path path, List<String> tooOpen) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            String text = PosixFilePermissions.toString(permissions);
            if (!text.endsWith("------")) {
                tooOpen.add((path.equals(folder) ? "." : folder.relativize(path).toString()) + " " + text);
            }
            return 1;
        } catch (NoSuchFileException goneMeanwhile) {
            return 0; // temporary files of the store come and go
        }
    }
}
