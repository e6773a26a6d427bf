package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a killed export left goes with the next one into the same folder, and nothing else does. */
class HalfFileTest {
    @TempDir
    private Path folder;

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private Path left(Duration age) throws IOException {
        Path half = Files.writeString(HalfFile.in(folder), "half");
        age(half, age);
        return half;
    }

    private void export() throws ProblemException {
        new ExportFile(folder.resolve("new.csv"), false)
                .write(out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatNobodyWritesAnyMoreGoes() throws Exception {
        Path old = left(Duration.ofDays(8));
        Path underWay = left(Duration.ofHours(1));
        Path asleep = left(Duration.ofDays(3));

        export();

        assertThat(old).doesNotExist();
        assertThat(underWay).as("another export may write it").exists();
        assertThat(asleep).as("and the computer may have slept meanwhile").exists();
    }

    /** Another export ends at the same time, or somebody took a right away. */
    @Test
    void oneThatCannotBeLookedAtKeepsNoOther() throws Exception {
        Path gone = HalfFile.in(folder);
        export();
        Path old = left(Duration.ofDays(8));

        new Leftovers(folder.resolve("new.csv"), Files.getOwner(folder)).sweep(List.of(gone, old));

        assertThat(old).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "does not tell how many names a file has: there it goes after a week")
    void theSecondNameOfAFileThatHasItsOwnGoesWhenNobodyWritesIt() throws Exception {
        Path half = left(Duration.ZERO);
        HalfFile.alsoCall(half, folder.resolve("placed.csv"));

        export();
        assertThat(half).as("a backup may have linked what is being written").exists();
        age(half, Duration.ofMinutes(11));
        Leftovers.sweepBeside(folder.resolve("new.csv"));

        assertThat(names()).containsExactly("new.csv", "placed.csv");
        assertThat(folder.resolve("placed.csv")).hasContent("half");
    }

    /** A backup by hard links gives a second name to a file that is still written, and the computer sleeps in the middle of it. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "does not tell how many names a file has: there it goes after a week")
    void aSecondNameElsewhereIsNotItsOwn() throws Exception {
        Path half = left(Duration.ofDays(1));
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Files.createLink(backup.resolve("copied"), half);
        Files.createLink(HalfFile.in(folder), half);
        age(half, Duration.ofDays(1));

        export();

        assertThat(half).as("may still be written").hasContent("half");
        age(half, Duration.ofDays(8));
        Leftovers.sweepBeside(folder.resolve("new.csv"));
        assertThat(names()).containsExactly("backup", "new.csv");
    }

    @Test
    void aNameThatIsTakenIsRefused() throws IOException {
        Path half = left(Duration.ZERO);
        Path taken = Files.writeString(folder.resolve("taken"), "theirs");

        assertThatThrownBy(() -> HalfFile.alsoCall(half, taken)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(taken).hasContent("theirs");
        assertThat(half).exists();
    }
}
