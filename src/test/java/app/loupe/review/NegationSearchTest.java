package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceRow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** What a word or a minus in front of a filter leaves out, in five languages. */
class NegationSearchTest {
    private static final List<InvoiceRow> ROWS = FakeInvoices.believable().rows(Set.of(FakeInvoices.ACME));
    private static final Books BOOKS = Books.of(ROWS);
    private static final PlainAnswers PLAIN = new PlainAnswers(ROWS, List.of(), FakeInvoices.TODAY);

    private static InvoiceQuery query(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR"));
    }

    /** Each part with what it asks for, and whether it is left out. */
    private static List<String> meaning(String typed) {
        return query(typed).terms().stream().map(term -> term.excluded() + " " + (term.excluded()
                ? term.readings()
                : term.readings().getFirst())).toList();
    }

    private static List<String> found(InvoiceQuery query) {
        return BOOKS.list(BOOKS.find(InvoiceFilter.of(query), FakeInvoices.TODAY).inOrder()).stream()
                .map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            -overdue          | without overdue | except overdue | ohne überfällige | außer überfälligen | sans échues
            -overdue          | sauf échues | sin vencidas | excepto vencidas | zonder vervallen | behalve vervallen
            invoices -overdue | Rechnungen ohne überfällige | factures sans échues | facturas excepto vencidas
            unpaid -overdue   | unpaid without overdue | onbetaald behalve vervallen
            -overdue          | no overdue | no late | kein überfälliger | keine überfälligen | keinen Verzug | aucun échu
            -overdue          | aucune échue | pas de retard | ningún retraso | ninguna vencida | geen vervallen
            invoices -overdue | invoices no overdue | Rechnungen keine überfälligen | facturen geen vervallen
            -reviewed         | not reviewed | nicht geprüft | non révisées | no revisadas | niet nagekeken
            -flag             | not flagged | nicht markiert | non signalées | no destacadas | niet met vlag
            -cancelled        | not cancelled | nicht storniert | non annulées | no canceladas | niet geannuleerd
            -blocked          | not blocked | nicht gesperrt | non bloquées | no bloqueadas | niet geblokkeerd
            -partly-paid      | not partly paid | nicht teilweise bezahlt | pas partiellement payées | no pago parcial
            -partly-paid      | niet deels betaald
            -reminder         | without reminder | ohne Erinnerung | sans rappel | sin recordatorio | zonder herinnering
            -draft            | no drafts | keine Entwürfe | pas de brouillons | sin borradores | geen concepten
            -credit-note      | except credit notes | außer Gutschriften | sauf avoirs | excepto abonos | behalve creditnotas
            -last-month       | not last month | nicht letzten Monat | pas mois dernier | no mes pasado | niet vorige maand
            -EUR              | not EUR | nicht EUR | pas EUR | no EUR | niet EUR
            -2025             | not 2025 | nicht 2025 | hors 2025 | sin 2025 | niet 2025
            -customer:deco    | not customer:deco | nicht Kunde:deco | pas client:deco | no cliente:deco | niet klant:deco
            -status:paid      | not status:paid | nicht status: bezahlt | pas statut:payé | no estado:pagada | niet status:betaald
            unpaid            | not paid | nicht bezahlt | non payées | no pagadas | niet betaald
            <=500             | amount not more than 500 | nicht mehr als 500 | niet meer dan 500
            """)
    void wordsLeaveOutWhatAMinusDoes(String row) {
        List<String> typed = Arrays.stream(row.split("\\s*\\|\\s*")).toList();

        assertThat(typed).hasSizeGreaterThan(1).allSatisfy(
                query -> assertThat(meaning(query)).as(query).isEqualTo(meaning(typed.getFirst())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            -due this week | not due this week | -fällig diese Woche | nicht diese Woche fällig | -dues cette semaine
            -due this week | pas dues cette semaine | -vence esta semana | no vence esta semana | niet vervalt deze week
            -since 2025    | not since 2025 | -seit 2025 | nicht seit 2025 | -depuis 2025 | pas depuis 2025 | -desde 2025
            -since 2025    | no desde 2025 | -sinds 2025 | niet sinds 2025
            -over 5000     | not over 5000 | -über 5000 | nicht über 5000 | -plus de 5000 | pas plus de 5000 | -más de 5000
            -over 5000     | no más de 5000 | -meer dan 5000
            -last 30 days  | not last 30 days | -letzte 30 Tage | nicht letzte 30 Tage | -30 derniers jours
            -last 30 days  | -últimos 30 días | no últimos 30 días | -laatste 30 dagen | niet laatste 30 dagen
            -1 Sep to 30 Sep | -1.9. bis 30.9. | not 1 Sep to 30 Sep | -1er sept. au 30 sept. | -1 sep al 30 sep
            -1 Sep to 30 Sep | -1 sep t/m 30 sep
            -overdue since 1 Sep | not overdue since 1 Sep | -überfällig seit 1. Sep. | pas échues depuis le 1er sept.
            -overdue since 1 Sep | no vencidas desde el 1 sep | niet vervallen sinds 1 sep
            -overdue >60   | not overdue >60 | nicht überfällig >60 | pas en retard >60 | no vencidas >60 | niet te laat >60
            -between 100 and 500 | -zwischen 100 und 500 | pas entre 100 et 500 | no entre 100 y 500 | niet tussen 100 en 500
            """)
    void aWholePhraseIsLeftOut(String row) {
        List<String> typed = Arrays.stream(row.split("\\s*\\|\\s*")).toList();

        assertThat(typed).hasSizeGreaterThan(1).allSatisfy(query -> {
            assertThat(query(query).terms()).as(query).singleElement().satisfies(term -> {
                assertThat(term.excluded()).isTrue();
                assertThat(term.readings()).noneMatch(Condition.Text.class::isInstance);
            });
            assertThat(meaning(query)).as(query).isEqualTo(meaning(typed.getFirst()));
            String positive = typed.getFirst().substring(1);
            assertThat(query(query).terms().getFirst().readings().getFirst())
                    .isEqualTo(query(positive).terms().getFirst().readings().getFirst());
        });
    }

    /** Both halves make all of them, and the plain answers are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"unpaid", "due this week", "since 2025", "over 5000", "last 30 days", "invoices",
        "due until 31 December", "EUR", "overdue since 1 Sep"})
    void theOtherHalfIsFound(String filter) {
        List<Condition> asked = query(filter).terms().getFirst().readings().stream()
                .filter(reading -> !(reading instanceof Condition.Text || reading instanceof Condition.Scattered))
                .toList();
        var alone = new InvoiceQuery(filter, List.of(new InvoiceQuery.Term(query(filter).tokens().getFirst(), asked)),
                List.of(), List.of());

        for (String not : List.of("not " + filter, "-" + filter, "nicht " + filter, "pas " + filter)) {
            isTheOtherHalf(not, found(alone));
        }
    }

    /** "Not overdue" asks for what is open; what leaves overdue ones out has everything else. */
    @ParameterizedTest
    @ValueSource(strings = {"-overdue", "without overdue", "no overdue", "ohne überfällige", "keine überfälligen",
        "sans échues",
        "aucune échue", "sin vencidas", "ninguna vencida", "zonder vervallen", "geen vervallen"})
    void theOtherHalfOfOverdueIsFound(String not) {
        isTheOtherHalf(not, found(query("status:overdue")));
    }

    private static void isTheOtherHalf(String not, List<String> found) {
        assertThat(found).isNotEmpty();
        assertThat(found(query(not))).as(not).isNotEmpty().doesNotContainAnyElementsOf(found)
                .hasSize(found(InvoiceQuery.EMPTY).size() - found.size())
                .containsExactlyInAnyOrderElementsOf(PLAIN.found(InvoiceFilter.of(query(not)), false).stream()
                        .map(InvoiceRow::number).toList());
    }

    /** A word that negates nothing is looked for, and what was quoted is meant as it stands. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"not acme, TEXT TEXT", "pas, TEXT", "\"not\" overdue, TEXT STATUS",
        "not \"overdue\", TEXT TEXT", "invoice no 2026, TYPE TEXT DATE", "no 1234, TEXT NUMBER",
        "invoice no >5000, TYPE TEXT AMOUNT", "no Q1 2026, TEXT DATE",
        "overdue not, STATUS TEXT",
        "not -overdue, TEXT STATUS", "no later than 31 Oct, DATE", "not text:overdue, TEXT TEXT",
        "not status:nonsense, TEXT UNREADABLE", "\"not overdue\", TEXT", "notable overdue, TEXT STATUS"})
    void nothingElseIsNegated(String typed, String kinds) {
        assertThat(query(typed).tokens()).as(typed).extracting(token -> token.kind().name())
                .isEqualTo(Arrays.asList(kinds.split(" ")));
    }

    @Test
    void thePartCanBeTakenAwayOrMadeAText() {
        Token token = query("unpaid not due this week acme").tokens().get(1);

        assertThat(token.excluded()).isTrue();
        assertThat(token.value()).isEqualTo("due this week");
        assertThat(token.removedFrom("unpaid not due this week acme")).isEqualTo("unpaid acme");
        assertThat(token.asText("unpaid not due this week acme")).isEqualTo("unpaid -\"due this week\" acme");
    }
}
