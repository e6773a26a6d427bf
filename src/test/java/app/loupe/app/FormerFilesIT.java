package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from before a migration go when all of Loupe has opened. */
class FormerFilesIT {
    @TempDir
    Path folder;

    private List<Path> kept() throws IOException {
        var kept = new ArrayList<Path>();
        for (String name : List.of("vault", "invoices", "book")) {
            kept.add(Files.copy(folder.resolve(name + ".mv.db"), folder.resolve(name + ".mv.db.former")));
        }
        return kept;
    }

    @Test
    void aStartThatOpensEverythingDropsThem() throws Exception {
        var loupe = new WholeLoupe(folder);
        loupe.open().close();
        List<Path> kept = kept();

        loupe.openReadOnly().close();
        assertThat(kept).allSatisfy(former -> assertThat(former).exists());

        loupe.open().close();
        assertThat(kept).allSatisfy(former -> assertThat(former).doesNotExist());
    }

    @Test
    void aStartThatDoesNotOpenEverythingLeavesThem() throws Exception {
        var loupe = new WholeLoupe(folder);
        loupe.open().close();
        List<Path> kept = kept();
        Path book = folder.resolve("book.mv.db");
        Path aside = Files.move(book, folder.resolve("aside"));
        Files.createFile(Files.createDirectory(book).resolve("in the way"));

        assertThatThrownBy(loupe::open).isInstanceOf(ProblemException.class);

        assertThat(kept).allSatisfy(former -> assertThat(former).exists());
        Files.delete(book.resolve("in the way"));
        Files.delete(book);
        Files.move(aside, book);
        loupe.open().close();
        assertThat(kept).allSatisfy(former -> assertThat(former).doesNotExist());
    }
}
