package app.loupe.settings;

import app.loupe.domain.Blocking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Measures the data folder. */
public final class FolderSize {
    private FolderSize() {}

    /** Bytes of its files together, links not followed; what vanishes or cannot be looked at meanwhile counts nothing. */
    @Blocking
    public static long of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(FolderSize::size).sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
