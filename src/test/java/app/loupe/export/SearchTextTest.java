package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.InvoiceQuery;
import app.loupe.review.SearchHint;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a search was understood as, seen from Tuesday, 24 November 2026. */
class SearchTextTest {
    private static SearchText in(Locale language) {
        var texts = new Texts(language);
        return new SearchText(texts, new DateText(texts, ZoneOffset.UTC), LocalDate.parse("2026-11-24"));
    }

    private static String said(String language, String query) {
        return in(Locale.forLanguageTag(language))
                .lookedFor(InvoiceQuery.typed(query, Set.of("EUR")).tokens()).replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    /** A question is no search for a document: one sentence for all of its words, and where the answer stands. */
    @Test
    void severalWordsOfNoInvoiceAreToldTogether() {
        List<String> said = in(Locale.ENGLISH).hints(List.of(new SearchHint(SearchHint.Kind.NOWHERE, "who"),
                new SearchHint(SearchHint.Kind.SMALL_WORD, "of"), new SearchHint(SearchHint.Kind.NOWHERE, "owes")));

        assertThat(said).hasSize(2);
        assertThat(said.getLast()).contains(": who, owes.", "Customers");
        assertThat(in(Locale.ENGLISH).hints(List.of(new SearchHint(SearchHint.Kind.NOWHERE, "who"))))
                .containsExactly("No invoice contains “who”.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acme over 5000                | Looked for: Text: acme · Amount: over 5,000.00
            due this week                 | Looked for: Due: 23 Nov – 29 Nov 2026, not what was due before
            due next week                 | Looked for: Due: 30 Nov – 6 Dec 2026
            due tomorrow                  | Looked for: Due: 25 Nov 2026
            due until 6 December          | Looked for: Due: up to 6 Dec 2026, overdue too
            due before 24 November 2026   | Looked for: Due: up to 23 Nov 2026
            to pay this week              | Looked for: Due: up to 29 Nov 2026, overdue too
            to pay October                | Looked for: Due: 1 Oct – 31 Oct 2026
            to pay between 1 and 15 December | Looked for: Due: 1 Dec – 15 Dec 2026
            due within 7 days             | Looked for: Due: 24 Nov – 1 Dec 2026, not what was due before
            due after 6 December          | Looked for: Due: from 7 Dec 2026 on
            due in December               | Looked for: Due: 1 Dec – 31 Dec 2026
            due from 20 Dec to 10 Jan     | Looked for: Due: 20 Dec 2026 – 10 Jan 2027
            december                      | Looked for: Invoice date: December 2025
            between 1 Sep and 30 Sep      | Looked for: Invoice date: 1 Sep – 30 Sep 2026
            24 December                   | Looked for: Invoice date: 24 Dec 2025
            6 December 2026               | Looked for: Invoice date: 6 Dec 2026
            03/04/2026                    | Looked for: Invoice date: 3 Apr 2026 or 4 Mar 2026
            10/2026                       | Looked for: Invoice date: October 2026
            last month                    | Looked for: Invoice date: 1 Oct – 31 Oct 2026
            Q3 2026                       | Looked for: Invoice date: Q3 2026
            from 2024 to 2025             | Looked for: Invoice date: 1 Jan 2024 – 31 Dec 2025
            last 30 days                  | Looked for: Invoice date: 26 Oct – 24 Nov 2026
            since 1 Sep                   | Looked for: Invoice date: from 1 Sep 2026 on
            overdue since 1 Sep           | Looked for: Due: from 1 Sep 2026 on, overdue only
            overdue until 31 December     | Looked for: Due: up to 31 Dec 2026, overdue only
            overdue from 1 Sep to 30 Nov  | Looked for: Due: 1 Sep – 30 Nov 2026, overdue only
            after September               | Looked for: Invoice date: from 1 Oct 2026 on
            up to 30 November             | Looked for: Invoice date: up to 30 Nov 2026
            before 03/04/2026             | Looked for: Invoice date: up to 2 Apr 2026
            01/09/2026 - 30/09/2026       | Looked for: Invoice date: 1 Sep – 30 Sep 2026
            due 03/04/2026..05/06/2026    | Looked for: Due: 3 Apr – 5 Jun 2026
            older than 60 days            | Looked for: Invoice date: up to 24 Sep 2026
            100..500                      | Looked for: Amount: 100.00 – 500.00
            at least €100                 | Looked for: Amount: at least 100.00 EUR
            -paid customer:deco           | Looked for: Without Status: paid · customer:deco
            <50                           | Looked for: Amount: under 50.00
            =99.5                         | Looked for: Amount: 99.50
            """)
    void isSaidInFull(String query, String expected) {
        assertThat(said("en", query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            de | zu zahlen diese Woche über 5.000       | Gesucht wurde: Fällig: bis 29. Nov. 2026, auch Überfälliges · Betrag: über 5.000,00
            fr | à payer cette semaine plus de 5 000    | Recherché : Échéance : jusqu’au 29 nov. 2026, retards compris · Montant : plus de 5 000,00
            es | a pagar esta semana más de 5.000       | Se ha buscado: Vence: hasta el 29 nov 2026, con lo vencido · Importe: más de 5.000,00
            nl | te betalen deze week meer dan 5.000    | Gezocht is: Vervalt: tot en met 29 nov 2026, ook wat te laat is · Bedrag: meer dan 5.000,00
            de | seit 1. September überfällig           | Gesucht wurde: Fällig: ab 1. Sept. 2026, nur Überfälliges
            de | ab 1. September                        | Gesucht wurde: Rechnungsdatum: ab 1. Sept. 2026
            fr | depuis septembre                       | Recherché : Date de facturation : à partir du 1 sept. 2026
            es | hasta marzo de 2026                    | Se ha buscado: Fecha de factura: hasta el 31 mar 2026
            nl | voor 2026                              | Gezocht is: Factuurdatum: tot en met 31 dec 2025
            """)
    void isSaidInEachLanguage(String language, String query, String expected) {
        assertThat(said(language, query)).isEqualTo(expected);
    }

    @Test
    void nothingIsSaidOfNoSearch() {
        assertThat(said("en", "  ")).isEmpty();
    }

    /** Each hint has a sentence in each language, with the word in it. */
    @ParameterizedTest
    @EnumSource(SearchHint.Kind.class)
    void everyHintHasItsSentence(SearchHint.Kind kind) {
        assertThat(List.of("en", "de", "fr", "es", "nl")).allSatisfy(language -> assertThat(
                in(Locale.forLanguageTag(language)).hints(List.of(new SearchHint(kind, "typed word", "other"))))
                .singleElement().asString().contains("typed word"));
    }
}
