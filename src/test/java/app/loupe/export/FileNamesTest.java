package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.loupe.text.ReadingOrder;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server calls an invoice, its file has a name that every system takes, and no two share one. */
class FileNamesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "INV/2026/0001", "a\\u0000b", "\u202egpj.exe", "...", "", "x:y|z?*<>\"",
        "\u6f22", "\ud83d\ude00"})
    void aNameIsOneFileInItsFolder(String wanted) throws IOException {
        String name = new FileNames().next(wanted.repeat(100), "pdf");

        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.getParent()).isEqualTo(folder);
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(210);
        assertThat(name).endsWith(".pdf").doesNotContain("/", "\\", "\u202e");
    }

    @ParameterizedTest
    @CsvSource({"CON,-CON", "nul,-nul", "'com1 .x',-com1 .x", "Console,Console", "'aux\u00a0',-aux\u00a0"})
    void aDeviceOfWindowsIsNoName(String wanted, String name) {
        assertThat(FileNames.safe(wanted)).isEqualTo(name);
    }

    @Test
    void twoThatASystemTakesForOneAreTwo() {
        var names = new FileNames();

        assertThat(names.next("Caf\u00e9", "pdf")).isEqualTo("Caf\u00e9.pdf");
        assertThat(names.next("Cafe\u0301", "pdf")).isEqualTo("Caf\u00e9 (2).pdf");
        assertThat(names.next("CAF\u00c9", "pdf")).isEqualTo("CAF\u00c9 (3).pdf");
    }

    /** What keeps numbers in their place in the window. */
    @Test
    void marksOfTheWindowAreInNoName() {
        String name = "\u05d7\u05d1\u05e8\u05ea";

        assertThat(FileNames.safe(ReadingOrder.amid(name) + " 2026-11")).isEqualTo(name + " 2026-11");
        assertThat(FilterNotes.of(new Texts(Locale.ENGLISH), List.of(ReadingOrder.amid(name)))).hasSize(1)
                .allSatisfy(note -> assertThat(note).contains(name).doesNotContain("\u200e"));
    }

    /** Of letters that take three bytes, two bytes and one. */
    @ParameterizedTest
    @ValueSource(strings = {"\u6c34\u5320", "\u0416\u0443", "Subsidiary "})
    void whatTellsFilesApartIsNotCutOffBehindALongName(String company) {
        var names = new FileNames();
        String first = names.next(company.repeat(60), "INV/2026/00001", "pdf");
        String second = names.next(company.repeat(60), "INV/2026/00002", "pdf");

        assertThat(first).startsWith(company.strip()).endsWith(" INV-2026-00001.pdf");
        assertThat(second).endsWith(" INV-2026-00002.pdf");
        assertThat(first.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(210);
    }

    @Test
    void nothingInFrontLeavesTheNameAsItIs() {
        assertThat(new FileNames().next("", "INV/1", "pdf")).isEqualTo("INV-1.pdf");
        assertThat(new FileNames().next("Acme", "INV/1", "pdf")).isEqualTo("Acme INV-1.pdf");
        assertThat(new FileNames().next("...", "INV/1", "pdf")).isEqualTo("- INV-1.pdf");
    }

    /** The window waits for a name; looked at from each of its characters, such a text keeps it for minutes. */
    @ParameterizedTest
    @ValueSource(strings = {" ", ".", ". ", "\t", "\u200e", "\u0301", "/"})
    void aLongTextKeepsNobodyWaiting(String part) {
        String wanted = "A" + part.repeat(1_000_000 / part.length()) + "B";

        String name = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> FileNames.safe(wanted) + new FileNames().next(wanted, wanted, "pdf"));

        assertThat(name).matches("(?s)[A\u00c1].*");
    }
}
