package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether a place that the owner chose keeps what was written there from other accounts. */
public final class PlaceRights {
    /** As deep as an export nests its files, and no deeper: the owner may have named a folder that holds much else. */
    private static final int DEPTH = 2;

    private PlaceRights() {}

    /**
     * Whether other accounts may have a right to what was written, as on a share or a stick that keeps no rights, or where
     * that cannot be told. Of a folder the newest file is looked at; nothing is open where nothing is.
     *
     * @param written the file, or the folder with its files
     */
    @Blocking
    public static boolean isOpen(Path written) {
        try {
            Optional<Path> file = newest(written);
            return file.isPresent() && !PrivateFiles.isClosed(file.get());
        } catch (NoSuchFileException nothing) {
            return false;
        } catch (IOException | UncheckedIOException unknown) {
            return true;
        }
    }

    private static Optional<Path> newest(Path written) throws IOException {
        try (Stream<Path> tree = Files.walk(written, DEPTH)) {
            return tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .max(Comparator.comparingLong(PlaceRights::lastWritten));
        }
    }

    private static long lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
