package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedChange;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Owned;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More changes come than a book keeps: what is told to have come is what stays of it. */
class BookJoinLimitIT extends BookInFolder {
    private static final int MOST = 40;

    private static MovedBook moved(BookId book) {
        return new MovedBook(book, 0, Map.of(), Map.of(), Set.of());
    }

    /** Changes with these numbers, each noticed a minute after the one before. */
    private static ArrayDeque<MovedChange> history(BookId book, int first, int count) {
        var history = new ArrayDeque<MovedChange>();
        for (int i = first; i < first + count; i++) {
            history.add(new MovedChange(book, i, OpenBook.change(i, NOW.plusSeconds(60L * i), "1.00", "2.00")));
        }
        return history;
    }

    /** What joining brought, and how many of these changes are there afterwards. */
    private record Outcome(Owned told, long there) {}

    private Outcome join(ArrayDeque<MovedChange> history) throws Exception {
        List<MovedChange> came = List.copyOf(history);
        try (Secret key = OpenStore.key((byte) 9);
                Connection connection = new H2Connector(file("book.mv.db"), key).connect(H2Connector.APPEND_ONLY)) {
            Owned told = new BookJoin(new BookTables(connection), MOST).join(List.of(moved(BOOKS)),
                    () -> Optional.ofNullable(history.poll()));
            long there = new BookTables(connection).changesAbove(0, Long.MAX_VALUE, 1_000).stream()
                    .filter(noted -> came.stream().anyMatch(one -> one.change().equals(noted.change()))).count();
            return new Outcome(told, there);
        }
    }

    private void own(long... invoices) throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.note(SHOP, invoices);
        }
    }

    @Test
    void intoAnEmptyBook() throws Exception {
        own();

        Outcome outcome = join(history(BOOKS, 1, MOST + 10));

        assertThat(outcome.there()).isPositive().isLessThan(MOST + 10);
        assertThat(outcome.told().changes()).isEqualTo(outcome.there());
    }

    @Test
    void besideChangesOfThisComputer() throws Exception {
        own(901, 902, 903);

        Outcome outcome = join(history(BOOKS, 1, MOST));

        assertThat(outcome.there()).isPositive().isLessThan(MOST);
        assertThat(outcome.told().changes()).isEqualTo(outcome.there());
    }

    /** The oldest go, and these are all of those that came. */
    @Test
    void nothingStaysOfThem() throws Exception {
        own(901, 902, 903, 904, 905, 906, 907, 908);

        Outcome outcome = join(history(BOOKS, -MOST, MOST));

        assertThat(outcome.told().changes()).isEqualTo(outcome.there());
    }

    @Test
    void withRoomForAllNothingIsLeftOut() throws Exception {
        own(901);

        Outcome outcome = join(history(BOOKS, 1, MOST - 1));

        assertThat(outcome.there()).isEqualTo(MOST - 1);
        assertThat(outcome.told().changes()).isEqualTo(MOST - 1);
    }
}
