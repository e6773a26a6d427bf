package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFoldersTest {
    @TempDir
    private Path home;

    private Path proposed() {
        return new OwnersFolders(home, page -> {}).documents();
    }

    private void names(String... lines) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".config")).resolve("user-dirs.dirs"),
                String.join("\n", lines));
    }

    @Test
    void withoutDocumentsItIsDownloadsOrTheDesktopAndHomeAtLast() throws IOException {
        assertThat(proposed()).isEqualTo(home);
        Path desktop = Files.createDirectory(home.resolve("Desktop"));
        assertThat(proposed()).isEqualTo(desktop);
        Path downloads = Files.createDirectory(home.resolve("Downloads"));
        assertThat(proposed()).isEqualTo(downloads);
        Path documents = Files.createDirectory(home.resolve("Documents"));
        assertThat(proposed()).isEqualTo(documents);
    }

    @Test
    void theSystemsNamesComeFirstUnlessTheyAreOfNoFolderOrOfHome() throws IOException {
        Path downloads = Files.createDirectory(home.resolve("Heruntergeladen"));
        names("# names", "XDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"", "XDG_DOCUMENTS_DIR=\"$HOME/\"",
                "XDG_DOWNLOAD_DIR=\"$HOME/Heruntergeladen\"");
        assertThat(proposed()).isEqualTo(downloads);

        Path documents = Files.createDirectory(home.resolve("Dokumente"));
        names("XDG_DOWNLOAD_DIR=\"$HOME/Heruntergeladen\"", "XDG_DOCUMENTS_DIR=\"" + documents + "\"");
        assertThat(proposed()).isEqualTo(documents);
    }
}
