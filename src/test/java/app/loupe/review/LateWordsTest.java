package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Folding;
import app.loupe.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LateWordsTest {
    private static String read(String typed) {
        List<String> words = Arrays.stream(typed.split(" ")).map(Folding::fold).toList();
        return LateWords.read(words).map(found -> found.range().shown()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            overdue >60                        | >60
            overdue > 60                       | >60
            late >=60                          | >=60
            late>60                            | >60
            late<30                            | <30
            late <=30                          | <=30
            overdue =60                        | =60
            overdue 30..60                     | 30..60
            overdue 30..                       | >=30
            overdue ..60                       | <=60
            past due >60                       | >60
            >60 days                           | >60
            > 60 days                          | >60
            >60days                            | >60
            > 60 days late                     | >60
            >1000 days                         | >1000
            60 days late                       | >=60
            60+ days                           | >=60
            31-60 days late                    | 31..60
            31 to 60 days overdue              | 31..60
            more than 60 days late             | >60
            over 60 days                       | >60
            at least 60 days overdue           | >=60
            overdue by 60 days                 | >=60
            overdue for less than 30 days      | <30
            up to 1 day late                   | <=1
            overdue up to 60 days              | <=60
            31 up to 60 days late              | 31..60
            from 31 to 60 days late            | 31..60
            bis 60 Tage überfällig             | <=60
            bis zu 60 Tage überfällig          | <=60
            seit bis zu 60 Tagen in Verzug     | <=60
            überfällig bis 60 Tage             | <=60
            tot 60 dagen te laat               | <=60
            tot en met 60 dagen te laat        | <=60
            31 tot en met 60 dagen te laat     | 31..60
            jusqu'à 60 jours de retard         | <=60
            jusqu’à 60 jours de retard         | <=60
            en retard de 31 jusqu’à 60 jours   | 31..60
            hasta 60 días de retraso           | <=60
            de 31 hasta 60 días de retraso     | 31..60
            de 31 a 60 días de retraso         | 31..60
            seit 60 Tagen in Verzug            | >=60
            in Verzug seit 60 Tagen            | >=60
            30 dagen over tijd                 | >=30
            überfällig >60                     | >60
            ueberfaellig>60                    | >60
            60 Tage überfällig                 | >=60
            mehr als 60 Tage überfällig        | >60
            seit über 60 Tagen überfällig      | >60
            60 Tage in Verzug                  | >=60
            31 bis 60 Tage überfällig          | 31..60
            mindestens 60 Tage zu spät         | >=60
            en retard >60                      | >60
            60 jours de retard                 | >=60
            plus de 60 jours de retard         | >60
            en retard de plus de 60 jours      | >60
            en retard depuis au moins 60 jours | >=60
            >60 jours                          | >60
            vencidas >60                       | >60
            60 días de retraso                 | >=60
            más de 60 dias de retraso          | >60
            con más de 60 días de retraso      | >60
            vencida hace más de 60 días        | >60
            te laat >60                        | >60
            te-laat>60                         | >60
            60 dagen te laat                   | >=60
            meer dan 60 dagen te laat          | >60
            al minstens 60 dagen over tijd     | >=60
            overdue over 2 years               | >730
            over 2 years                       | >730
            2 years late                       | >=730
            overdue by 2 weeks                 | >=14
            overdue up to 3 months             | <=91
            overdue >1 year                    | >365
            1 to 2 years late                  | 365..730
            seit über 2 Jahren überfällig      | >730
            3 Wochen in Verzug                 | >=21
            en retard de plus de 2 ans         | >730
            2 mois de retard                   | >=60
            vencida hace más de 2 años         | >730
            3 meses de retraso                 | >=91
            meer dan 2 jaar te laat            | >730
            2 weken te laat                    | >=14
            """)
    void readsDaysLateAsTheyAreWritten(String typed, String expected) {
        assertThat(read(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {">60", "> 60", "overdue", "overdue 60", "60 days", "overdue >1000", "overdue 500..2000",
        "overdue >60.5", "overdue >€60", ">60 overdue", "30-60 days", "overdue <1", "late 60..30", "paid >60",
        "overdue >60 hotel", "more than days late", "days late", ">99999 days", "overdue >60 >70", "overdue uber 45",
        "überfällig über 60", "late over 60",
        "overdue under 30", "vencida mas de 60", "late up to 30", "overdue by 60+", "overdue in >60", "late von >60",
        "overdue in 30 days", "late in 30 days", "überfällig in 30 Tagen",
        "in 30 Tagen überfällig", "verzug in 30 Tagen", "en retard dans 30 jours", "vencidas en 30 días",
        "te laat in 30 dagen", "te laat over 30 dagen", "over 30 dagen te laat", "te laat over 2 weken",
        "over 2 jaar te laat", "2 years",
        "overdue in 2 years", ">99999 years", "bis 60", "überfällig bis 60",
        "and 60 days late", "à 60 jours de retard", "a 60 días de retraso"})
    void takesNothingElseForThem(String typed) {
        assertThat(read(typed)).isEqualTo("none");
    }

    /** What the help of each language names is understood as it stands there. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void theHelpNamesWhatIsUnderstood(String language) {
        var texts = new Texts(Locale.of(language));
        String beside = texts.get("invoices.search.meaning.late")
                .replaceFirst(".*[; \u00a0](?:also|auch|aussi|también|ook) ", "");

        assertThat(beside.split(", ", -1)).hasSize(3).allSatisfy(typed -> assertThat(kinds(typed)).as(typed)
                .containsExactly(Token.Kind.LATE));
        assertThat(kinds(texts.get("invoices.search.example.late"))).containsExactly(Token.Kind.LATE);
    }

    private static List<Token.Kind> kinds(String typed) {
        return InvoiceQuery.typed(typed, Set.of()).tokens().stream().map(Token::kind).toList();
    }
}
