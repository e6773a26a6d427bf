package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.engine.DbObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A book of the first version, of two sittings and one more: this Loupe opens it, gives it its tables and loses nothing. */
class BookVersionsIT extends BookInFolder {
    private static final Path KEPT = Path.of("src/test/resources/store/book-version-1");
    private static final Path LISTS = Path.of("src/main/resources/app/loupe/store");

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path one : files.toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
    }

    private List<String> definitions(String name) throws Exception {
        try (Secret key = OpenStore.key((byte) 9)) {
            return RawFile.read(file(name), key, RawFile::definitions).orElseThrow().stream()
                    .filter(found -> found.getObjectType() != DbObject.USER
                            && found.getObjectType() != DbObject.SETTING)
                    .map(found -> OwnDefinitions.line(found.getObjectType(), found.getSQL())).toList();
        }
    }

    private static List<String> list(int version) throws IOException {
        return Files.readAllLines(LISTS.resolve("definitions-book-" + version + ".txt"));
    }

    private static void showsEverything(OpenBook open) throws Exception {
        assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        assertThat(open.invoices(OTHER)).containsExactly(7L);
        assertThat(open.all(SHOP).getLast().change()).isEqualTo(OpenBook.change(1, NOW, "1.00", "2.00"));
        assertThat(open.book.seen(SHOP)).isEqualTo(1);
        assertThat(open.book.marks(Set.of(SHOP, OTHER))).isEmpty();
    }

    @Test
    void itIsOpenedWithAllThatItHoldsAndCanBeWrittenTo() throws Exception {
        assertThat(definitions("book.mv.db")).containsExactlyInAnyOrderElementsOf(list(1));

        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            showsEverything(open);
            open.book.mark(Map.of(new InvoiceKey(SHOP, 1), new MarkAct.Flag(true)));
        }

        assertThat(definitions("book.mv.db")).containsExactlyInAnyOrderElementsOf(list(3));
        assertThat(folder).isDirectoryNotContaining("glob:**migration**");
        try (var again = open()) {
            assertThat(again.warnings()).isEmpty();
            assertThat(again.invoices(SHOP)).containsExactly(2L, 1L);
            assertThat(again.book.marks(Set.of(SHOP))).hasSize(1);
        }
    }

    @Test
    void aGoodStateOfTheFirstVersionStillTakesThePlaceOfADamagedBook() throws Exception {
        ruin("book.mv.db");

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
            open.book.mark(Map.of(new InvoiceKey(SHOP, 1), new MarkAct.Flag(true)));
        }
        try (var again = open()) {
            assertThat(again.warnings()).isEmpty();
            assertThat(again.book.marks(Set.of(SHOP))).hasSize(1);
        }
    }

    @Test
    void aMigrationThatWasKilledBeginsAgain() throws Exception {
        Files.write(file("book-migration.mv.db"), new byte[5_000]);

        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            showsEverything(open);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**migration**");
    }
}
