package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DraggedFiles.Content;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.Links;

/** Where the plain files lie that are dragged out, who may open them, and that nothing of them stays. */
class DragFolderSecurityTest {
    private static final ConnectionId ONE = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final String NAME = "INV-2026-00017.pdf";

    @TempDir
    private Path temp;

    private Path folder() {
        return temp.resolve("loupe");
    }

    private DragFolder drags() throws ProblemException {
        return new DragFolder(DataFolder.open(folder()));
    }

    private static Content text(String text) {
        return place -> {
            try (FileChannel channel = PrivateFiles.create(place)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        };
    }

    private static void again(Path place) throws ProblemException {
        try {
            PrivateFiles.createFolders(Objects.requireNonNull(place.getParent()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        text("one").writeTo(place);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
    void s52_eachLiesAloneUnderItsNameAndIsTheAccountsAlone() throws Exception {
        DragFolder drags = drags();

        Path one = drags.make(NAME, Set.of(ONE), text("one"));
        Path two = drags.make(NAME, Set.of(ONE), text("two"));

        assertThat(one).startsWith(folder().resolve(DragFolder.NAME)).hasFileName(NAME).hasContent("one");
        assertThat(two).hasFileName(NAME).hasContent("two");
        assertThat(List.of(mode(one), mode(two))).containsOnly("rw-------");
        assertThat(List.of(mode(Objects.requireNonNull(one.getParent())), mode(folder().resolve(DragFolder.NAME))))
                .containsOnly("rwx------");
        assertThat(new PosixFolderCheck(DataFolder.open(folder())).look()).as("the Security screen looks at it, too")
                .isEqualTo(new FolderCheck.Findings(folder(), true, 6, List.of()));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
    void s52_oneThatWasMadeOpenIsClosed() throws Exception {
        Path made = drags().make(NAME, Set.of(ONE), place -> {
            text("one").writeTo(place);
            try {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-r--r--"));
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });

        assertThat(mode(made)).isEqualTo("rw-------");
    }

    @Test
    void s52_whatIsRemovedLeavesNothingAndTheOthersStay() throws Exception {
        DragFolder drags = drags();
        Path one = drags.make(NAME, Set.of(ONE), text("one"));
        Path two = drags.make(NAME, Set.of(ONE), text("two"));

        assertThat(drags.remove(one)).isTrue();

        assertThat(one.getParent()).doesNotExist();
        assertThat(two).exists();
        assertThat(drags.remove(two)).isTrue();
        assertThat(folder()).isEmptyDirectory();
        assertThat(drags.remove(two)).as("twice").isTrue();
    }

    @Test
    void s52_withAConnectionGoesAllThatHoldsSomethingOfIt() throws Exception {
        DragFolder drags = drags();
        Path of = drags.make(NAME, Set.of(ONE), text("one"));
        Path ofBoth = drags.make("both.csv", Set.of(ONE, OTHER), text("both"));
        Path ofOther = drags.make(NAME, Set.of(OTHER), text("other"));

        drags.forget(ONE);

        assertThat(of).doesNotExist();
        assertThat(ofBoth).doesNotExist();
        assertThat(ofOther).exists();
    }

    @Test
    void s52_whatIsMadeWhileAllGoesIsNotLeftBehind() throws Exception {
        DragFolder drags = drags();

        assertThatThrownBy(() -> drags.make(NAME, Set.of(ONE), place -> {
            text("one").writeTo(place);
            drags.forget(ONE);
            // as where the system held it fast while it was written
            again(place);
        })).isInstanceOfSatisfying(ProblemException.class,
                ended -> assertThat(ended.problem().code()).isEqualTo(ProblemCode.CANCELLED));

        assertThat(folder()).isEmptyDirectory();
    }

    /** As the writing of an export fails when its folder is not there any more, and as Java itself does. */
    @Test
    void s52_whatFailsBecauseItWasTakenAwayIsCancelled() throws Exception {
        DragFolder drags = drags();
        drags.clear();
        List<Content> writing = List.of(place -> drags.forget(ONE), place -> {
            drags.forget(ONE);
            throw ProblemException.of(ProblemCode.EXPORT_FOLDER_MISSING, "dragged");
        });

        for (Content content : writing) {
            assertEndsAs(ProblemCode.CANCELLED, drags, content);
        }
    }

    /** A lock or the end of the window takes all away: its owner has stopped nothing. */
    @Test
    void s52_whatEndsWithAllOfThemEndsWithTheFiles() throws Exception {
        DragFolder drags = drags();
        List<Content> writing = List.of(place -> drags.clear(), place -> {
            drags.clear();
            throw ProblemException.of(ProblemCode.EXPORT_UNWRITABLE, "dragged");
        });

        for (Content content : writing) {
            assertEndsAs(ProblemCode.FILES_CLOSED, drags, content);
        }
    }

    private void assertEndsAs(ProblemCode code, DragFolder drags, Content content) {
        assertThatThrownBy(() -> drags.make(NAME, Set.of(ONE), content))
                .isInstanceOfSatisfying(ProblemException.class,
                        ended -> assertThat(ended.problem().code()).isEqualTo(code));
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void s52_nothingElseIsRemoved() throws Exception {
        DragFolder drags = drags();
        Path own = Files.writeString(folder().resolve("vault.mv.db"), "mine");

        Path root = folder().resolve(DragFolder.NAME);
        for (Path other : List.of(own, folder(), root, root.resolve(".."), root.resolve("../vault.mv.db"),
                temp.resolve("elsewhere"))) {
            assertThatThrownBy(() -> drags.remove(other)).isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(own).hasContent("mine");
    }

    @Test
    void s52_whatAnotherProcessLeftGoesAndALinkLeadsNowhere() throws Exception {
        DragFolder drags = drags();
        Path killed = Files.createDirectories(folder().resolve(DragFolder.NAME).resolve("left"));
        Files.writeString(killed.resolve(NAME), "left");
        Files.writeString(killed.resolve(".half.part"), "half");
        Path own = Files.writeString(Files.createDirectory(temp.resolve("own")).resolve("letter.txt"), "Dear");

        drags.clear();
        assertThat(folder()).isEmptyDirectory();

        Links.make(folder().resolve(DragFolder.NAME), temp.resolve("own"));
        assertThatThrownBy(() -> drags.make(NAME, Set.of(ONE), text("one")))
                .isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.DATA_FOLDER_UNUSABLE));
        assertThat(own.resolveSibling(NAME)).doesNotExist();
        drags.clear();
        assertThat(own).hasContent("Dear");
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void whatCannotBeMadeLeavesNothing() throws Exception {
        DragFolder drags = drags();

        assertThatThrownBy(() -> drags.make(NAME, Set.of(ONE), place -> {
            text("one").writeTo(place);
            throw ProblemException.of(ProblemCode.DISK_FULL);
        })).isInstanceOfSatisfying(ProblemException.class,
                full -> assertThat(full.problem().code()).isEqualTo(ProblemCode.DISK_FULL));

        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void aFolderWithNothingElseIsFree() throws Exception {
        drags().make(NAME, Set.of(ONE), text("one"));

        assertThat(DataFolder.isFree(folder())).as("nothing in it is the owner's only one").isTrue();
    }
}
