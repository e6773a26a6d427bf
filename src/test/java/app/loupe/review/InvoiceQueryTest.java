package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.LineTerm;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.RandomText;
import testkit.Seeded;

class InvoiceQueryTest {
    private static LineTerm text(String typed) {
        return new LineTerm.Text(typed, false);
    }

    /** What is looked for in lines, too. */
    private static List<LineTerm> inLines(InvoiceQuery query) {
        var terms = new ArrayList<LineTerm>();
        query.terms().stream().flatMap(term -> term.readings().stream()).forEach(reading -> {
            switch (reading) {
                case Condition.Text text when text.isForLines() -> terms.add(text.line());
                case Condition.Amount amount -> terms.add(amount.line());
                default -> {
                    // of other readings nothing is looked for in lines
                }
            }
        });
        assertThat(query.asksLines()).isEqualTo(!terms.isEmpty());
        return terms;
    }

    @Test
    void asksForNothingWhenNothingIsTyped() {
        assertThat(InvoiceQuery.typed("  \t ", Set.of()).tokens()).isEmpty();
    }

    @Test
    void givesWordsAndPhrasesThatMayStandInLines() {
        assertThat(inLines(InvoiceQuery.typed("overdue Desk \"acoustic bloc\" -Café >100 2026 x", Set.of())))
                .contains(text("Desk"), text("acoustic bloc"), new LineTerm.Text("overdue", true))
                .doesNotContain(text("x"), text(">100"), text("overdue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">abc", "=", "<", "1000..x", "2000..1000", "..", "\"open", "acme -", ">1e99",
        ">=1,00,0"})
    void refusesWhatCannotBeReadWhereItMustBeRight(String query) {
        assertThatThrownBy(() -> InvoiceQuery.parse(query, Set.of(), DayOrder.DAY_FIRST)).isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.QUERY_UNREADABLE));
    }

    @Test
    void namesTheUnreadableWord() {
        assertThatThrownBy(() -> InvoiceQuery.parse("acme >abc", Set.of(), DayOrder.DAY_FIRST)).isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.problem().parameters()).containsExactly(">abc"));
    }

    @Test
    void looksForUnreadableWordsAsTextInTheWindow() {
        InvoiceQuery query = InvoiceQuery.typed(">abc", Set.of());

        assertThat(inLines(query)).containsExactly(text(">abc"));
        assertThat(query.unreadable()).containsExactly(">abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "INV/2026/0001", ">1000", ">=1,000.50", "<50", "<=50", "=99,5", "1000..2000",
        "1000..", "..50", "partly paid", "\"partly paid\"", "last month", "2026", "2026-03", "-draft",
        "-\"credit notes\"", "a.b..c", "e-mail", "> 5,000", ">= 5000.00", "2026-09-01..2026-09-30", "date:2026-09..",
        "vendor bills", "customer invoices",
        "facturas de proveedor"})
    void readsEveryFormOfTheGrammar(String query) throws ProblemException {
        assertThat(InvoiceQuery.parse(query, Set.of(), DayOrder.DAY_FIRST).terms()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"09.2026..12.2026, DATE", "9.2026.., DATE", "..12.2026, DATE", "1.9.2026..30.9.2026, DATE",
        "2025..2026, AMOUNT", "13.2026..14.2026, AMOUNT", "9.20..12.50, AMOUNT", "5..9.2026, AMOUNT"})
    void monthsWithDotsAreDaysAndYearsAreAmounts(String query, Token.Kind kind) {
        assertThat(InvoiceQuery.typed(query, Set.of()).tokens()).extracting(Token::kind).containsExactly(kind);
    }

    @Test
    void aBlankBehindTheSignChangesNothing() throws ProblemException {
        assertThat(InvoiceQuery.parse("> 5,000", Set.of(), DayOrder.DAY_FIRST).terms().getFirst().readings())
                .isEqualTo(InvoiceQuery.parse(">5,000", Set.of(), DayOrder.DAY_FIRST).terms().getFirst().readings());
        assertThat(InvoiceQuery.parse("overdue > 500 EUR", Set.of("EUR"), DayOrder.DAY_FIRST).terms()).hasSize(3);
        assertThat(InvoiceQuery.parse("> 60 days", Set.of(), DayOrder.DAY_FIRST).terms().getFirst().readings())
                .hasOnlyElementsOfType(Condition.Late.class);
    }

    /** The word for overdue goes with the days behind it, and not with the dates in front of it. */
    @ParameterizedTest
    @ValueSource(strings = {"since 1 Sep overdue >60", "since 1 Sep overdue 60 days", "seit 1. Sep. überfällig >60",
        "between 1 Nov and 30 Nov overdue by 10 days"})
    void daysLateBehindADateStayDaysLate(String query) {
        List<InvoiceQuery.Term> terms = InvoiceQuery.typed(query, Set.of()).terms();

        assertThat(terms).hasSize(2);
        assertThat(terms.getLast().readings().getFirst()).isInstanceOf(Condition.Late.class);
        assertThat(terms.getFirst().readings()).noneMatch(Condition.Due.class::isInstance);
    }

    @Seeded(500)
    void readsAnythingWithoutFailing(long seed) {
        String typed = RandomText.draw(new SplittableRandom(seed), 600);

        assertThat(InvoiceQuery.typed(typed, Set.of()).terms().size()).isLessThanOrEqualTo(24);
    }

    /** What is left out of a search that is too long would widen it in silence. */
    @Test
    void whatIsTooLongIsRefusedAndTold() {
        String many = "unpaid ".repeat(24);
        String letters = "acme ".repeat(3) + "a".repeat(KeptSearch.LONGEST - 20);

        for (String typed : List.of(many + "-paid", letters + " -paid acme", many + "-paid \"open", "a".repeat(501))) {
            InvoiceQuery query = InvoiceQuery.typed(typed, Set.of());
            assertThat(query.typed()).as("the window writes it again").isEqualTo(typed);
            assertThat(query.terms()).isNotEmpty().noneMatch(InvoiceQuery.Term::excluded);
            assertThat(query.hints()).extracting(SearchHint::kind).contains(SearchHint.Kind.TOO_LONG);
            assertThat(query.unreadable()).isNotEmpty();
            assertThatThrownBy(() -> InvoiceQuery.parse(typed, Set.of(), DayOrder.DAY_FIRST))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(InvoiceQuery.typed(many + "-paid acme", Set.of()).hints())
                .contains(new SearchHint(SearchHint.Kind.TOO_LONG, "-paid acme"));
        assertThat(InvoiceQuery.typed(many + "b".repeat(60), Set.of()).unreadable())
                .containsExactly("b".repeat(40) + "\u2026");
    }

    /** All that is kept is read. */
    @Test
    void whatIsNotTooLongIsReadToItsEnd() {
        String letters = "a".repeat(KeptSearch.LONGEST - 6);

        assertThat(new KeptSearch(Set.of(FakeInvoices.ACME), letters + " -paid", "").isToKeep()).isTrue();
        for (String typed : List.of("unpaid ".repeat(23) + "-paid  ", letters + " -paid", letters + " -paid   ")) {
            InvoiceQuery query = InvoiceQuery.typed(typed, Set.of());
            assertThat(query.terms().getLast().excluded()).isTrue();
            assertThat(query.hints()).isEmpty();
            assertThat(query.unreadable()).isEmpty();
        }
    }
}
