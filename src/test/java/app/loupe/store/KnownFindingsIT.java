package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which findings of the book check the owner knows, in the file. */
class KnownFindingsIT extends BookInFolder {
    @Test
    void whatIsKnownStaysUntilItIsTakenBack() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.knowFindings(SHOP, Set.of("odd-date:1", "odd-date:2"));
            open.book.knowFindings(SHOP, Set.of("odd-date:2", "odd-date:3"));
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            assertThat(open.book.knownFindings(SHOP)).containsExactlyInAnyOrder("odd-date:1", "odd-date:2",
                    "odd-date:3");
            assertThat(open.book.knownFindings(OTHER)).isEmpty();
            open.book.unknowFindings(SHOP, Set.of("odd-date:1", "never:1"));
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            assertThat(open.book.knownFindings(SHOP)).containsExactlyInAnyOrder("odd-date:2", "odd-date:3");
        }
    }

    @Test
    void theyGoAlongToAnotherAddressAndAreGoneWhenTheBooksAreForgotten() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.knowFindings(SHOP, Set.of("odd-date:1"));
            var moved = new BookId("https://moved.example", "shop");
            open.book.leadsTo(SHOP, moved);
            assertThat(open.book.knownFindings(SHOP)).containsExactly("odd-date:1");

            open.book.forget(SHOP);
            open.book.leadsTo(SHOP, moved);

            assertThat(open.book.knownFindings(SHOP)).isEmpty();
        }
    }

    @Test
    void booksThatTurnOutToBeTheSameKnowWhatBothKnew() throws Exception {
        try (var open = open()) {
            var moved = new BookId("https://moved.example", "shop");
            open.book.leadsTo(SHOP, BOOKS);
            open.book.knowFindings(SHOP, Set.of("odd-date:1", "odd-date:2"));
            open.book.leadsTo(OTHER, moved);
            open.book.knowFindings(OTHER, Set.of("odd-date:2", "odd-date:3"));

            open.book.leadsTo(SHOP, moved);

            assertThat(open.book.knownFindings(SHOP)).containsExactlyInAnyOrder("odd-date:1", "odd-date:2",
                    "odd-date:3");
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
        }
    }

    @Test
    void aConnectionThatLeadsToNoBooksKeepsNothingAndSaysSo() throws Exception {
        try (var open = open()) {
            assertThatThrownBy(() -> open.book.knowFindings(SHOP, Set.of("odd-date:1"))).hasMessage("notes-not-kept");
            open.book.unknowFindings(SHOP, Set.of("odd-date:1"));

            assertThat(open.book.knownFindings(SHOP)).isEmpty();
        }
    }
}
