package app.loupe.export;

import app.loupe.domain.Blocking;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hidden names that files and folders have until they are whole, and how they get their own. */
@Blocking
final class HalfFile {
    private static final Logger LOG = LoggerFactory.getLogger(HalfFile.class);
    private static final Pattern NAME = Pattern
            .compile("\\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.part");

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

    /** Whether this is such a name; whoever may write to the folder can have given it, too. */
    static boolean isNameOf(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
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
}
