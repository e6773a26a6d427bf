package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.foreign.FileRules;
import testkit.foreign.ForeignFileSystem;

/** Somebody else exchanges names while a folder is looked at and removed. */
class HeldFolderTest {
    @TempDir
    private Path temp;

    private Path half;
    private Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        half = temp.resolve("half");
        elsewhere = temp.resolve("elsewhere");
        for (Path top : List.of(half, elsewhere)) {
            Files.writeString(Files.createDirectories(top.resolve("inner")).resolve("a.pdf"), top.toString());
        }
    }

    private HeldFolder held() throws IOException {
        return HeldFolder.open(half).orElseThrow();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "no folder can be held on every other")
    void aLinkThatTakesThePlaceOfAFolderInItIsNotFollowed() throws Exception {
        var seen = new ArrayList<Path>();
        try (HeldFolder held = held()) {
            assertThat(held.all((path, _) -> seen.add(path))).isTrue();
            Files.move(half.resolve("inner"), temp.resolve("moved"));
            Files.createSymbolicLink(half.resolve("inner"), elsewhere.resolve("inner"));

            held.remove(List.of());
        }

        assertThat(seen).containsExactly(half, half.resolve("inner"), half.resolve("inner/a.pdf"));
        assertThat(half).doesNotExist();
        assertThat(elsewhere.resolve("inner/a.pdf")).hasContent(elsewhere.toString());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "no folder can be held on every other")
    void anotherFolderThatTakesItsNameStays() throws Exception {
        Path moved = temp.resolve("moved");
        try (HeldFolder held = held()) {
            Files.move(half, moved);
            Files.move(elsewhere, half);

            assertThatThrownBy(() -> held.remove(List.of())).isInstanceOf(DirectoryNotEmptyException.class);
        }

        assertThat(moved).as("what was looked at").isEmptyDirectory();
        assertThat(half.resolve("inner/a.pdf")).hasContent(elsewhere.toString());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "no folder can be held on every other")
    void aLinkIsNoFolder() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), elsewhere);

        assertThatThrownBy(() -> HeldFolder.remove(link, List.of())).isInstanceOf(IOException.class);

        assertThat(elsewhere.resolve("inner/a.pdf")).exists();
    }

    @Test
    void allOfItGoesButWhatIsKept() throws Exception {
        Path kept = Files.writeString(half.resolve("inner/b.pdf"), "the owner's");

        HeldFolder.remove(half, List.of(kept));
        assertThat(half.resolve("inner")).isDirectoryContaining("glob:**/b.pdf");
        assertThat(half.resolve("inner/a.pdf")).doesNotExist();
        HeldFolder.remove(half, List.of());
        assertThat(half).doesNotExist();
    }

    /** Where it cannot be held. */
    @ParameterizedTest
    @EnumSource
    void itIsRemovedByNamesAndNoLinkIsFollowed(FileRules rules) throws Exception {
        Path seen = ForeignFileSystem.seenAs(rules, temp).resolve("half");
        Path kept = Files.writeString(half.resolve("b.pdf"), "the owner's");
        boolean links = linked();

        assertThat(HeldFolder.open(seen)).isEmpty();
        HeldFolder.remove(seen, List.of(seen.resolve("b.pdf")));

        assertThat(kept).hasContent("the owner's");
        assertThat(half.resolve("inner")).doesNotExist();
        assertThat(Files.exists(half.resolve("link"))).as("made: %s", links).isFalse();
        assertThat(elsewhere.resolve("inner/a.pdf")).exists();
    }

    private boolean linked() throws IOException {
        try {
            Files.createSymbolicLink(half.resolve("link"), elsewhere);
            return true;
        } catch (IOException notAllowed) {
            return false;
        }
    }
}
