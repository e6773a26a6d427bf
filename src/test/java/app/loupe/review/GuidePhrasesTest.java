package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the guide shows of the search means the same in each language of Loupe. */
public class GuidePhrasesTest {
    /** English, as the guide has it; German; French; Spanish; Dutch. */
    public static final List<String> PHRASES = """
            Q1 2026 | 1. Quartal 2026 | T1 2026 | 1T 2026 | K1 2026
            date:Q1 | Datum:Q1 | date:T1 | fecha:1T | datum:K1
            09.2026..12.2026 | 09.2026..12.2026 | 09.2026..12.2026 | 09.2026..12.2026 | 09.2026..12.2026
            2025..2026 | 2025..2026 | 2025..2026 | 2025..2026 | 2025..2026
            date:2025..2026 | Datum:2025..2026 | date:2025..2026 | fecha:2025..2026 | datum:2025..2026
            2026-09-01..2026-09-30 | 01.09.2026..30.09.2026 | 01.09.2026..30.09.2026 | 01.09.2026..30.09.2026 | 01.09.2026..30.09.2026
            2026-09-01..2026-09-30 | 01.09.2026..30.09.2026 | 2026-09-01..2026-09-30 | 2026-09..2026-09 | 09.2026..09.2026
            01/09/2026 - 30/09/2026 | 01.09.2026 - 30.09.2026 | 01/09/2026 - 30/09/2026 | 01/09/2026 - 30/09/2026 | 01-09-2026 - 30-09-2026
            1 Sep to 30 Sep | 1.9. bis 30.9. | 1er sept. au 30 sept. | 1 sep al 30 sep | 1 sep t/m 30 sep
            03/04/2026..05/06/2026 | 03/04/2026..05/06/2026 | 03/04/2026..05/06/2026 | 03/04/2026..05/06/2026 | 03/04/2026..05/06/2026
            overdue | überfällig | échues | vencidas | vervallen
            overdue | überfällig | en retard | vencidas | te laat
            flag | markiert | signalé | destacadas | vlag
            to-review | zu-prüfen | à-réviser | por-revisar | te-controleren
            note:anna | notiz:anna | note:anna | nota:anna | notitie:anna
            paid | bezahlt | payées | pagadas | betaald
            overdue >60 | überfällig >60 | en retard >60 | vencidas >60 | te laat >60
            >60 | >60 | >60 | >60 | >60
            >60 days | >60 Tage | >60 jours | >60 días | >60 dagen
            60 days late | 60 Tage überfällig | 60 jours de retard | 60 días de retraso | 60 dagen te laat
            up to 60 days late | bis 60 Tage überfällig | jusqu’à 60 jours de retard | hasta 60 días de retraso | tot 60 dagen te laat
            over 2 years | über 2 Jahre | plus de 2 ans | más de 2 años | meer dan 2 jaar
            late:31..60 | Verzug:31..60 | retard:31..60 | retraso:31..60 | te-laat:31..60
            overdue >500 EUR | überfällig >500 EUR | échues >500 EUR | vencidas >500 EUR | te laat >500 EUR
            overdue >60 currency:EUR | überfällig >60 Währung:EUR | en retard >60 devise:EUR | vencidas >60 moneda:EUR | te laat >60 valuta:EUR
            customer:deco | Kunde:deco | client:deco | cliente:deco | klant:deco
            vendor: | Lieferant: | fournisseur: | proveedor: | leverancier:
            product: | Produkt: | produit: | producto: | product:
            number: | Nummer: | numéro: | número: | nummer:
            reference: | Referenz: | référence: | referencia: | referentie:
            journal: | Journal: | journal: | diario: | dagboek:
            due this week | diese Woche fällig | échéance cette semaine | vence esta semana | vervalt deze week
            due this week | fällig diese Woche | à échoir cette semaine | vencen esta semana | vervalt deze week
            due this week | zahlbar diese Woche | dû cette semaine | por vencer esta semana | deze week verschuldigd
            due this week | fällig diese Woche | dues cette semaine | con vencimiento esta semana | deze week verschuldigd
            due this week | fällig diese Woche | arrivant à échéance cette semaine | vencimiento esta semana | verschuldigd deze week
            due in December 2026 | fällig im Dezember 2026 | dû en décembre 2026 | vence en diciembre 2026 | vervalt in december 2026
            due until 6 December | fällig bis 6. Dezember | dû jusqu’au 6 décembre | vence hasta el 6 de diciembre | vervalt tot 6 december
            due within 7 days | fällig innerhalb von 7 Tagen | dû dans les 7 jours | vence en los próximos 7 días | vervalt binnen 7 dagen
            to pay this week | zu zahlen diese Woche | à payer cette semaine | a pagar esta semana | te betalen deze week
            bills to pay this week | Lieferantenrechnungen zu zahlen diese Woche | factures fournisseurs à payer cette semaine | compras a pagar esta semana | leveranciersfacturen te betalen deze week
            older than 60 days | älter als 60 Tage | plus anciennes que 60 jours | más antiguas de 60 días | ouder dan 60 dagen
            last 30 days | letzte 30 Tage | 30 derniers jours | últimos 30 días | laatste 30 dagen
            over 5000 | über 5000 | plus de 5000 | más de 5000 | meer dan 5000
            at least 100 EUR | mindestens 100 EUR | au moins 100 EUR | al menos 100 EUR | minstens 100 EUR
            from 2024 to 2025 | von 2024 bis 2025 | de 2024 à 2025 | de 2024 a 2025 | van 2024 tot 2025
            between 100 and 500 | zwischen 100 und 500 | entre 100 et 500 | entre 100 y 500 | tussen 100 en 500
            since 1 Sep | seit 1. Sep. | depuis le 1er sept. | desde el 1 sep | sinds 1 sep
            overdue since 1 Sep | überfällig seit 1. Sep. | échues depuis le 1er sept. | vencidas desde el 1 sep | vervallen sinds 1 sep
            overdue since 1 Sep | seit 1. Sep. überfällig | en retard depuis le 1er sept. | desde el 1 sep vencidas | te laat sinds 1 sep
            overdue until 31 Oct | überfällig bis 31. Okt. | échues jusqu’au 31 oct. | vencidas hasta el 31 oct | te laat tot 31 okt
            overdue before 2026 | überfällig vor 2026 | échues avant 2026 | vencidas antes de 2026 | vervallen voor 2026
            overdue after September | überfällig nach September | échues après septembre | vencidas después de septiembre | vervallen na september
            overdue from 1 Sep | überfällig ab 1. Sep. | échues à partir du 1er sept. | vencidas a partir del 1 sep | vervallen vanaf 1 sep
            overdue between 1 Sep and 30 Sep | überfällig zwischen 1. Sep. und 30. Sep. | échues entre le 1er sept. et le 30 sept. | vencidas entre el 1 sep y el 30 sep | vervallen tussen 1 sep en 30 sep
            not overdue | nicht überfällig | non échues | no vencidas | niet vervallen
            unpaid without overdue | offen ohne überfällige | impayées sans échues | pendientes sin vencidas | onbetaald zonder vervallen
            -due this week | -fällig diese Woche | -dues cette semaine | -vence esta semana | -vervalt deze week
            until 31 Oct | bis 31. Okt. | jusqu’au 31 oct. | hasta el 31 oct | tot 31 okt
            until 31 December | bis 31. Dezember | jusqu’au 31 décembre | hasta el 31 de diciembre | tot 31 december
            before 2026 | vor 2026 | avant 2026 | antes de 2026 | voor 2026
            after September | nach September | après septembre | después de septiembre | na september
            from 1 Sep | ab 1. Sep. | à partir du 1er sept. | a partir del 1 sep | vanaf 1 sep
            from September on | ab September | à partir de septembre | a partir de septiembre | vanaf september
            between 1 Sep and 30 Sep | zwischen 1. Sep. und 30. Sep. | entre le 1er sept. et le 30 sept. | entre el 1 sep y el 30 sep | tussen 1 sep en 30 sep
            """
            .lines().toList();

    private static final Pattern PART = Pattern.compile("(?s)\\n### Searching the invoices\\n.*?\\n## ");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Behind a name that stands alone anything could stand. */
    private static List<Condition> meanings(String typed) {
        String whole = typed.endsWith(":") ? typed + "deco" : typed;
        InvoiceQuery query = InvoiceQuery.typed(whole, Set.of("EUR"));
        assertThat(query.unreadable()).as(whole).isEmpty();
        return query.terms().stream().map(term -> term.readings().getFirst()).toList();
    }

    @ParameterizedTest
    @FieldSource("PHRASES")
    void meansTheSameInEachLanguage(String row) {
        List<String> typed = Arrays.stream(row.split(" \\| ", -1)).toList();

        assertThat(typed).hasSize(1 + SearchWords.LANGUAGES.size());
        assertThat(meanings(typed.getFirst())).noneMatch(Condition.Text.class::isInstance);
        assertThat(typed.stream().skip(1)).allSatisfy(
                phrase -> assertThat(meanings(phrase)).as(phrase).isEqualTo(meanings(typed.getFirst())));
    }

    @Test
    void theGuideShowsNoOther() throws IOException {
        String guide = Files.readString(Path.of("docs", "guide.md"));
        Stream<String> shown = PART.matcher(guide).results().map(MatchResult::group)
                .flatMap(part -> CODE.matcher(part).results()).map(code -> code.group(1).replaceAll("\\s+", " "));

        assertThat(shown).hasSizeGreaterThan(40)
                .isSubsetOf(PHRASES.stream().map(row -> row.split(" \\| ", -1)[0]).toList());
    }

    /** "Du" is "of the": without its accent nothing is due. */
    @Test
    void theAccentTellsWhatIsDue() {
        assertThat(meanings("du mois dernier")).isNotEqualTo(meanings("dû mois dernier"));
        assertThat(meanings("Du\u0302 cette semaine")).isEqualTo(meanings("due this week"));
        assertThat(meanings("échu")).isEqualTo(meanings("overdue"));
    }
}
