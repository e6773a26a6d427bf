package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a beginning that came to nothing leaves. */
class NewFoldersTest {
    @TempDir
    Path temp;

    private Path data() {
        return temp.resolve("a/b/data");
    }

    @Test
    void emptyOnesAreTakenBackAsFarAsTheyWereNotThere() throws Exception {
        Files.createDirectory(temp.resolve("a"));
        NewFolders made = NewFolders.before(data());
        Files.createDirectories(data());

        made.takeBack();

        assertThat(temp.resolve("a")).isEmptyDirectory();
    }

    @Test
    void aLogWithoutALineGoesWithThem() throws Exception {
        NewFolders made = NewFolders.before(data());
        Files.createFile(Files.createDirectories(data().resolve("logs")).resolve("loupe.log"));

        made.takeBack();

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void whatIsKeptThereStays() throws Exception {
        NewFolders made = NewFolders.before(data());
        Path log = Files.writeString(Files.createDirectories(data().resolve("logs")).resolve("loupe.log"), "a line");

        made.takeBack();
        assertThat(log).hasContent("a line");

        Files.delete(log);
        Path vault = Files.createFile(data().resolve(DataFolder.VAULT_FILE));
        made.takeBack();
        assertThat(vault).exists();
    }

    @Test
    void whatWasThereIsNotTouched() throws Exception {
        Files.createDirectories(data().resolve("logs"));

        NewFolders.before(data()).takeBack();

        assertThat(data().resolve("logs")).isEmptyDirectory();
        NewFolders.before(temp.resolve("never-made")).takeBack();
    }
}
