package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.WatchedReader;
import testkit.cli.CommandsOverFakes;

/** The files of a pack or an archive belong together; a sync may change the copy between two of them. */
class MixedExportTest {
    private static final String ACME = "aaaa1111";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void someDocuments() throws ProblemException {
        ExportedBooks.into(bench, ACME);
    }

    private int export(String what, String name, String... more) {
        return bench.run(Stream.of(Stream.of("export", "--output", folder.resolve(name).toString()), Stream.of(more),
                what.equals("pack")
                        ? Stream.of("--pack", "2026-09")
                        : Stream.of("--archive", "--from", "2026-01-01", "--to", "2026-12-31"))
                .flatMap(part -> part).toArray(String[]::new));
    }

    private String readme(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("README.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "archive"})
    void aCopyThatChangesMeanwhileIsTold(String what) throws IOException {
        bench.copy = WatchedReader.of(bench.reader, (question, about) -> {
            if (question.equals("each")) {
                bench.reader.put(ACME, ExportedBooks.document(1, "INV/2026/0001", MoveType.CUSTOMER_INVOICE,
                        MoveState.CANCELLED));
            }
        });

        assertThat(export(what, "kept")).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.messages()).contains("The copy changed while the files were written");
        assertThat(readme("kept")).contains("A sync changed the copy while this was being written");
        bench.copy = null;
        assertThat(export(what, "again", "--json")).isZero();
        assertThat(bench.terminal.output()).contains("\"mixed\":false");
        assertThat(readme("again")).doesNotContain("A sync changed");
    }
}
