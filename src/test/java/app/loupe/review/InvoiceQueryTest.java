package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.LineTerm;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.RandomText;
import testkit.Seeded;

class InvoiceQueryTest {
    private static LineTerm text(String typed) {
        return new LineTerm.Text(typed, false);
    }

    @Test
    void asksForNothingWhenNothingIsTyped() {
        assertThat(InvoiceQuery.typed("  \t ", Set.of()).isEmpty()).isTrue();
    }

    @Test
    void givesWordsAndPhrasesThatMayStandInLines() {
        assertThat(InvoiceQuery.typed("overdue Desk \"acoustic bloc\" -Café >100 2026 x", Set.of()).lineTerms())
                .contains(text("Desk"), text("acoustic bloc"), new LineTerm.Text("overdue", true))
                .doesNotContain(text("x"), text(">100"), text("overdue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">abc", "=", "<", "1000..x", "2000..1000", "..", "\"open", "acme -", ">1e99",
        ">=1,00,0"})
    void refusesWhatCannotBeReadWhereItMustBeRight(String query) {
        assertThatThrownBy(() -> InvoiceQuery.parse(query, Set.of())).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.QUERY_UNREADABLE));
    }

    @Test
    void namesTheUnreadableWord() {
        assertThatThrownBy(() -> InvoiceQuery.parse("acme >abc", Set.of())).isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.problem().parameters()).containsExactly(">abc"));
    }

    @Test
    void looksForUnreadableWordsAsTextInTheWindow() {
        InvoiceQuery query = InvoiceQuery.typed(">abc", Set.of());

        assertThat(query.lineTerms()).containsExactly(text(">abc"));
        assertThat(query.unreadable()).containsExactly(">abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "INV/2026/0001", ">1000", ">=1,000.50", "<50", "<=50", "=99,5", "1000..2000",
        "1000..", "..50", "partly paid", "\"partly paid\"", "last month", "2026", "2026-03", "-draft",
        "-\"credit notes\"", "a.b..c", "e-mail"})
    void readsEveryFormOfTheGrammar(String query) throws ProblemException {
        assertThat(InvoiceQuery.parse(query, Set.of()).terms()).hasSize(1);
    }

    @Seeded(500)
    void readsAnythingWithoutFailing(long seed) {
        String typed = RandomText.draw(new SplittableRandom(seed), 600);

        assertThat(InvoiceQuery.typed(typed, Set.of()).terms().size()).isLessThanOrEqualTo(24);
    }
}
