package app.loupe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A13 and the length of files: what has to be read in the source. */
class SourceArchTest {
    private static final Path OURS = Path.of("src", "main", "java", "app", "loupe");
    private static final Path FIXTURES = Path.of("src", "test", "java", "archfixture");

    @Test
    void nothingIsCaughtBroadlyBecauseThatHidesWhatNobodyThoughtOf() throws IOException {
        assertThat(SourceRules.broadCatches(OURS)).isEmpty();
    }

    @Test
    void aBroadCatchIsFoundAndAnExemptedOneIsNot() throws IOException {
        List<String> found = SourceRules.broadCatches(FIXTURES);

        assertThat(found).anyMatch(line -> line.matches("CatchesAll.java:\\d+ catches Exception"))
                .anyMatch(line -> line.matches("CatchesAll.java:\\d+ catches .*Throwable.*"))
                .noneMatch(line -> line.contains("CatchesAllForAReason"));
    }

    @Test
    void noFileIsLongerThanAReaderCanKeepInMind() throws IOException {
        assertThat(SourceRules.longFiles(OURS)).isEmpty();
        assertThat(SourceRules.longFiles(Path.of("src", "test", "java"))).isEmpty();
    }

    @Test
    void aLongFileIsFound(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Long.java");
        Files.write(file, Collections.nCopies(SourceRules.MOST_LINES, "//"));
        assertThat(SourceRules.longFiles(folder)).isEmpty();

        Files.write(file, Collections.nCopies(SourceRules.MOST_LINES + 1, "//"));
        assertThat(SourceRules.longFiles(folder)).singleElement().asString().contains("Long.java has 401 lines");
    }

    @Test
    void eachClassHasANameOfItsOwn() throws IOException {
        assertThat(SourceRules.sharedNames(OURS)).isEmpty();
    }

    @Test
    void aSharedNameIsFound(@TempDir Path folder) throws IOException {
        for (String name : List.of("one", "two")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("Steps.java"), "");
            Files.writeString(folder.resolve(name).resolve("package-info.java"), "");
        }

        assertThat(SourceRules.sharedNames(folder)).singleElement().asString().startsWith("Steps.java is in ");
    }
}
