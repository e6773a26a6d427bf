package app.loupe.app;

import app.loupe.ui.common.Browser;
import app.loupe.ui.export.ExportPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows where the owner's documents are: the folder of that name on Windows and macOS; on Linux what
 * {@code user-dirs.dirs} says, because it is called differently in each language. Without one it is the folder of downloads, or
 * the desktop; the home folder where there is none of them either.
 */
final class OwnersFolders implements ExportPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(OwnersFolders.class);
    private static final Pattern NAMED = Pattern
            .compile("\\s*XDG_(?<kind>[A-Z]+)_DIR=\"(?<home>\\$HOME/)?(?<folder>[^\"]*)\"\\s*");

    /** The name of each kind in that file, and the folder's own where nothing is said; the best first. */
    private enum Kind {
        DOCUMENTS("Documents"),
        DOWNLOAD("Downloads"),
        DESKTOP("Desktop");

        private final String usual;

        Kind(String usual) {
            this.usual = usual;
        }
    }

    private final Path home;
    private final Browser browser;

    /** @param browser opens a folder as it opens a page: with the program that the system prefers */
    OwnersFolders(Path home, Browser browser) {
        this.home = home;
        this.browser = browser;
    }

    static OwnersFolders ofThisComputer() {
        return new OwnersFolders(Path.of(System.getProperty("user.home", ".")), new SystemBrowser());
    }

    @Override
    public Path documents() {
        List<String> names = names();
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.concat(named(names, kind).stream(), Stream.of(home.resolve(kind.usual))))
                // a kind that somebody does not want is said to be the home folder
                .filter(folder -> Files.isDirectory(folder) && !folder.normalize().equals(home.normalize()))
                .findFirst().orElse(home);
    }

    private Optional<Path> named(List<String> names, Kind kind) {
        try {
            return names.stream().map(NAMED::matcher)
                    .filter(found -> found.matches() && found.group("kind").equals(kind.name())).findFirst()
                    .map(found -> found.group("home") == null
                            ? Path.of(found.group("folder"))
                            : home.resolve(found.group("folder")));
        } catch (InvalidPathException unreadable) {
            LOG.info("name of a folder not read: {}", kind);
            return Optional.empty();
        }
    }

    private List<String> names() {
        Path file = home.resolve(".config").resolve("user-dirs.dirs");
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            LOG.info("names of folders not read: {}", unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    @Override
    public void show(Path written) {
        Path folder = written.toAbsolutePath().getParent();
        if (folder != null) {
            browser.open(folder.toUri());
        }
    }
}
