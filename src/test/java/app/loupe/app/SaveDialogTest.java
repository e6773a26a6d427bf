package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveDialogTest {
    @TempDir
    private Path documents;

    @TempDir
    private Path exports;

    @Test
    void itOpensWhereTheDocumentsAreUnlessAPlaceIsProposed() {
        assertThat(SaveDialog.folder(Path.of("statement.pdf"), documents)).contains(documents);
        assertThat(SaveDialog.folder(exports.resolve("statement.pdf"), documents)).contains(exports);
        assertThat(SaveDialog.folder(exports.resolve("gone").resolve("statement.pdf"), documents)).isEmpty();
    }
}
