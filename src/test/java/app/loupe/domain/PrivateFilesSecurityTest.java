package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
class PrivateFilesSecurityTest {
    @TempDir
    private Path folder;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void s44_aFileIsMadeClosedAndNotClosedAfterwards() throws Exception {
        Path file = Files.createFile(folder.resolve("new"), PrivateFiles.atBirth(folder.resolve("new")));

        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void s44_whatIsThereIsNotWrittenOver() throws Exception {
        Path file = folder.resolve("file");
        try (FileChannel made = PrivateFiles.create(file)) {
            assertThat(made.isOpen()).isTrue();
        }

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> PrivateFiles.create(file)).isInstanceOf(FileAlreadyExistsException.class);
        Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> PrivateFiles.create(dangling)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void s44_aLockIsMadeClosedOrClosedWhenItIsThere() throws Exception {
        Path file = folder.resolve("lock");
        PrivateFiles.lockable(file).close();
        assertThat(mode(file)).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFiles.lockable(file).close();

        assertThat(mode(file)).isEqualTo("rw-------");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThatThrownBy(() -> PrivateFiles.lockable(link)).isInstanceOf(FileSystemException.class);
    }

    @Test
    void s44_aFolderIsMadeClosed() throws Exception {
        PrivateFiles.createFolders(folder.resolve("one/two"));

        assertThat(mode(folder.resolve("one"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("one/two"))).isEqualTo("rwx------");
    }
}
