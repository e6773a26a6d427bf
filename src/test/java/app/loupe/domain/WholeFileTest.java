package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.foreign.FileRules;
import testkit.foreign.ForeignFileSystem;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the rules of other systems are laid over POSIX files")
class WholeFileTest {
    @TempDir
    private Path temp;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void aFileIsMadeAndReplacedAndNothingElseIsLeft(FileRules rules) throws Exception {
        Path file = ForeignFileSystem.seenAs(rules, temp).resolve("kept");

        WholeFile.replace(file, bytes("former"));
        Files.writeString(temp.resolve("kept.tempFile"), "of a killed process");
        WholeFile.replace(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("kept");
    }

    @Test
    void s44_aReplacedFileIsTheAccountsAloneWhateverTheFormerWas() throws Exception {
        Path file = Files.writeString(temp.resolve("kept"), "former");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        WholeFile.replace(file, bytes("new"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void s44_aLinkIsReplacedAndNotFollowed() throws Exception {
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "of somebody else");
        Path file = Files.createSymbolicLink(temp.resolve("kept"), elsewhere);

        WholeFile.replace(file, bytes("new"));

        assertThat(elsewhere).hasContent("of somebody else");
        assertThat(file).isRegularFile().hasContent("new");
    }

    /** As Windows refuses to replace what another program has open. */
    @Test
    void aRefusedMoveLeavesTheFormerFileAlone() throws Exception {
        Path file = Files.writeString(ForeignFileSystem.seenAs(FileRules.WINDOWS, temp).resolve("kept"), "former");

        try (FileChannel shown = FileChannel.open(file, StandardOpenOption.READ)) {
            assertThatThrownBy(() -> WholeFile.replace(file, bytes("new"), () -> false))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(shown.isOpen()).isTrue();
        }

        assertThat(file).hasContent("former");
        assertThat(names()).containsExactly("kept");
    }

    /** A program that looks at each new file for a moment has closed it by then. */
    @Test
    void whatIsOpenForAMomentIsReplacedAtALaterTry() throws Exception {
        Path folder = ForeignFileSystem.seenAs(FileRules.WINDOWS, temp);
        Path file = Files.writeString(folder.resolve("kept"), "former");
        Path fresh = Files.writeString(folder.resolve("fresh"), "new");
        var pauses = new AtomicInteger();

        try (FileChannel shown = FileChannel.open(file, StandardOpenOption.READ)) {
            WholeFile.move(fresh, file, () -> pauses.incrementAndGet() < 3 || closed(shown));
        }

        assertThat(pauses).hasValue(3);
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("kept");
    }

    private static boolean closed(FileChannel shown) {
        try {
            shown.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return true;
    }

    @Test
    void whatStaysOpenIsRefusedAfterAWhileOrWhenNobodyWaits() throws Exception {
        Path folder = ForeignFileSystem.seenAs(FileRules.WINDOWS, temp);
        Path file = Files.writeString(folder.resolve("kept"), "former");
        Path fresh = Files.writeString(folder.resolve("fresh"), "new");
        var pauses = new AtomicInteger();

        try (FileChannel shown = FileChannel.open(file, StandardOpenOption.READ)) {
            assertThatThrownBy(() -> WholeFile.move(fresh, file, () -> pauses.incrementAndGet() > 0))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(pauses).hasValue(19);
            assertThatThrownBy(() -> WholeFile.move(fresh, file, () -> pauses.incrementAndGet() < 0))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(pauses).hasValue(20);
            assertThat(shown.isOpen()).isTrue();
        }

        assertThat(file).hasContent("former");
        assertThat(fresh).hasContent("new");
    }

    /** Where the file's being open keeps nobody from replacing it, a refusal is one of rights, and waiting is for nothing. */
    @Test
    void aRefusalOfAnotherKindIsNotTriedAgain() throws Exception {
        Path folder = ForeignFileSystem.seenAs(FileRules.MACOS, temp);
        Path file = Files.writeString(folder.resolve("kept"), "former");
        Path fresh = Files.writeString(folder.resolve("fresh"), "new");
        ((ForeignFileSystem) folder.getFileSystem()).refuseMoves();
        var pauses = new AtomicInteger();

        assertThatThrownBy(() -> WholeFile.move(fresh, file, () -> pauses.incrementAndGet() > 0))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(pauses).hasValue(0);
        assertThat(file).hasContent("former");
    }

    /** In two steps the disk could fill between them, or the power go: both would be lost. */
    @Test
    void whereNothingIsReplacedInOneStepTheFormerFileStays() throws Exception {
        Path file = ForeignFileSystem.seenAs(FileRules.LINUX_SHARE_WITH_MODES, temp).resolve("kept");
        Files.writeString(temp.resolve("kept"), "former");

        assertThatThrownBy(() -> WholeFile.replace(file, bytes("new")))
                .isInstanceOf(AtomicMoveNotSupportedException.class);

        assertThat(temp.resolve("kept")).hasContent("former");
        assertThat(names()).containsExactly("kept");
    }

    @Test
    void aNewFileThatCannotBeMadeLeavesTheFormerAlone() throws Exception {
        Path file = Files.writeString(temp.resolve("kept"), "former");
        Files.createFile(Files.createDirectory(temp.resolve("kept.tempFile")).resolve("in-the-way"));

        assertThatThrownBy(() -> WholeFile.replace(file, bytes("new"))).isInstanceOf(IOException.class);

        assertThat(file).hasContent("former");
    }

    /** Windows would refuse, and keep every file from being written. */
    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void theFolderIsFlushedWhereTheSystemHasACallForIt(FileRules rules) throws Exception {
        Path folder = ForeignFileSystem.seenAs(rules, temp);

        WholeFile.replace(folder.resolve("kept"), bytes("new"));

        assertThat(((ForeignFileSystem) folder.getFileSystem()).foldersOpened())
                .isEqualTo(rules == FileRules.WINDOWS ? List.of() : List.of(temp));
    }
}
