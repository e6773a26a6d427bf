package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the folders that killed exports left, and of what only has the name of one. */
class LeftFolderTest {
    @TempDir
    private Path folder;

    private static void age(Path top) throws IOException {
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path one : (Iterable<Path>) tree::iterator) {
                Files.getFileAttributeView(one, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setTimes(FileTime.from(Instant.now().minus(Duration.ofDays(8))), null, null);
            }
        }
    }

    /** As one is made, with a paper in a folder of its own. */
    private static Path left(Path where) throws IOException, ProblemException {
        Path half = HalfFile.in(where);
        new FolderParcel(half).put("invoices/a.pdf", out -> out.write("half".getBytes(StandardCharsets.UTF_8)));
        age(half);
        return half;
    }

    private Path export() throws ProblemException {
        Path made = folder.resolve("new.csv");
        new ExportFile(made, true).write(out -> out.write('1'));
        return made;
    }

    /** Elsewhere it stays: what stands there could be exchanged between the look and the deletion. */
    private void assertGone(Path left) throws IOException {
        boolean canBeHeld;
        try (var held = HeldFolder.open(folder).orElse(null)) {
            canBeHeld = held != null;
        }
        assertThat(Files.exists(left)).isNotEqualTo(canBeHeld);
    }

    /** A file of a folder in it is written after the folder itself. */
    @Test
    void itIsAsOldAsTheLastThatIsWrittenInIt() throws Exception {
        Path half = left(folder);
        Path paper = half.resolve("invoices/a.pdf");
        Files.setLastModifiedTime(paper, FileTime.from(Instant.now()));

        export();
        assertThat(paper).exists();
        age(half);
        export();
        assertGone(half);
    }

    @Test
    void aParcelSweepsWhereItLies() throws Exception {
        Path beside = left(folder);
        Path there = Files.createDirectory(folder.resolve("papers"));
        Path inside = left(there);

        ParcelPlace.folder(there, false).write(parcel -> parcel.put("b.pdf", out -> out.write(1)), Steps.unwatched());
        assertGone(inside);
        assertThat(there.resolve("b.pdf")).exists();
        assertThat(beside).exists();
        ParcelPlace.called(folder.resolve("pack"), false, null)
                .write(parcel -> parcel.put("b.pdf", out -> out.write(1)), Steps.unwatched());
        assertGone(beside);
    }

    @Test
    void whatIsNotOursOrMayBeTheOnlyOneStays() throws Exception {
        Path theirs = Files.writeString(folder.resolve(".download.part"), "theirs");
        Path like = Files.writeString(folder.resolve(".0000-11.part"), "theirs");
        Path former = HalfFile.in(folder).resolve(ParcelPlace.FORMER);
        PrivateFiles.createFolders(former);
        Files.writeString(former.resolve("a.pdf"), "the owner's");
        // as an export is: nothing else keeps it
        PrivateFiles.close(former.resolve("a.pdf"));
        age(folder);

        export();

        assertThat(theirs).exists();
        assertThat(like).exists();
        assertThat(former.resolve("a.pdf")).hasContent("the owner's");
    }

    /** Whoever may write to the folder can give a thing such a name. */
    @Test
    void whatAnotherAccountOwnsStays() throws Exception {
        Path made = export();
        Path half = left(folder);
        Path file = Files.writeString(HalfFile.in(folder), "half");
        age(file);
        UserPrincipal other = () -> "somebody";

        new Leftovers(made, other).sweep(List.of(half, file));

        assertThat(half.resolve("invoices/a.pdf")).exists();
        assertThat(file).exists();
        Leftovers.sweepBeside(made);
        assertThat(file).doesNotExist();
        assertGone(half);
    }

    /** As closed as an export, and old: who may write to the place may have called the owner's own folder so. */
    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "no folder is swept elsewhere")
    void nothingIsSweptWhereOthersMayName() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path half = left(shared);

        new ExportFile(shared.resolve("new.csv"), true).write(out -> out.write('1'));

        assertThat(half.resolve("invoices/a.pdf")).exists();
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        new ExportFile(shared.resolve("new.csv"), true).write(out -> out.write('1'));
        assertGone(half);
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "no folder is swept elsewhere")
    void anOwnFolderThatWasGivenTheNameStays() throws Exception {
        Path own = Files.createDirectory(HalfFile.in(folder));
        Files.writeString(own.resolve("plan.txt"), "the owner's");
        for (Path open : List.of(own, own.resolve("plan.txt"))) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path link = Files.createSymbolicLink(left(folder).resolve("link"), own);
        age(folder);

        export();

        assertThat(own.resolve("plan.txt")).hasContent("the owner's");
        assertThat(link).as("Loupe makes none").isSymbolicLink();
    }
}
