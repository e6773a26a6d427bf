package app.loupe.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
class DataFolderIT {
    @TempDir
    Path temp;

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void refused(Path folder) {
        assertThatThrownBy(() -> DataFolder.open(folder)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(ProblemCode.DATA_FOLDER_UNUSABLE);
            assertThat(refusal.problem().parameters()).containsExactly(folder.toString());
        });
    }

    @Test
    void s44_makesAFolderThatOnlyTheOwnerCanOpen() throws Exception {
        Path folder = temp.resolve("deep/er/loupe");

        assertThat(DataFolder.open(folder).path()).isEqualTo(folder);

        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void s44_closesAFolderOfOursThatWasOpened() throws Exception {
        Files.writeString(temp.resolve(DataFolder.VAULT_FILE), "");
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataFolder.open(temp);

        assertThat(mode(temp)).isEqualTo("rwx------");
    }

    private static final SystemAccount ROOT = new SystemAccount("root", "0");

    /** As it is anyway, unless root runs the tests. */
    private static void giveToSomebody(Path file) throws IOException {
        if (Files.getAttribute(file, "unix:uid").equals(0)) {
            Files.setAttribute(file, "unix:uid", 12_345);
        }
    }

    /** With sudo: what root replaces there would be closed to who has to open it next. */
    @Test
    void rootLeavesWhatAnotherAccountBeganAsItIs() throws Exception {
        Path vault = Files.writeString(temp.resolve(DataFolder.VAULT_FILE), "");
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        giveToSomebody(vault);
        giveToSomebody(temp);

        String owner = Files.getOwner(temp).getName();

        assertThatThrownBy(() -> DataFolder.open(temp, folder -> true, ROOT)).isInstanceOfSatisfying(
                ProblemException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(Problem.of(ProblemCode.DATA_FOLDER_OF_OTHER, temp.toString(), owner)));

        assertThat(mode(temp)).isEqualTo("rwxr-xr-x");
        // a share may show owners that this computer does not have
        assertThat(DataFolder.open(temp, folder -> true, new SystemAccount("ann", "54321")).isReadOnly()).isFalse();
    }

    /** As in a container, where a folder is lent by an account that is none there. */
    @Test
    void rootBeginsInAFolderThatWasLent() throws Exception {
        giveToSomebody(temp);

        assertThat(DataFolder.open(temp, folder -> true, ROOT).path()).isEqualTo(temp);
    }

    /** A snapshot or a locked stick: whoever put it there has done nothing wrong, and is told what to do. */
    @Test
    void leavesAFolderThatTakesNothingAsItIs() throws Exception {
        Files.writeString(temp.resolve(DataFolder.VAULT_FILE), "");
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(DataFolder.open(temp, folder -> false)).isEqualTo(new DataFolder(temp, true));

        assertThat(mode(temp)).as("nothing is tried there").isEqualTo("rwxr-xr-x");
    }

    private static void refused(ProblemCode code, Path folder, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(Problem.of(code, folder.toString())));
    }

    /** "Commands that only read work there" would be untrue where there is nothing to read. */
    @Test
    void beginsNothingWhereNothingIsTaken() {
        for (Path folder : List.of(temp, temp.resolve("new"), temp.resolve("deep/er/new"))) {
            refused(ProblemCode.DATA_FOLDER_TAKES_NOTHING, folder, () -> DataFolder.open(folder, any -> false));
            refused(ProblemCode.DATA_FOLDER_TAKES_NOTHING, folder,
                    () -> DataFolder.demandWritable(folder, any -> false));
        }
        assertThat(temp).as("nothing is tried").isEmptyDirectory();
    }

    @Test
    void saysThatAFolderOfOursCanBeReadThoughItTakesNothing() throws Exception {
        Files.writeString(temp.resolve(DataFolder.VAULT_FILE), "");

        refused(ProblemCode.DATA_FOLDER_READ_ONLY, temp, () -> DataFolder.demandWritable(temp, any -> false));
        assertThatCode(() -> DataFolder.demandWritable(temp, any -> true)).doesNotThrowAnyException();
        assertThatCode(() -> DataFolder.demandWritable(temp.resolve("new/er"), temp::equals))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesTheOpenFolderOfSomebodyElseAlone() throws Exception {
        Files.writeString(temp.resolve("holiday.txt"), "");
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));

        refused(temp);

        assertThat(mode(temp)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void refusesAFile() throws Exception {
        refused(Files.writeString(temp.resolve("file"), "x"));
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        refused(Files.writeString(temp.resolve("file"), "x").resolve("below"));
    }

    @Test
    void s44_findsWhatOthersMayRead() throws Exception {
        Path folder = temp.resolve("loupe");
        DataFolder data = DataFolder.open(folder);
        Path closed = Files.createFile(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
        var check = new PosixFolderCheck(data);

        assertThat(check.look()).isEqualTo(new FolderCheck.Findings(folder, true, 2, List.of()));

        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(check.look().tooOpen()).containsExactly("closed rw-r-----");
    }

    @Test
    void theAccountIsTheOneThatOwnsNewFiles() throws Exception {
        var account = SystemAccounts.current(Surroundings.current());
        Path made = Files.createFile(temp.resolve("made"));

        assertThat(account.systemId()).isEqualTo(String.valueOf(Files.getAttribute(made, "unix:uid")));
        assertThat(account.name()).isEqualTo(Files.getOwner(made).getName());
        assertThat(SystemAccounts.ownerOf(made)).isEqualTo(account);
    }
}
