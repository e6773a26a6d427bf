package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The book as it was before a migration: beside the new one until a later start, and one more state to fall back on. */
class FormerBookIT extends BookInFolder {
    private static final Path KEPT = Path.of("src/test/resources/store/book-version-1");
    private static final String FORMER = "book.mv.db.former";

    private byte[] before;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path one : files.toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
        before = Files.readAllBytes(file("book.mv.db"));
    }

    private void migrated() throws Exception {
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            open.book.dropFormer();
        }
    }

    @Test
    void itStaysUntilALaterStartHasFoundTheNewOneWhole() throws Exception {
        migrated();
        assertThat(file(FORMER)).hasBinaryContent(before);

        try (var open = open()) {
            assertThat(file(FORMER)).exists();
            open.book.dropFormer();
            assertThat(file(FORMER)).doesNotExist();
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }

    @Test
    void whereBookAndStatesAreDamagedItTakesTheirPlace() throws Exception {
        migrated();
        ruin("book.mv.db");
        ruin("book-state-1.mv.db");
        ruin("book-state-2.mv.db");

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
            open.book.dropFormer();
            assertThat(file(FORMER)).as("not a good start").exists();
        }
        migrated();
        assertThat(file(FORMER)).doesNotExist();
    }

    /** The states of before the migration are older than the book was then. */
    @Test
    void itIsPreferredToAnOlderState() throws Exception {
        migrated();
        for (String state : List.of("book-state-1.mv.db", "book-state-2.mv.db")) {
            Files.copy(KEPT.resolve("book-state-1.mv.db"), file(state),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        ruin("book.mv.db");

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
            assertThat(open.invoices(OTHER)).containsExactly(7L);
            assertThat(file(FORMER)).hasBinaryContent(before);
        }
    }

    @Test
    void aLaterStateIsPreferredToIt() throws Exception {
        migrated();
        try (var open = open()) {
            open.note(SHOP, 3);
        }
        migratedWithoutDropping();
        ruin("book.mv.db");

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(3L, 2L, 1L);
        }
    }

    /** A deletion is owed: opening the state rewrites it and takes the former book along. */
    @Test
    void aStateWhoseOpeningDropsItIsTaken() throws Exception {
        migrated();
        Files.writeString(file("book.mv.db.rewrite"), "");
        ruin("book.mv.db");

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).contains(1L);
            assertThat(file(FORMER)).doesNotExist();
        }
    }

    /** A start that keeps a good state of what the last one wrote. */
    private void migratedWithoutDropping() throws Exception {
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
        }
        assertThat(file(FORMER)).exists();
    }

    @Test
    void aMissingBookIsNotBegunAnewBesideIt() throws Exception {
        migrated();
        for (String gone : List.of("book.mv.db", "book-state-1.mv.db", "book-state-2.mv.db")) {
            Files.deleteIfExists(file(gone));
        }

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }

    @Test
    void damageToItAloneHarmsNothing() throws Exception {
        migrated();
        ruin(FORMER);

        migrated();

        assertThat(file(FORMER)).doesNotExist();
        assertThat(setAside()).isEmpty();
    }

    @Test
    void aDeletionTakesIt() throws Exception {
        try (var open = open()) {
            assertThat(file(FORMER)).exists();
            open.book.forget(SHOP);
            assertThat(file(FORMER)).doesNotExist();
        }
    }

    @Test
    void whatIsBroughtInFromAnotherComputerTakesIt() throws Exception {
        try (var open = open()) {
            assertThat(file(FORMER)).exists();
            open.book.join(List.of(), Optional::empty,
                    () -> assertThat(file(FORMER)).as("until all of it counts").exists());
            assertThat(file(FORMER)).doesNotExist();
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }

    /** As when its owner ends it: nothing of it is in the book. */
    @Test
    void whatIsBrokenOffBeforeItCountsLeavesIt() throws Exception {
        try (var open = open()) {
            assertThatThrownBy(() -> open.book.join(List.of(), Optional::empty, () -> {
                throw ProblemException.of(ProblemCode.CANCELLED);
            })).hasMessage("cancelled");
            assertThat(file(FORMER)).exists();
        }
    }
}
