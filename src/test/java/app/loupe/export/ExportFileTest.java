package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFileTest {
    private static final int MUCH = 1 << 20;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("list.csv");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void hasCode(Throwable thrown, ProblemCode code) {
        assertThat(((ProblemException) thrown).problem().code()).isEqualTo(code);
    }

    @Test
    void nothingIsThereUntilAllIs() throws ProblemException, IOException {
        new ExportFile(file(), false).write(out -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(file()).doesNotExist();
        });

        assertThat(file()).hasContent("half");
        assertThat(names()).containsExactly("list.csv");
    }

    @Test
    void whatFailsLeavesNothingAndTheOldFile() throws IOException {
        Files.writeString(file(), "old");

        assertThatThrownBy(() -> new ExportFile(file(), true).write(out -> {
            out.write(1);
            throw new IOException("unplugged");
        })).satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_UNWRITABLE));
        assertThatThrownBy(() -> new ExportFile(file(), true).write(out -> {
            throw new UncheckedIOException(new IOException("unplugged"));
        })).satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_UNWRITABLE));
        assertThatThrownBy(() -> new ExportFile(file(), true).write(out -> {
            throw ProblemException.of(ProblemCode.CANCELLED);
        })).satisfies(thrown -> hasCode(thrown, ProblemCode.CANCELLED));

        assertThat(names()).containsExactly("list.csv");
        assertThat(file()).hasContent("old");
    }

    /** However much is to come, and however it writes: with the next bytes that reach the disk. */
    @Test
    void whatIsCancelledWhileItIsWrittenEndsAndLeavesTheOldFile() throws IOException {
        Files.writeString(file(), "old");
        for (ExportFile.Content content : List.<ExportFile.Content>of(this::bytesWithoutEnd,
                out -> WordFile.write(out, this::linesWithoutEnd))) {
            var cancel = new CancelToken();
            var steps = new Steps(cancel, (done, of) -> {});

            assertThatThrownBy(() -> new ExportFile(file(), true).write(out -> {
                out.write(1);
                cancel.cancel();
                content.writeTo(out);
            }, steps)).satisfies(thrown -> hasCode(thrown, ProblemCode.CANCELLED));

            assertThat(names()).containsExactly("list.csv");
            assertThat(file()).hasContent("old");
        }
    }

    private void bytesWithoutEnd(OutputStream out) throws IOException {
        for (int written = 0; written < MUCH; written++) {
            out.write(1);
        }
        throw new AssertionError("it was written on");
    }

    private void linesWithoutEnd(PrintWriter out) {
        for (int written = 0; written < MUCH; written++) {
            out.println("a row");
        }
        throw new AssertionError("it was written on");
    }

    @Test
    void aFileThatCameMeanwhileIsNotReplaced() throws IOException {
        assertThatThrownBy(() -> new ExportFile(file(), false).write(out -> Files.writeString(file(), "theirs")))
                .satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_EXISTS));

        assertThat(names()).containsExactly("list.csv");
        assertThat(file()).hasContent("theirs");
    }

    /** A look before a move would let the second one replace the first: of those that come at once one is placed. */
    @Test
    void ofTwoThatComeAtTheSameMomentOneIsPlaced() throws Exception {
        var start = new CyclicBarrier(2);
        try (var writers = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 400; round++) {
                Path place = folder.resolve(round + ".csv");
                Callable<Boolean> writer = () -> {
                    Path half = Files.createTempFile(folder, "half", ".part");
                    start.await();
                    try {
                        new ExportFile(place, false).take(half);
                        return true;
                    } catch (ProblemException refused) {
                        hasCode(refused, ProblemCode.EXPORT_EXISTS);
                        Files.delete(half);
                        return false;
                    }
                };
                List<Future<Boolean>> placed = writers.invokeAll(List.of(writer, writer));

                assertThat(placed.get(0).get()).as("round " + round).isNotEqualTo(placed.get(1).get());
            }
        }
        assertThat(names()).hasSize(400).allMatch(name -> name.endsWith(".csv"));
    }

    @Test
    void aPlaceWithoutSecondNamesLooksOnceMore() throws Exception {
        try (FileSystem plain = FileSystems.newFileSystem(folder.resolve("plain.zip"), Map.of("create", "true"))) {
            Path half = Files.writeString(plain.getPath("/half"), "figures");
            Path place = plain.getPath("/list.csv");
            assertThatThrownBy(() -> Files.createLink(place, half)).isInstanceOf(UnsupportedOperationException.class);

            new ExportFile(place, false).take(half);

            assertThat(Files.readString(place)).isEqualTo("figures");
            assertThat(half).doesNotExist();
            assertThatThrownBy(() -> new ExportFile(place, false).take(Files.writeString(half, "others")))
                    .satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_EXISTS));
            assertThat(Files.readString(place)).isEqualTo("figures");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes of Unix")
    void whatIsNoFileIsNeverReplaced(boolean overwrite) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor()).isZero();
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), pipe);
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere.csv"), folder.resolve("none"));

        for (Path place : List.of(pipe, link, nowhere)) {
            assertThatThrownBy(() -> new ExportFile(place, overwrite).write(out -> out.write(1)))
                    .satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_NO_FILE));
        }

        assertThat(names()).containsExactlyInAnyOrder("pipe.csv", "link.csv", "nowhere.csv");
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
        assertThat(Files.readSymbolicLink(link)).isEqualTo(pipe);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes of Unix")
    void aPipeThatCameMeanwhileIsNotReplacedEither() throws IOException {
        assertThatThrownBy(() -> new ExportFile(file(), true).write(out -> {
            out.write(1);
            try {
                new ProcessBuilder("mkfifo", file().toString()).inheritIO().start().waitFor();
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
        })).satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_NO_FILE));

        assertThat(names()).containsExactly("list.csv");
        assertThat(Files.readAttributes(file(), BasicFileAttributes.class).isOther()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderIsCalledAFolder(boolean overwrite) throws IOException {
        Files.createDirectory(file());

        assertThatThrownBy(() -> new ExportFile(file(), overwrite).write(out -> out.write(1)))
                .satisfies(thrown -> hasCode(thrown, ProblemCode.EXPORT_FOLDER_EXISTS));

        assertThat(file()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"INV/2026/0001, INV-2026-0001.pdf", "con, -con.pdf", "LPT1.x, -LPT1.x.pdf", "..\\..\\etc, --..-etc.pdf",
        "../../etc, --..-etc.pdf", "'', -.pdf", "'a. ', a-.pdf", "a\u202eb\u0000c, a-b-c.pdf", "株式会社, 株式会社.pdf"})
    void namesAreAllowedOnEverySystem(String wanted, String name) {
        assertThat(new FileNames().next(wanted, "pdf")).isEqualTo(name);
    }

    @Test
    void noTwoNamesOfAFolderAreAlikeAndNoneIsTooLong() {
        var names = new FileNames();

        assertThat(List.of(names.next("INV/1", "pdf"), names.next("inv:1", "pdf"), names.next("INV-1", "pdf")))
                .containsExactly("INV-1.pdf", "inv-1 (2).pdf", "INV-1 (3).pdf");
        assertThat(names.next("\ud83d\ude00".repeat(300), "pdf").length()).isLessThan(210);
    }
}
