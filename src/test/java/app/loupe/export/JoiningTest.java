package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers that join what lies in a folder: all of them or none. */
class JoiningTest {
    private static final String LAST = "c.pdf";

    @TempDir
    private Path folder;

    private Map<String, String> lying() throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.put(String.valueOf(file.getFileName()), Files.isDirectory(file) ? "/" : Files.readString(file));
            }
        }
        return found;
    }

    private void join(boolean lastFails) throws IOException, ProblemException {
        Path halves = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-halves"));
        try (var joining = new Joining(halves.resolve("former"))) {
            for (String name : List.of("a.pdf", "b.pdf", LAST)) {
                Path half = halves.resolve(name);
                if (!lastFails || !name.equals(LAST)) {
                    Files.writeString(half, "new " + name);
                }
                joining.take(new ExportFile(folder.resolve(name), true), half, folder.resolve(name));
            }
            joining.isWhole();
        }
    }

    @Test
    void whatWasPlacedIsTakenBackWhenALaterOneCannotBePlaced() throws IOException {
        Files.writeString(folder.resolve("b.pdf"), "mine");
        Files.writeString(folder.resolve("other.txt"), "mine, too");

        assertThatThrownBy(() -> join(true)).isInstanceOf(ProblemException.class);

        assertThat(lying()).isEqualTo(Map.of("b.pdf", "mine", "other.txt", "mine, too"));
    }

    @Test
    void allStayWhenAllArePlaced() throws Exception {
        Files.writeString(folder.resolve("b.pdf"), "mine");

        join(false);

        assertThat(lying()).isEqualTo(Map.of("a.pdf", "new a.pdf", "b.pdf", "new b.pdf", LAST, "new c.pdf"));
    }

    /** Of the last one nothing is left on the disk when it is to be placed. */
    @Test
    void aParcelThatCannotPlaceItsLastPaperLeavesTheFolderAsItWas() throws IOException {
        Files.writeString(folder.resolve("a.pdf"), "mine");

        assertThatThrownBy(() -> ParcelPlace.folder(folder, true).write(parcel -> {
            for (String name : List.of("a.pdf", "b.pdf", LAST)) {
                parcel.put(name, out -> out.write(name.getBytes(StandardCharsets.UTF_8)));
            }
            try (Stream<Path> halves = Files.list(folder)) {
                Path half = halves.filter(Files::isDirectory).findFirst().orElseThrow();
                Files.delete(half.resolve(LAST));
            }
        }, Steps.unwatched())).isInstanceOf(ProblemException.class);

        assertThat(lying()).isEqualTo(Map.of("a.pdf", "mine"));
    }
}
