package app.loupe.app;

import app.loupe.ui.common.Browser;
import app.loupe.ui.export.ExportPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows where the owner's documents are: the folder of that name on Windows and macOS; on Linux what
 * {@code user-dirs.dirs} says, because it is called differently in each language. Without one it is the home folder.
 */
final class OwnersFolders implements ExportPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(OwnersFolders.class);
    private static final Pattern DOCUMENTS = Pattern.compile("\\s*XDG_DOCUMENTS_DIR=\"(\\$HOME/)?([^\"]*)\"\\s*");

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
        return named().filter(Files::isDirectory).or(
                () -> Optional.of(home.resolve("Documents")).filter(Files::isDirectory)).orElse(home);
    }

    private Optional<Path> named() {
        Path file = home.resolve(".config").resolve("user-dirs.dirs");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream().map(DOCUMENTS::matcher).filter(Matcher::matches).findFirst()
                    .map(found -> found.group(1) == null ? Path.of(found.group(2)) : home.resolve(found.group(2)));
        } catch (IOException | InvalidPathException unreadable) {
            LOG.info("names of folders not read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
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
