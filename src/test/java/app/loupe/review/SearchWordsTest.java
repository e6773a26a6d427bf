package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Folding;
import app.loupe.domain.Quarter;
import app.loupe.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

class SearchWordsTest {
    static final List<String> LANGUAGES = SearchWords.LANGUAGES;

    private static final Set<String> ONLY_BEHIND_MARK = Set.of("new", "note");

    private static InvoiceQuery query(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR"));
    }

    private static int found(String typed) {
        Books books = Books.of(FakeInvoices.believable().rows(Set.of(FakeInvoices.ACME)));
        return books.find(InvoiceFilter.of(query(typed)), FakeInvoices.TODAY).inOrder().length;
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyWordMeansWhatTheEnglishOneDoes(String language) {
        Properties words = SearchWords.words(language);

        assertThat(words.stringPropertyNames()).contains("unpaid", "overdue", "paid", "draft", "today", "this-month",
                "flag",
                "reviewed", "invoice", "bill", "field.status", "field.date");
        words.forEach((english, all) -> Stream.of(all.toString().split(",", -1)).map(String::strip).forEach(word -> {
            String name = english.toString();
            if (name.startsWith("late.")) {
                assertThat(SearchWords.late(Folding.fold(word))).as(word).isEqualTo(name.substring("late.".length()));
            } else if (name.startsWith("quarter.")) {
                assertThat(SearchWords.quarter(Folding.fold(word))).as(word)
                        .isEqualTo(name.substring("quarter.".length()));
            } else if (name.startsWith("phrase.")) {
                assertThat(SearchWords.phrase(Folding.fold(word))).as(word)
                        .isEqualTo(name.substring("phrase.".length()));
            } else if (name.startsWith("day.")) {
                assertThat(SearchWords.day(Folding.fold(word))).as(word).isEqualTo(name.substring("day.".length()));
            } else if (name.startsWith("amount.")) {
                assertThat(SearchWords.amount(Folding.fold(word))).as(word)
                        .isEqualTo(name.substring("amount.".length()));
            } else if (name.startsWith("small.")) {
                assertThat(SearchWords.isSmall(Folding.fold(word))).as(word).isTrue();
            } else if (name.startsWith("span.")) {
                assertThat(SearchWords.isTo(Folding.fold(word))).as(word).isTrue();
            } else if (name.startsWith("tax.")) {
                assertThat(SearchWords.isTax(Folding.fold(word))).as(word).isTrue();
            } else if (name.startsWith("join.")) {
                assertThat(SearchWords.isJoin(Folding.fold(word))).as(word).isTrue();
            } else if (name.startsWith("not.")) {
                assertThat(SearchWords.isNot(Folding.fold(word))).as(word).isTrue();
            } else if (name.startsWith("due.")) {
                assertThat(SearchWords.due(Folding.fold(word))).as(word).isEqualTo(name.substring("due.".length()));
            } else if (name.startsWith("field.")) {
                assertThat(SearchWords.field(word)).as(word).isEqualTo(name.substring("field.".length()));
            } else if (ONLY_BEHIND_MARK.contains(name)) {
                assertThat(Keywords.mark(Folding.fold(word))).as(word).isPresent().isEqualTo(Keywords.mark(name));
            } else {
                assertThat(Keywords.find(Folding.fold(word))).as(word).isPresent().isEqualTo(Keywords.find(name));
            }
        }));
    }

    /** What there is a word for in one language, there is one for in each. */
    @Test
    void everyKindOfWordHasItsCounterpartInEveryLanguage() {
        for (String language : LANGUAGES) {
            assertThat(SearchWords.words(language).stringPropertyNames()).as(language)
                    .isEqualTo(SearchWords.words("de").stringPropertyNames())
                    .containsAll(SearchWords.fields("en").stream().filter(field -> !"late".equals(field))
                            .map(field -> "field." + field).toList());
        }
    }

    @Test
    void noWordMeansTwoThings() {
        var meanings = new HashMap<String, String>();
        for (String language : LANGUAGES) {
            SearchWords.words(language)
                    .forEach((english, all) -> Stream.of(all.toString().split(",", -1)).map(String::strip)
                            .forEach(word -> {
                                String prefix = SearchWords.prefix(english.toString());
                                String before = meanings.put(prefix + Folding.fold(word), english.toString());
                                assertThat(before == null || before.equals(english))
                                        .as("%s: %s and %s", word, before, english)
                                        .isTrue();
                            }));
        }
    }

    @ParameterizedTest
    @CsvSource({"überfällig, overdue", "ueberfaellig, overdue", "UBERFALLIG, overdue", "impayée, unpaid",
        "borradores, drafts",
        "open, unpaid", "offene, unpaid", "ouvertes, unpaid", "abiertas, unpaid", "status:open, status:unpaid",
        "deels betaald, partly paid", "payé en partie, partly paid", "note de crédit, credit note",
        "na te kijken, to review", "en proceso de pago, in payment", "en cours de paiement, in payment",
        "teilweise bezahlt, partly paid", "este mes, this month", "letztes Quartal, last quarter",
        "dit kwartaal, this quarter", "T3 2026, Q3 2026", "datum:k3, date:Q3", "fecha:3t, date:Q3",
        "datum:q4, date:q4", "vandaag, today",
        "status:bezahlt, status:paid", "statut:payé, status:paid", "estado:pagada, status:paid",
        "soort:inkoopfactuur, type:bill", "datum:heute, date:today", "fecha:2026-11-18, date:2026-11-18",
        "montant:>1000, amount:>1000", "devise:EUR, currency:EUR", "-brouillon, -draft",
        "Kunde:hotel, customer:hotel", "Lieferant:wood, vendor:wood", "fournisseur:wood, vendor:wood",
        "cliente:hotel, customer:hotel", "leverancier:wood, vendor:wood", "produit:oak, product:oak",
        "diese Woche fällig, due this week", "fällig nächste Woche, due next week", "vence hoy, due today",
        "échéance la semaine prochaine, due next week", "vervalt deze week, due this week",
        "zwischen 100 und 500, between 100 and 500", "entre 100 et 500, between 100 and 500",
        "entre 100 y 500, between 100 and 500", "tussen 100 en 500, between 100 and 500",
        "vom 1. September bis 30. September, between 1 Sep and 30 Sep",
        "du 1er septembre au 30 septembre, between 1 Sep and 30 Sep",
        "älter als 2 Jahre, older than 2 years", "plus anciennes que 2 ans, older than 2 years",
        "más antiguas de 2 años, older than 2 years", "ouder dan 2 jaar, older than 2 years",
        "letzte 2 Jahre, last 2 years", "älter als 60 Tage, older than 60 days",
        "más antiguas de 60 días, older than 60 days",
        "30 derniers jours, last 30 days", "letzte 30 Tage, last 30 days", "teils bezahlt, partially paid",
        "to pay, unpaid", "bills to pay, bills unpaid", "zu zahlen, unpaid", "zu bezahlen, unpaid",
        "zu begleichen, unpaid",
        "à régler, unpaid", "à payer, unpaid", "por pagar, unpaid", "a pagar, unpaid", "te voldoen, unpaid",
        "te betalen, unpaid", "compras por pagar, bills unpaid", "nächstes Quartal fällig, due next quarter",
        "im kommenden Jahr fällig, due next year", "dues le trimestre prochain, due next quarter",
        "dues l’année prochaine, due next year", "vence el próximo trimestre, due next quarter",
        "vence el año que viene, due next year", "vervalt volgend kwartaal, due next quarter",
        "vervalt volgend jaar, due next year", "to pay next quarter, à payer le trimestre prochain",
        "fällig:nächstes-jahr, due:next-year",
        "gestern, yesterday", "currency:euro, currency:EUR", "euro, EUR"})
    void findsWhatTheEnglishSearchFinds(String typed, String english) {
        assertThat(found(typed)).as(typed).isEqualTo(found(english));
        assertThat(query(typed).tokens()).extracting(Token::kind)
                .isEqualTo(query(english).tokens().stream().map(Token::kind)
                        .toList());
    }

    /** What the help names as examples is understood as it stands there. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void theExamplesOfTheHelpAreUnderstood(String language) {
        var texts = new Texts(Locale.of(language));
        Map.of("status", Token.Kind.STATUS, "type", Token.Kind.TYPE).forEach((example, kind) -> {
            String words = texts.get("invoices.search.meaning." + example).replace("…", "");
            for (String word : words.split(", ", -1)) {
                assertThat(query(word).tokens()).as(word).extracting(Token::kind).containsExactly(kind);
            }
        });
    }

    /** The examples of what is due and of compared amounts are the same in each language. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void theExamplesOfPhrasesAreUnderstood(String language) {
        var texts = new Texts(Locale.of(language));

        assertThat(query(texts.get("invoices.search.example.to-pay")).terms().stream()
                .map(term -> term.readings().getFirst()).toList())
                .isEqualTo(query("bills to pay this week").terms().stream().map(term -> term.readings().getFirst())
                        .toList());
        assertThat(query(texts.get("invoices.search.example.compared")).terms().getFirst().readings().getFirst())
                .isEqualTo(query("over 5000").terms().getFirst().readings().getFirst());
        Map.of("to-pay", Token.Kind.DUE, "compared", Token.Kind.AMOUNT).forEach((example, kind) -> {
            String[] also = texts.get("invoices.search.meaning." + example).split("(?:;| ;) \\p{L}+ ", 2)[1]
                    .split(", ", -1);
            assertThat(query(also[0]).tokens()).as(also[0]).extracting(Token::kind).containsExactly(kind);
        });
    }

    /** Dates are shown by the same examples in every language. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void theExamplesOfDatesAreTheSameInEveryLanguage(String language) {
        List<String> examples = List
                .of(new Texts(Locale.of(language)).get("invoices.search.meaning.month").split(", ", -1));

        assertThat(examples).hasSize(4);
        assertThat(DateWords.first(List.of(Folding.fold(examples.get(2)).split(" "))).orElseThrow().periods())
                .containsExactly(new InvoicePeriod.OfQuarter(new Quarter(2026, 4)));
        assertThat(Keywords.find(Folding.fold(examples.get(3)).replace(' ', '-')))
                .contains(new Condition.Dated(InvoicePeriod.Relative.LAST_QUARTER));
    }

    @ParameterizedTest
    @CsvSource({"https://acme, 0", "Brightwater:, 0"})
    void whatIsNoFieldIsText(String typed, int count) {
        assertThat(query(typed).tokens()).first().extracting(Token::kind).isEqualTo(Token.Kind.TEXT);
        assertThat(found(typed)).isEqualTo(count);
    }
}
