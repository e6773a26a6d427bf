package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

    @Test
    void whatHadGivenWayIsTheSameFileAgain() throws IOException {
        Path mine = Files.writeString(folder.resolve("b.pdf"), "mine");
        FileTime day = FileTime.from(Instant.parse("2025-01-02T03:04:05Z"));
        Files.setLastModifiedTime(mine, day);
        Path target = Files.writeString(folder.resolve("target.txt"), "elsewhere");
        Path link = folder.resolve("a.pdf");
        // relative, as most are: from another folder it leads nowhere
        boolean links = hasLinks(link, target.getFileName());
        Object key = Files.readAttributes(mine, BasicFileAttributes.class).fileKey();

        assertThatThrownBy(() -> join(true)).isInstanceOf(ProblemException.class);

        assertThat(mine).hasContent("mine");
        assertThat(Files.getLastModifiedTime(mine)).isEqualTo(day);
        assertThat(Files.readAttributes(mine, BasicFileAttributes.class).fileKey()).isEqualTo(key);
        assertThat(Files.isSymbolicLink(link)).isEqualTo(links);
        assertThat(target).hasContent("elsewhere");
        assertThat(lying()).containsOnlyKeys("a.pdf", "b.pdf", "target.txt");
    }

    private static boolean hasLinks(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (UnsupportedOperationException | IOException notHere) {
            Files.writeString(link, "no link here");
            return false;
        }
    }

    /** As a viewer does on Windows with what it shows; here a folder with something in it stands in the way. */
    @Test
    void whatCannotBePutBackLiesBesideItsPlaceAndIsNamed() throws Exception {
        Files.writeString(folder.resolve("b.pdf"), "mine");
        Files.writeString(folder.resolve("b.pdf.former"), "somebody else's");
        Path halves = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-halves"));
        Path half = Files.writeString(halves.resolve("b.pdf"), "new");
        Path place = folder.resolve("b.pdf");
        var joining = new Joining(halves.resolve("former"));
        try (joining) {
            joining.take(new ExportFile(place, true), half, place);
            Files.delete(place);
            Files.writeString(Files.createDirectory(place).resolve("held"), "");
        }

        assertThat(joining.aside()).containsExactly(folder.resolve("b.pdf.former.2"));
        assertThat(folder.resolve("b.pdf.former.2")).hasContent("mine");
        assertThat(folder.resolve("b.pdf.former")).hasContent("somebody else's");
    }

    /** Then it stays where it gave way to, and that is not swept out. */
    @Test
    void whatFindsNoNameBesideItsPlaceIsNotDeletedWithTheHalves() throws Exception {
        Path place = Files.writeString(folder.resolve("b.pdf"), "mine");
        Path halves = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-halves"));
        Path half = Files.writeString(halves.resolve("b.pdf"), "new");
        Path other = Files.writeString(halves.resolve("c.pdf"), "new, too");
        var joining = new Joining(halves.resolve("former"));
        try (joining) {
            joining.take(new ExportFile(place, true), half, place);
            Files.delete(place);
            Files.writeString(Files.createDirectory(place).resolve("held"), "");
            for (int n = 1; n <= 1_000; n++) {
                Files.createFile(folder.resolve("b.pdf.former" + (n == 1 ? "" : "." + n)));
            }
        }

        ParcelPlace.discard(halves, joining.aside());

        assertThat(joining.aside()).singleElement().satisfies(lies -> assertThat(lies).hasContent("mine"));
        assertThat(other).doesNotExist();
    }

    /** Somebody else was quicker: it is theirs. */
    @Test
    void whatComesToAPlaceMeanwhileStays() throws Exception {
        Path place = folder.resolve("a.pdf");
        Path half = Files.writeString(folder.resolve("half"), "new");
        try (var joining = new Joining(folder.resolve("former"))) {
            var file = new ExportFile(place, false);
            file.check();
            Files.writeString(place, "theirs");
            assertThatThrownBy(() -> joining.take(file, half, place)).isInstanceOf(ProblemException.class);
        }

        assertThat(place).hasContent("theirs");
        assertThat(folder.resolve("former")).satisfiesAnyOf(kept -> assertThat(kept).doesNotExist(),
                kept -> assertThat(kept).isEmptyDirectory());
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
