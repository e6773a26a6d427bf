package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.foreign.FileRules;
import testkit.foreign.ForeignFileSystem;

/** Files that are taken away, where another system or a share has the say. */
class OtherSystemsTest {
    private static final ExportFile.Content FIGURES = out -> out.write("figures".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path temp;

    private Path seenAs(FileRules rules) {
        return ForeignFileSystem.seenAs(rules, temp);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    private static void refused(Path file, boolean overwrite, ProblemCode code) {
        assertThatThrownBy(() -> new ExportFile(file, overwrite).write(FIGURES)).isInstanceOfSatisfying(
                ProblemException.class, refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsMadeAndReplacedAndNothingElseIsLeft(FileRules rules) throws Exception {
        Path file = seenAs(rules).resolve("list.csv");

        new ExportFile(file, false).write(FIGURES);
        new ExportFile(file, true).write(out -> out.write('1'));

        assertThat(names(seenAs(rules))).containsExactly("list.csv");
        assertThat(file).hasContent("1");
    }

    /** A power cut would take away the name of a file that is whole. */
    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void theFoldersOfWhatWasPlacedAreFlushedWhereTheSystemHasACallForIt(FileRules rules) throws Exception {
        Path place = seenAs(rules);

        new ExportFile(place.resolve("list.csv"), false).write(FIGURES);
        assertThat(flushed(place)).isEqualTo(rules == FileRules.WINDOWS ? List.of() : List.of(temp));

        ParcelPlace.called(place.resolve("month"), false, null).write(parcel -> parcel.put("invoices/one.csv", FIGURES),
                Steps.unwatched());
        Path joined = Files.createDirectory(place.resolve("all"));
        ParcelPlace.folder(joined, false).write(parcel -> parcel.put("one.pdf", FIGURES), Steps.unwatched());
        if (rules == FileRules.WINDOWS) {
            assertThat(flushed(place)).isEmpty();
        } else {
            assertThat(flushed(place)).contains(temp, temp.resolve("all")).anyMatch(path -> path.endsWith("invoices"));
        }
    }

    private static List<Path> flushed(Path place) {
        return ((ForeignFileSystem) place.getFileSystem()).foldersOpened();
    }

    @ParameterizedTest
    @EnumSource
    void aFolderIsMadeWithItsFiles(FileRules rules) throws Exception {
        Path place = seenAs(rules).resolve("month");

        ParcelPlace.called(place, false, null).write(parcel -> {
            parcel.put("invoices/one.csv", FIGURES);
            parcel.put("two.csv", FIGURES);
        }, Steps.unwatched());

        assertThat(names(seenAs(rules))).containsExactly("month");
        assertThat(place.resolve("invoices").resolve("one.csv")).hasContent("figures");
    }

    @Test
    void aFileThatAnotherProgramShowsIsNamedAndLeftAsItIs() throws Exception {
        Path file = Files.writeString(seenAs(FileRules.WINDOWS).resolve("list.xlsx"), "shown");

        try (FileChannel shown = FileChannel.open(file, StandardOpenOption.READ)) {
            refused(file, true, ProblemCode.EXPORT_UNWRITABLE);
            assertThat(shown.isOpen()).isTrue();
        }

        assertThat(names(seenAs(FileRules.WINDOWS))).containsExactly("list.xlsx");
        assertThat(file).hasContent("shown");
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS"})
    void aNameInOtherLettersIsTheSameFile(FileRules rules) throws Exception {
        new ExportFile(seenAs(rules).resolve("Caf\u00e9.csv"), false).write(FIGURES);

        refused(seenAs(rules).resolve("CAF\u00c9.CSV"), false, ProblemCode.EXPORT_EXISTS);
    }

    @Test
    void onWindowsTheOwnerAloneHasTheFile() throws Exception {
        Path file = seenAs(FileRules.WINDOWS).resolve("list.csv");

        new ExportFile(file, false).write(FIGURES);

        var view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        assertThat(view.getAcl()).singleElement().satisfies(
                entry -> assertThat(entry.principal()).isEqualTo(Files.getOwner(file)));
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS, false", "WINDOWS_SHARE, true", "MACOS, false", "LINUX_SHARE, true"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "what a share of Linux is seen through has modes")
    void whetherOthersMayReadItIsSaidOfThePlaceAndNotOfTheAttempt(FileRules rules, boolean open) throws Exception {
        Path file = seenAs(rules).resolve("list.csv");
        Path folder = seenAs(rules).resolve("month");
        new ExportFile(file, false).write(FIGURES);
        ParcelPlace.called(folder, false, null).write(parcel -> parcel.put("invoices/one.csv", FIGURES),
                Steps.unwatched());
        if (rules == FileRules.LINUX_SHARE) {
            // as such a place is mounted, whatever this account makes its own files with
            for (String name : List.of("list.csv", "month/invoices/one.csv")) {
                Files.setPosixFilePermissions(temp.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
            }
        }

        assertThat(PlaceRights.isOpen(file)).isEqualTo(open);
        assertThat(PlaceRights.isOpen(folder)).isEqualTo(open);
        assertThat(PlaceRights.isOpen(seenAs(rules).resolve("nothing"))).isFalse();
    }

    /** As one file, and as a folder. */
    @ParameterizedTest
    @ValueSource(strings = {"con", "NUL.txt", "aux .x", "conin$", "CONOUT$.x", "Com\u00b9", "a:b", "x. . .", "what?",
        "tab\there", "\"q\"",
        "\\\\server\\share", "C:\\x", "..", "Gr\u00f6\u00dfe | 2026"})
    void everyNameIsOneOnWindows(String wanted) throws Exception {
        Path folder = seenAs(FileRules.WINDOWS);

        Path file = Files.createFile(folder.resolve(new FileNames().next(wanted, "pdf")));
        Path made = Files.createDirectory(folder.resolve(FileNames.safe(wanted)));

        assertThat(file.getParent()).isEqualTo(folder);
        assertThat(made.getParent()).isEqualTo(folder);
    }

    @Test
    void aNameThatIsCutEndsAsWindowsKeepsIt() {
        Path folder = seenAs(FileRules.WINDOWS);
        String cutAtAPoint = "n".repeat(98) + " . and more";

        String name = FileNames.safe(cutAtAPoint);

        assertThat(folder.resolve(name).getFileName()).hasToString("n".repeat(98));
    }

    @ParameterizedTest
    @EnumSource
    void noTwoOfOneFolderAreOneFile(FileRules rules) throws Exception {
        var names = new FileNames();
        for (String wanted : List.of("Caf\u00e9", "Cafe\u0301", "CAF\u00c9", "\u039f\u03a3", "\u03bf\u03c2",
                "\u03bf\u03c3",
                "\u017ftra\u00dfe", "STRASSE", "strasse")) {
            Files.createFile(seenAs(rules).resolve(names.next(wanted, "pdf")));
        }

        assertThat(names(seenAs(rules))).hasSize(9);
    }
}
