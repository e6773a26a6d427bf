package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one computer's book takes in of another's. */
class BookJoinIT extends BookInFolder {
    private Path elsewhere = Path.of("");

    @BeforeEach
    void otherFolder() throws IOException {
        elsewhere = Files.createDirectory(temporary.resolve("other"));
    }

    private OpenBook other() throws ProblemException {
        return new OpenBook(elsewhere);
    }

    private static Instant minute(int minute) {
        return NOW.plusSeconds(60L * minute);
    }

    private static InvoiceChange change(long invoice, int minute) {
        return OpenBook.change(invoice, minute(minute), "1.00", "2.00");
    }

    private static void note(OpenBook open, InvoiceChange... changes) throws ProblemException {
        open.book.note(SHOP, Stamp.NEVER, List.of(changes));
    }

    private static List<MovedChange> history(OpenBook open) throws ProblemException {
        var all = new ArrayList<MovedChange>();
        long last = open.book.contents().last();
        long above = 0;
        for (var some = open.book.changes(above, last); !some.isEmpty(); some = open.book.changes(above, last)) {
            all.addAll(some);
            above = some.getLast().number();
        }
        return all;
    }

    private static void join(OpenBook to, OpenBook from, MovedBooks.Together last) throws ProblemException {
        var history = new ArrayDeque<>(history(from));
        to.book.join(from.book.contents().books(), () -> Optional.ofNullable(history.poll()), last);
    }

    private static void join(OpenBook to, OpenBook from) throws ProblemException {
        join(to, from, () -> {});
    }

    private static InvoiceMark mark(OpenBook open, long invoice) throws ProblemException {
        return open.book.marks(Set.of(SHOP)).getOrDefault(new InvoiceKey(SHOP, invoice), InvoiceMark.NONE);
    }

    private static void write(OpenBook open, long invoice, MarkAct act) throws ProblemException {
        open.book.mark(Map.of(new InvoiceKey(SHOP, invoice), act));
    }

    @Test
    void anEmptyBookTakesEverything() throws Exception {
        twoSittings();
        try (var from = open(); var to = other()) {
            from.book.see(SHOP, 1);
            write(from, 1, new MarkAct.Review(new InvoiceMark.Review(NOW, "d1", 2)));
            write(from, 1, new MarkAct.Remind(LocalDate.of(2026, 7, 1)));
            MovedBooks.Contents before = from.book.contents();

            join(to, from);

            assertThat(from.book.contents()).isEqualTo(before);
            assertThat(to.book.contents()).isEqualTo(before);
            assertThat(history(to)).isEqualTo(history(from)).hasSize(2);
            to.book.leadsTo(SHOP, BOOKS);
            assertThat(mark(to, 1).note()).isEqualTo("call Anna");
            assertThat(mark(to, 2).flagged()).isTrue();
            assertThat(to.book.partnerNotes(Set.of(SHOP))).containsEntry(new PartnerKey(SHOP, 30),
                    "pays on Thursdays");
            assertThat(to.book.knownFindings(SHOP)).containsExactly("odd-date:1");
            assertThat(to.book.seen(SHOP)).isEqualTo(1);
        }
        try (var again = other()) {
            assertThat(again.warnings()).isEmpty();
            assertThat(again.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }

    @Test
    void joiningOnceMoreChangesNothing() throws Exception {
        twoSittings();
        try (var from = open(); var to = other()) {
            // two payments may be equal in every value
            note(from, change(5, 3), change(5, 3));
            join(to, from);
            to.book.leadsTo(SHOP, BOOKS);
            write(to, 2, new MarkAct.Note("mine"));
            to.book.see(SHOP, 3);
            List<InvoiceChange> before = history(to).stream().map(MovedChange::change).toList();
            var kept = to.book.marks(Set.of(SHOP));

            join(to, from);

            assertThat(history(to)).extracting(MovedChange::change).isEqualTo(before).hasSize(4);
            assertThat(to.book.marks(Set.of(SHOP))).isEqualTo(kept);
            assertThat(unseen(to)).containsExactly(5L);
        }
    }

    /** The invoices of changes that the owner has not seen, oldest first. */
    private static List<Long> unseen(OpenBook open) throws ProblemException {
        long seen = open.book.seen(SHOP);
        return history(open).stream().filter(one -> one.number() > seen).map(one -> one.change().invoice()).toList();
    }

    @Test
    void twoHistoriesAreOneInTheOrderInWhichTheyWereNoticed() throws Exception {
        try (var from = open(); var to = other()) {
            from.book.leadsTo(SHOP, BOOKS);
            to.book.leadsTo(SHOP, BOOKS);
            note(from, change(1, 1), change(2, 2), change(3, 5));
            note(to, change(2, 2), change(4, 3), change(5, 6));
            from.book.see(SHOP, 2);
            to.book.see(SHOP, 2);
            write(from, 1, new MarkAct.Review(new InvoiceMark.Review(minute(2), "d1", 1)));
            write(to, 4, new MarkAct.Review(new InvoiceMark.Review(minute(4), "d4", 2)));
            write(to, 2, new MarkAct.Review(new InvoiceMark.Review(minute(4), "d2", 1)));

            join(to, from);

            List<MovedChange> all = history(to);
            assertThat(all).extracting(one -> one.change().invoice()).containsExactly(1L, 2L, 4L, 3L, 5L);
            assertThat(unseen(to)).containsExactly(3L, 5L);
            assertThat(mark(to, 1).review()).isEqualTo(new InvoiceMark.Review(minute(2), "d1", all.get(0).number()));
            assertThat(mark(to, 2).review()).isEqualTo(new InvoiceMark.Review(minute(4), "d2", all.get(1).number()));
            assertThat(mark(to, 4).review()).isEqualTo(new InvoiceMark.Review(minute(4), "d4", all.get(2).number()));
            assertThat(to.book.news(Set.of(SHOP))).hasEntrySatisfying(new InvoiceKey(SHOP, 5),
                    news -> assertThat(news.changedAt()).isEqualTo(all.get(4).number()));
        }
        try (var again = other()) {
            assertThat(again.warnings()).isEmpty();
            assertThat(again.invoices(SHOP)).containsExactly(5L, 3L, 4L, 2L, 1L);
        }
    }

    @Test
    void ofTwoNotesBothStay() throws Exception {
        try (var from = open(); var to = other()) {
            from.book.leadsTo(SHOP, BOOKS);
            to.book.leadsTo(SHOP, BOOKS);
            write(from, 1, new MarkAct.Note("theirs"));
            write(from, 1, new MarkAct.Flag(true));
            write(to, 1, new MarkAct.Note("ours"));
            from.book.notePartner(new PartnerKey(SHOP, 3), "theirs");
            to.book.notePartner(new PartnerKey(SHOP, 3), "ours");
            from.book.knowFindings(SHOP, Set.of("a", "b"));
            to.book.knowFindings(SHOP, Set.of("b", "c"));

            join(to, from);

            assertThat(mark(to, 1)).isEqualTo(new InvoiceMark(true, "ours\ntheirs", null, null, false));
            assertThat(to.book.partnerNotes(Set.of(SHOP)).values()).containsExactly("ours\ntheirs");
            assertThat(to.book.knownFindings(SHOP)).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    /** What is written to the partner 3. */
    private static String partner(OpenBook open) throws ProblemException {
        return open.book.partnerNotes(Set.of(SHOP)).getOrDefault(new PartnerKey(SHOP, 3), "");
    }

    @Test
    void notesThatGoBackAndForthDoNotGrow() throws Exception {
        try (var from = open(); var to = other()) {
            from.book.leadsTo(SHOP, BOOKS);
            to.book.leadsTo(SHOP, BOOKS);
            write(from, 1, new MarkAct.Note("ours"));
            write(to, 1, new MarkAct.Note("theirs"));
            write(from, 2, new MarkAct.Note("call Anna"));
            from.book.notePartner(new PartnerKey(SHOP, 3), "one\n\nshared");
            to.book.notePartner(new PartnerKey(SHOP, 3), "shared\ntwo");
            join(to, from);
            assertThat(mark(to, 1).note()).isEqualTo("theirs\nours");
            assertThat(partner(to)).isEqualTo("shared\ntwo\none");
            write(to, 2, new MarkAct.Note("call Anna on Monday"));

            for (int round = 0; round < 3; round++) {
                join(from, to);
                join(to, from);
            }

            for (OpenBook one : List.of(from, to)) {
                assertThat(mark(one, 1).note()).isIn("ours\ntheirs", "theirs\nours");
                assertThat(mark(one, 2).note()).isEqualTo("call Anna on Monday");
                assertThat(partner(one).lines()).containsOnlyOnce("one", "two", "shared");
            }
        }
    }

    @Test
    void whatFailsAtTheEndLeavesEverythingAsItWas() throws Exception {
        twoSittings();
        try (var from = open(); var to = other()) {
            to.book.leadsTo(SHOP, BOOKS);
            note(to, change(9, 0));
            MovedBooks.Contents before = to.book.contents();
            List<MovedChange> history = history(to);

            assertThatThrownBy(() -> join(to, from, () -> {
                throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
            })).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.KEYRING_LOCKED));

            assertThat(to.book.contents()).isEqualTo(before);
            assertThat(history(to)).isEqualTo(history);
        }
        try (var again = other()) {
            assertThat(again.warnings()).isEmpty();
            assertThat(again.invoices(SHOP)).containsExactly(9L);
        }
    }

    @Test
    void whatComesAndMakesNoSenseIsNoDamageOfTheBookHere() throws Exception {
        twoSittings();
        try (var to = open()) {
            MovedBooks.Contents before = to.book.contents();
            var stray = new ArrayDeque<>(List.of(new MovedChange(new BookId("https://else.example.com", "x"), 1,
                    change(1, 1))));

            assertThatThrownBy(() -> to.book.join(before.books(), () -> Optional.ofNullable(stray.poll()), () -> {}))
                    .isInstanceOfSatisfying(ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.TRANSFER_DAMAGED));

            assertThat(to.book.contents()).isEqualTo(before);
        }
    }

    @Test
    void notesThatAreTooLongTogetherStayWhereTheyAre() throws Exception {
        try (var from = open(); var to = other()) {
            from.book.leadsTo(SHOP, BOOKS);
            to.book.leadsTo(SHOP, BOOKS);
            write(to, 1, new MarkAct.Note("mine"));
            List<MovedBook> come = List.of(new MovedBook(BOOKS, 0, Map.of(1L, new InvoiceMark(false,
                    "n".repeat(InvoiceMark.LONGEST_JOINED), null, null, false)), Map.of(), Set.of()));

            assertThatThrownBy(() -> to.book.join(come, Optional::empty, () -> {})).isInstanceOfSatisfying(
                    ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.NOTE_TOO_LONG));

            assertThat(mark(to, 1).note()).isEqualTo("mine");
            from.book.join(come, Optional::empty, () -> {});
            assertThat(mark(from, 1).note()).hasSize(InvoiceMark.LONGEST_JOINED);
        }
    }

    @Test
    void aMomentThatNoClockSaysDamagesNoBook() throws Exception {
        Instant first = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            note(open, OpenBook.change(1, first, "1.00", "2.00"));
        }
        try (var again = open()) {
            assertThat(again.warnings()).isEmpty();
            assertThat(history(again)).hasSize(1);
        }
    }

    @Test
    void longHistoriesAreJoinedInParts() throws Exception {
        int many = MovedBooks.CHANGES_AT_ONCE + 100;
        try (var from = open(); var to = other()) {
            from.book.leadsTo(SHOP, BOOKS);
            to.book.leadsTo(SHOP, BOOKS);
            var even = new ArrayList<InvoiceChange>();
            var odd = new ArrayList<InvoiceChange>();
            for (int i = 0; i < many; i++) {
                even.add(change(2L * i, 2 * i));
                odd.add(change(2L * i + 1, 2 * i + 1));
            }
            from.book.note(SHOP, Stamp.NEVER, odd);
            to.book.note(SHOP, Stamp.NEVER, even);

            join(to, from);

            assertThat(history(to)).extracting(one -> one.change().invoice()).isSorted().hasSize(2 * many);
        }
        try (var again = other()) {
            assertThat(again.warnings()).isEmpty();
        }
    }
}
