package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thing has one word in a language, a number fits its word, and French marks stand behind a space that breaks no line. */
class OneWordTest {
    /** A language, the other words that were once in use for something, and the one that it has now. */
    static final List<String> OTHERS = """
            de ; Synchron ; Abruf
            de ; Wird abgebrochen|^Abgebrochen ; Anhalten
            de ; \\bPositionen\\b ; Zeilen
            de ; Zahlungsziel ; Zahlungsbedingungen
            de ; \\bVersendet\\b ; Gesendet
            de ; \\bVertrieb\\b ; Vertriebsmitarbeiter
            de ; (?<!Tägliche )Durchsicht\\b ; Prüfung
            de ; COMMAND ; BEFEHL
            es ; [Aa]notaciones ; marcas
            es ; \\b[Ll]a orden\\b ; el comando
            es ; [Ii]mporte base ; base imponible
            es ; \\bEn pago\\b ; En proceso de pago
            es ; ordenador ; equipo
            es ; \\bArchivo sellado|\\barchivo sellado (?!con) ; archivo histórico sellado
            es ; "loupe ; «loupe
            fr ; [Aa]nnotations ; repères
            fr ; \\b[Rr]evue\\b ; révision
            fr ; Éditer ; Modifier
            fr ; [Dd]ate (?:de )?facture\\b ; date de facturation
            fr ; \\b[Cc]e lot\\b ; ce dossier
            fr ; [Cc]ette vue d’ensemble ; cette synthèse
            fr ; un chacune ; un par document
            fr ; était à vérifier ; à réviser
            fr ; Le journal dit ; Le journal des synchros dit
            nl ; COMMAND ; OPDRACHT
            nl ; [Kk]assabon ; inkoopbewijs
            nl ; te vroeg\\b ; eerder
            nl ; [Aa]antekening ; markering
            nl ; [Bb]eoordeling ; controle
            nl ; [“”] ; ‘ ’
            nl ; bewaarde? filter ; opgeslagen filter
            nl ; \\bgesynct ; gesynchroniseerd
            nl ; afgedrukt|\\bdrukt er\\b ; printen
            nl ; Het logboek zegt ; Het synclogboek zegt
            """.lines().toList();

    private static final List<String> BUNDLES = List.of("problems", "window", "commandline", "security", "paper");
    private static final Pattern BREAKING = Pattern.compile(" (?=[:;?!%»])|(?<=«) ");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");

    /** By bundle and key. */
    private static Map<String, String> texts(String language) throws IOException {
        var all = new TreeMap<String, String>();
        for (String bundle : BUNDLES) {
            String name = bundle + (language.equals("en") ? "" : "_" + language) + ".properties";
            var texts = new Properties();
            try (Reader file = new InputStreamReader(
                    Objects.requireNonNull(OneWordTest.class.getResourceAsStream(name), name),
                    StandardCharsets.UTF_8)) {
                texts.load(file);
            }
            texts.stringPropertyNames().forEach(key -> all.put(bundle + " " + key, texts.getProperty(key)));
        }
        return all;
    }

    private static String guide(String language) throws IOException {
        return Files.readString(Path.of("docs", "guide." + language + ".md"));
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void aThingHasOneWord(String row) throws IOException {
        String[] parts = row.split(" ; ", -1);
        String language = parts[0];
        Pattern word = Pattern.compile(parts[1]);

        Map<String, String> found = texts(language).entrySet().stream()
                .filter(text -> word.matcher(text.getValue()).find())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(found).as("%s instead of %s", parts[1], parts[2]).isEmpty();
        assertThat(word.matcher(guide(language)).find()).as("the guide: %s", word).isFalse();
    }

    /** Before the number of a problem, which is a text, there is no choice of a singular. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void whatMayBeOneIsNotReadAsMany(String language) throws IOException {
        Map<String, String> texts = texts(language);

        assertThat(texts.get("problems problem.records-not-sent.text")).contains(": {1}.", ": {2}.");
        assertThat(texts.get("problems problem.invoices-not-verified.text")).contains(": {0}.", ": {1}.");
        assertThat(texts.get("problems problem.aged-uncertain.text")).contains(": {0}.");
    }

    @Test
    void frenchIsSingularBelowTwo() {
        var texts = new Texts(Locale.FRENCH);

        assertThat(texts.get("overview.card.days.value", "1,5", 1.5)).isEqualTo("1,5 jour");
        assertThat(texts.get("overview.card.days.value", "1", 1)).isEqualTo("1 jour");
        assertThat(texts.get("overview.card.days.value", "2", 2)).isEqualTo("2 jours");
    }

    @Test
    void oneOldestDocumentIsNoneOfMany() {
        assertThat(new Texts(Locale.GERMAN).get("overview.card.overdue.detail", 1, 45))
                .isEqualTo("1 Beleg · bis 45 Tage");
    }

    /** What became overdue since a day was not overdue on it. */
    @Test
    void becomingOverdueIsNotBeingIt() {
        assertThat(new Texts(Locale.FRENCH).get("notice.overdue", 2, "3 mai"))
                .isEqualTo("2 documents sont devenus en retard depuis le 3 mai");
        assertThat(new Texts(Locale.of("nl")).get("notice.overdue", 1, "3 mei"))
                .isEqualTo("1 document is sinds 3 mei te laat geworden");
    }

    @Test
    void frenchMarksBreakNoLine() throws IOException {
        Map<String, String> broken = texts("fr").entrySet().stream()
                .filter(text -> BREAKING.matcher(text.getValue()).find())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(broken).isEmpty();
        // what is typed into the search or a terminal has the spaces of a keyboard
        String guide = CODE.matcher(guide("fr")).replaceAll("");
        assertThat(BREAKING.matcher(guide).results()
                .map(at -> guide.substring(Math.max(0, at.start() - 30), at.end()))).isEmpty();
    }
}
