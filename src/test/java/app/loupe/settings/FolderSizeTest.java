package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Links;

class FolderSizeTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSumOfAllFilesHoweverDeep() throws IOException {
        Files.write(folder.resolve("a"), new byte[1_000]);
        Files.write(Files.createDirectories(folder.resolve("b/c")).resolve("d"), new byte[234]);

        assertThat(FolderSize.of(folder)).isEqualTo(1_234);
    }

    @Test
    void whatALinkLeadsToDoesNotCount() throws IOException {
        Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[500]);
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Links.make(inside.resolve("link"), elsewhere);

        assertThat(FolderSize.of(inside)).isZero();
        assertThat(FolderSize.of(folder.resolve("nowhere"))).isZero();
    }
}
