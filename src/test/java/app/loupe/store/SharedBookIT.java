package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One book of two connections: under which of them each change is listed. */
class SharedBookIT extends BookInFolder {
    /** The first of the two, in the order of their names. */
    private static final ConnectionId FIRST = AGAIN;
    private static final ConnectionId SECOND = SHOP;

    private OpenBook shared() throws ProblemException {
        OpenBook open = open();
        open.book.leadsTo(FIRST, BOOKS);
        open.book.leadsTo(SECOND, BOOKS);
        return open;
    }

    private static List<String> listed(OpenBook open, ConnectionId... asked) throws ProblemException {
        var listed = new ArrayList<String>();
        open.book.each(Set.of(asked), Instant.EPOCH, noted -> listed.add(noted.change().invoice() + " "
                + (noted.connection().equals(FIRST) ? "first" : "second")));
        return listed;
    }

    private static void lose(OpenBook open, long invoice) throws ProblemException {
        open.book.note(SECOND, Stamp.NEVER, List.of(new InvoiceChange(invoice, "INV/" + invoice, 1, 3, NOW,
                Kind.INACCESSIBLE, InvoiceField.PRESENCE, 0, "", "", false)));
    }

    @Test
    void aChangeIsOfTheFirstThatWasAskedForAndHoldsTheInvoice() throws Exception {
        try (var open = shared()) {
            open.note(SECOND, 1, 2, 3);
            open.held.put(FIRST, Map.of(1L, Presence.PRESENT, 3L, Presence.REMOVED_IN_ODOO));
            open.held.put(SECOND, Map.of(2L, Presence.PRESENT, 3L, Presence.REMOVED_IN_ODOO));

            assertThat(listed(open, FIRST, SECOND)).containsExactly("3 first", "2 second", "1 first");
            assertThat(listed(open, FIRST)).containsExactly("3 first", "1 first");
            assertThat(listed(open, SECOND)).containsExactly("3 second", "2 second");
        }
    }

    /** Otherwise the history would be gone while the copies are filled again. */
    @Test
    void whatNoCopyHoldsIsListedUnderTheFirstThatWasAskedFor() throws Exception {
        try (var open = shared()) {
            open.note(FIRST, 1);

            assertThat(listed(open, FIRST, SECOND)).containsExactly("1 first");
            assertThat(listed(open, SECOND)).containsExactly("1 second");
        }
    }

    @Test
    void aLossIsOfTheOneThatCannotSeeTheInvoice() throws Exception {
        try (var open = shared()) {
            lose(open, 1);
            open.held.put(FIRST, Map.of(1L, Presence.PRESENT));
            open.held.put(SECOND, Map.of(1L, Presence.NO_LONGER_ACCESSIBLE));

            assertThat(listed(open, FIRST)).isEmpty();
            assertThat(listed(open, SECOND)).containsExactly("1 second");
            assertThat(listed(open, FIRST, SECOND)).containsExactly("1 second");

            open.held.put(SECOND, Map.of(1L, Presence.PRESENT));
            assertThat(listed(open, FIRST, SECOND)).as("nobody can say whose it was").isEmpty();
        }
    }

    @Test
    void aConnectionWithABookOfItsOwnIsToldWhateverItsCopyHolds() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SECOND, BOOKS);
            open.book.leadsTo(OTHER, SISTER);
            open.note(SECOND, 1);
            lose(open, 2);
            open.held.put(SECOND, Map.of(2L, Presence.PRESENT));

            assertThat(listed(open, SECOND, OTHER)).containsExactly("2 second", "1 second");
        }
    }

    @Test
    void theChangesOfOneConnectionAreFoundBehindThousandsOfTheOther() throws Exception {
        try (var open = shared()) {
            open.note(FIRST, 1);
            open.book.note(SECOND, Stamp.NEVER, LongStream.rangeClosed(2, 1_500)
                    .mapToObj(id -> OpenBook.change(id, NOW, "1.00", "2.00")).toList());
            open.held.put(FIRST, Map.of(1L, Presence.PRESENT));
            open.held.put(SECOND, LongStream.rangeClosed(2, 1_500).boxed()
                    .collect(Collectors.toMap(id -> id, id -> Presence.PRESENT)));

            assertThat(listed(open, FIRST)).containsExactly("1 first");
        }
    }
}
