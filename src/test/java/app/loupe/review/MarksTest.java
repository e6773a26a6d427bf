package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** Where invoices stand in the review inbox, and what the search finds of the owner's marks. */
class MarksTest {
    private static final LocalDate TODAY = FakeInvoices.TODAY;
    private static final Instant NOW = FakeInvoices.SYNCED;
    private static final String ONE = "INV/2026/01184";
    private static final String TWO = "INV/2026/01182";

    private final FakeInvoices copy = FakeInvoices.believable();
    private final Map<InvoiceKey, InvoiceMark> written = new HashMap<>();
    private final Map<InvoiceKey, InvoiceNews> news = new HashMap<>();

    private Marks marks() {
        return new Marks(written, news, ZoneOffset.UTC);
    }

    private void write(String number, MarkAct act) {
        written.merge(copy.key(number), act.on(InvoiceMark.NONE), (before, now) -> act.on(before));
    }

    private InvoiceRow row(String number) {
        return copy.rows(Set.of(FakeInvoices.ACME)).stream().filter(row -> row.number().equals(number)).findFirst()
                .orElseThrow();
    }

    private void review(String number) {
        write(number, new MarkAct.ReviewOn(marks().reviewOf(row(number), NOW), TODAY));
    }

    private List<String> find(String query) {
        var filter = InvoiceFilter.of(InvoiceQuery.typed(query, Set.of("EUR", "USD")));
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(filter, TODAY, marks()).inOrder()).stream().map(row -> row.row().number())
                .toList();
    }

    @Test
    void theOverviewCountsWhatWaitsInTheInboxAndNothingThatIsReviewed() {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        write(ONE, new MarkAct.Flag(true));
        write(TWO, new MarkAct.Remind(TODAY));

        assertThat(ToReview.of(books, marks(), TODAY)).isEqualTo(new ToReview(Set.of(copy.key(TWO)), 1));

        review(TWO);
        assertThat(ToReview.of(books, marks(), TODAY)).isEqualTo(new ToReview(Set.of(), 1));
    }

    @Test
    void withoutMarksNothingIsInTheInbox() {
        for (String query : List.of("mark:new", "mark:to-review", "mark:reviewed", "mark:flag", "note:a",
                "mark:note")) {
            assertThat(find(query)).as(query).isEmpty();
        }
    }

    @Test
    void newIsWhatCameAfterTheFirstWholeRunUntilItIsOpenedOrReviewed() {
        news.put(copy.key(ONE), new InvoiceNews(5, 0));
        news.put(copy.key(TWO), new InvoiceNews(0, 6));
        assertThat(find("mark:new")).containsExactly(ONE);

        write(ONE, new MarkAct.Flag(true));
        assertThat(find("mark:new")).as("a flag is no look").containsExactly(ONE);
        write(ONE, new MarkAct.Open(true));
        assertThat(find("mark:new")).isEmpty();
        write(ONE, new MarkAct.Open(false));
        review(ONE);
        assertThat(find("mark:new")).isEmpty();
        assertThat(find("mark:reviewed")).containsExactly(ONE);
    }

    @Test
    void aPaymentLeavesAReviewedInvoiceReviewedAndAnotherAmountDoesNot() {
        review(ONE);
        copy.pay(copy.key(ONE), "820.00", "Bank");
        assertThat(find("mark:reviewed")).containsExactly(ONE);

        String digest = ReviewedText.digest(row(ONE));
        assertThat(ReviewedText.digest(row(TWO))).isNotEqualTo(digest);
        written.clear();
        write(ONE, new MarkAct.Review(new InvoiceMark.Review(NOW, ReviewedText.digest(row(TWO)), 0)));
        assertThat(find("mark:reviewed")).isEmpty();
        assertThat(find("to-review")).containsExactly(ONE);
    }

    /** A line may say something else while every amount of the invoice stays. */
    @Test
    void aChangeOfItsWordsAfterTheReviewBringsAnInvoiceBack() {
        news.put(copy.key(ONE), new InvoiceNews(0, 7));
        review(ONE);
        assertThat(find("mark:reviewed")).containsExactly(ONE);

        news.put(copy.key(ONE), new InvoiceNews(0, 8));

        assertThat(find("mark:reviewed")).isEmpty();
        assertThat(find("mark:to-review")).containsExactly(ONE);
        review(ONE);
        assertThat(find("mark:reviewed")).containsExactly(ONE);
    }

    @Test
    void aReminderIsDueFromItsDayUntilTheInvoiceIsReviewed() {
        write(ONE, new MarkAct.Remind(TODAY.plusDays(1)));
        write(TWO, new MarkAct.Remind(TODAY));
        assertThat(find("to-review")).containsExactly(TWO);
        assertThat(find("reminder")).containsExactlyInAnyOrder(ONE, TWO);

        review(TWO);

        assertThat(find("to-review")).isEmpty();
        assertThat(find("mark:reviewed")).containsExactly(TWO);
    }

    /** It has come and is done; a later day is still to come, whatever was reviewed before. */
    @Test
    void aReminderIsPendingUntilItsDayHasComeAndTheInvoiceWasReviewed() {
        write(ONE, new MarkAct.Remind(TODAY.minusDays(3)));
        write(TWO, new MarkAct.Remind(TODAY.plusDays(1)));
        review(ONE);
        review(TWO);

        assertThat(find("reminder")).containsExactly(TWO);
        assertThat(marks().pending(marks().of(copy.key(ONE)), TODAY)).isEmpty();
        assertThat(marks().pending(marks().of(copy.key(TWO)), TODAY)).contains(TODAY.plusDays(1));
        assertThat(marks().pending(marks().of(copy.key(TWO)), TODAY.plusDays(1))).as("it comes")
                .contains(TODAY.plusDays(1));
    }

    private static InvoiceMark mark(String reviewed, LocalDate reminder) {
        return new InvoiceMark(false, "", new InvoiceMark.Review(Instant.parse(reviewed), "", 0), reminder, false);
    }

    /** Reviewed late in the evening in New York, to be reminded the next day, and opened in Berlin: there it was the next day already. */
    @Test
    void aReminderOutlivesAJourney() {
        InvoiceMark late = mark("2026-11-23T04:00:00Z", TODAY);

        for (String zone : List.of("America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12")) {
            assertThat(new Marks(Map.of(), Map.of(), ZoneId.of(zone)).isDue(late, TODAY)).as(zone).isTrue();
        }
    }

    @Test
    void aReviewUnderAClockInTheFutureEndsNoReminderThatIsAskedForLater() {
        assertThat(marks().isDue(mark("2036-01-01T08:00:00Z", TODAY), TODAY)).isTrue();
    }

    /** As it was stored before a review ended the reminder itself. */
    @Test
    void whatWasReviewedAfterItsReminderIsStillDone() {
        assertThat(marks().isDue(mark("2026-11-23T08:00:00Z", TODAY.minusDays(1)), TODAY)).isFalse();
        assertThat(marks().isDue(mark("2026-11-23T12:00:00Z", TODAY), TODAY)).isFalse();
        assertThat(marks().isDue(mark("2026-11-20T08:00:00Z", TODAY.minusDays(1)), TODAY)).isTrue();
    }

    @Test
    void aReviewEndsAReminderThatHasComeAndUndoRestoresBoth() {
        InvoiceMark before = new InvoiceMark(true, "call", null, TODAY, true);
        var act = new MarkAct.ReviewOn(new InvoiceMark.Review(NOW, "x", 0), TODAY);

        InvoiceMark after = act.on(before);

        assertThat(after).isEqualTo(new InvoiceMark(true, "call", act.review(), null, true));
        assertThat(act.undoing(before).on(after)).isEqualTo(before);
        assertThat(act.undoing(before).undoing(after).on(before)).as("and back").isEqualTo(after);
    }

    /** What was asked for meanwhile is not taken away by Undo. */
    @Test
    void aReviewLeavesAReminderThatIsToCome() {
        InvoiceMark before = new InvoiceMark(false, "", null, TODAY.plusDays(1), false);
        var act = new MarkAct.ReviewOn(new InvoiceMark.Review(NOW, "x", 0), TODAY);

        assertThat(act.on(before).remindOn()).isEqualTo(TODAY.plusDays(1));
        InvoiceMark later = new MarkAct.Remind(TODAY.plusDays(9)).on(act.on(before));
        assertThat(act.undoing(before).on(later).remindOn()).isEqualTo(TODAY.plusDays(9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            note:anna           | INV/2026/01184
            note:"call anna"    | INV/2026/01184
            NOTE:ÄNNA           | INV/2026/01184
            note:nobody         |
            note:mueller        | INV/2026/01182
            note:müller         | INV/2026/01182
            mark:note           | INV/2026/01184 INV/2026/01182
            flag                | INV/2026/01182
            flagged note:muller | INV/2026/01182
            flag note:anna      |
            -flag note:anna     | INV/2026/01184
            -note:anna flag     | INV/2026/01182
            note:               |
            mark:nonsense       |
            """)
    void wordsOfTheSearchFindMarks(String query, String expected) {
        write(ONE, new MarkAct.Note("Call Anna\nbefore the next order"));
        write(TWO, new MarkAct.Note("Müller"));
        write(TWO, new MarkAct.Flag(true));

        assertThat(find(query)).containsExactlyInAnyOrder(
                expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void aChipGivesWayToATypedMarkOnly() {
        write(ONE, new MarkAct.Flag(true));
        write(TWO, new MarkAct.Remind(TODAY));
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        for (String query : List.of("", "reminder")) {
            var filter = new InvoiceFilter(Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "",
                    Set.of(MarkChoice.FLAGGED), InvoiceQuery.typed(query, Set.of()));
            assertThat(books.list(books.find(filter, TODAY, marks()).inOrder()).stream()
                    .map(row -> row.row().number())).as(query).containsExactly(query.isEmpty() ? ONE : TWO);
        }
    }

    @Test
    void wordsThatLookLikeMarksAreUnderstood() {
        assertThat(InvoiceQuery.typed("flag to review note:anna mark:new mark:nonsense", Set.of()).tokens())
                .extracting(Token::kind).containsExactly(Token.Kind.MARK, Token.Kind.MARK, Token.Kind.NOTE,
                        Token.Kind.MARK, Token.Kind.UNREADABLE);
        assertThat(InvoiceQuery.typed("new york notes", Set.of()).tokens()).extracting(Token::kind)
                .containsOnly(Token.Kind.TEXT);
    }
}
