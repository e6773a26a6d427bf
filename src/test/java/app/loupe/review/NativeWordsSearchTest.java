package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** What native speakers type first, each held against the English search that it is read as: one table for five languages. */
class NativeWordsSearchTest {
    /** Each part with what it asks for, and whether it is left out; in whatever order they are typed. */
    private static Set<String> meaning(String typed) {
        InvoiceQuery query = InvoiceQuery.typed(typed, Set.of("EUR"));
        assertThat(query.unreadable()).as(typed).isEmpty();
        var meanings = new HashSet<String>();
        query.terms().forEach(term -> meanings.add(term.excluded() + " " + term.readings().getFirst()));
        return meanings;
    }

    private static void assertAllMean(String row) {
        List<String> typed = Arrays.stream(row.split("\\s*\\|\\s*")).toList();

        assertThat(typed).hasSizeGreaterThan(1).allSatisfy(
                query -> assertThat(meaning(query)).as(query).isEqualTo(meaning(typed.getFirst())));
        assertThat(InvoiceQuery.typed(typed.getFirst(), Set.of("EUR")).terms())
                .noneMatch(term -> term.readings().getFirst() instanceof Condition.Text);
    }

    /** What was asked for is not "everything but what is paid": drafts and cancelled documents are no debts. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            unpaid          | not yet paid | nicht bezahlte | noch nicht bezahlt | noch nicht bezahlte | nicht bezahlten
            unpaid          | pas payées | pas encore payées | pas payé | pas réglées | pas encore réglé | non encore payées
            unpaid          | no cobradas | no cobrado | aún no pagadas | todavía no pagada | aún no cobradas | pendientes de pago
            unpaid          | niet betaalde | nog niet betaald | nog niet betaalde | pendiente de pago
            unpaid invoices | nicht bezahlte Rechnungen | Rechnungen noch nicht bezahlt | factures pas payées
            unpaid invoices | facturas no cobradas | niet betaalde facturen | invoices not yet paid | facturas pendientes de pago
            receivable      | pendientes de cobro | pendiente de cobro
            partly-paid     | partially paid | partial payments | teilweise bezahlte | zum Teil bezahlte | Teilzahlungen
            partly-paid     | payées partiellement | en partie payées | paiements partiels | réglées en partie
            partly-paid     | parcialmente cobradas | parcialmente pagado | deelbetalingen | gedeeltelijk betaalde
            partly-paid invoices | teilweise bezahlte Rechnungen | factures en partie payées
            overdue invoices | verlopen facturen
            draft           | Rechnungsentwürfe | Rechnungsentwurf | conceptfacturen | conceptfactuur
            reversed        | omgekeerd | gecrediteerd | omgekeerde | gecrediteerde
            """)
    void aStatusInTheWordsOfALanguage(String row) {
        assertAllMean(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            bill          | facturas de compra | factura de compra | facturas de compras | facturas recibidas | factura recibida
            bill          | factures d'achat | factures d’achat | facture d'achat | factures reçues | erhaltene Rechnungen
            bill          | ontvangen facturen | purchase invoices | supplier bills | supplier invoices | aankoopfacturen
            bill          | vendor invoices | Einkaufsrechnungen
            invoice       | facturas de venta | factura de ventas | facturas emitidas | factures de vente | factures émises
            invoice       | sales invoices | Verkaufsrechnungen | ausgestellte Rechnungen
            credit-note   | notas de crédito | nota de crédito | avoirs client | Rechnungskorrektur | Stornorechnung
            credit-note   | Stornorechnungen | Rechnungskorrekturen | creditnota's | creditnota’s | credit notes
            type:credit-note | tipo:nota-de-crédito | tipo:nota-de-credito | Art:Rechnungskorrektur | soort:creditnota's
            vendor-refund | rectificativas de proveedor | rectificativa de proveedor | factura rectificativa de proveedor
            vendor-refund | facturas rectificativas de proveedor | notas de crédito de proveedor | nota de crédito de proveedor
            vendor-refund | avoirs fournisseur | notes de crédit fournisseur | note de crédit fournisseur | avoirs de fournisseurs
            vendor-refund | avoir de fournisseur | inkoopcreditnota's | inkoopcreditnota’s | leveranciers creditfactuur
            vendor-refund | leveranciers-creditfacturen | vendor credit notes | supplier refund | abonos de proveedor
            receipt       | bonnetjes | inkoopbewijs | inkoopbewijzen | bonnetje
            type:receipt  | soort:inkoopbewijs
            """)
    void aKindOfDocumentInTheWordsOfALanguage(String row) {
        assertAllMean(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            this-week    | current week | laufende Woche | aktuelle Woche | semaine en cours | semana en curso | semana actual
            this-week    | huidige week | lopende week
            last-week    | previous week | vergangene Woche | semaine précédente | la semaine précédente | última semana
            last-week    | la semana anterior | laatste week
            this-month   | current month | laufender Monat | laufenden Monat | aktueller Monat | aktuellen Monat | mois en cours
            this-month   | mois actuel | mes en curso | mes actual | el mes en curso | huidige maand | lopende maand
            last-month   | previous month | vergangenen Monat | vergangener Monat | vorigen Monat | dernier mois | mois précédent
            last-month   | le mois dernier | último mes | el último mes | mes anterior | el mes pasado | laatste maand
            this-quarter | current quarter | laufendes Quartal | aktuelles Quartal | trimestre en cours | trimestre en curso
            this-quarter | trimestre actual | huidig kwartaal | lopend kwartaal
            last-quarter | previous quarter | vergangenes Quartal | voriges Quartal | dernier trimestre | le dernier trimestre
            last-quarter | último trimestre | el último trimestre | laatste kwartaal | le trimestre dernier
            this-year    | current year | laufendes Jahr | aktuelles Jahr | année en cours | l'année en cours | año en curso
            this-year    | el año actual | huidig jaar | lopend jaar
            last-year    | previous year | vergangenes Jahr | voriges Jahr | letzten Jahr | l'année dernière | l’année dernière
            last-year    | l'an dernier | l’an dernier | l'année passée | último año | el último año | el año pasado | laatste jaar
            last-year invoices | factures l'année dernière | factures l’année dernière
            today        | aujourd'hui | aujourd’hui
            date:this-month | date:mois-en-cours | fecha:mes-en-curso | Datum:laufender-Monat | datum:huidige-maand
            """)
    void aPeriodInTheWordsOfALanguage(String row) {
        assertAllMean(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            due until this month   | due by end of month | due by the end of the month | due before month-end | fällig bis Monatsende
            due until this month   | bis Ende des Monats fällig | bis zum Monatsende fällig | fällig vor Monatsende
            due until this month   | dues jusqu'à la fin du mois | dues d’ici la fin du mois | dues avant la fin du mois | dues d'ici fin du mois
            due until this month   | vence hasta fin de mes | vencen antes de fin de mes | vence hasta el final del mes
            due until this month   | vervalt voor het einde van de maand | vervalt tot eind van de maand | vervalt voor eind van de maand
            due until this quarter | due by end of quarter | fällig bis Quartalsende | bis Ende des Quartals fällig
            due until this quarter | dues jusqu’à la fin du trimestre | vence hasta fin de trimestre | vervalt voor het einde van het kwartaal
            due until this year    | due by year-end | fällig bis Jahresende | bis Ende des Jahres fällig | dues avant la fin de l'année
            due until this year    | vence antes de fin de año | vervalt voor het einde van het jaar | dues d'ici la fin de l’année
            due after this month   | due after month-end | fällig nach Monatsende | vence después de fin de mes
            to pay until this month | zu zahlen bis Monatsende | à payer avant la fin du mois | a pagar antes de fin de mes
            to pay until this month | te betalen voor het einde van de maand
            due from today         | not due | not yet due | nicht fällig | noch nicht fällig | nicht fällige | sin vencer
            due from today         | pas encore dues | pas dû | nog niet verschuldigd | niet verschuldigd | aún no vence
            invoices due from today | invoices not yet due | nicht fällige Rechnungen | factures pas encore dues | facturas sin vencer
            due from today         | not overdue | not yet overdue | not late | nicht überfällig | noch nicht überfällig
            due from today         | nicht überfällige | nicht in Verzug | non échu | non échues | pas échue | pas en retard
            due from today         | pas encore échu | no vencido | no vencidas | aún no vencidas | todavía no vencido
            due from today         | niet vervallen | niet te laat | nog niet vervallen | nog niet te laat | no atrasadas | no en mora
            invoices due from today | invoices not overdue | Rechnungen nicht überfällig | factures non échues
            invoices due from today | facturas no vencidas | facturen niet vervallen | nicht überfällige Rechnungen
            unpaid due from today  | unpaid not overdue | unpaid but not overdue | offen aber nicht überfällig
            unpaid due from today  | impayées mais pas échues | pendientes pero no vencidas | onbetaald maar niet vervallen
            -due this week         | not due this week | nicht fällig diese Woche
            due within 7 days      | dû dans les 7 jours | fällig innerhalb von 7 Tagen
            """)
    void whatIsDueInTheWordsOfALanguage(String row) {
        assertAllMean(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            over 5000  | größer 5000 | groesser 5000
            under 5000 | kleiner 5000
            salesperson:anna | Vertriebsmitarbeiter:anna | verkoper:anna | vendeur:anna | vendedor:anna
            """)
    void whatIsComparedInTheWordsOfALanguage(String row) {
        assertAllMean(row);
    }

    /** What is paid is not overdue either, and a draft or a cancelled document never is: nobody who says so looks for them. */
    @ParameterizedTest
    @ValueSource(strings = {"not overdue", "not due", "nicht überfällig", "non échu", "no vencido", "niet vervallen"})
    void whatIsNotOverdueIsOpen(String typed) {
        var rows = FakeInvoices.believable().rows(Set.of(FakeInvoices.ACME));
        Books books = Books.of(rows);
        List<ReviewRow> found = books.list(
                books.find(InvoiceFilter.of(InvoiceQuery.typed(typed, Set.of("EUR"))), FakeInvoices.TODAY).inOrder());

        assertThat(found).hasSize(6).allSatisfy(row -> {
            assertThat(row.openDueDate().orElseThrow()).isAfterOrEqualTo(FakeInvoices.TODAY);
            assertThat(row.signedDue()).isNotZero();
        });
        assertThat(books.list(books.find(InvoiceFilter.of(InvoiceQuery.typed("-overdue", Set.of())),
                FakeInvoices.TODAY).inOrder())).hasSizeGreaterThan(found.size());
    }

    /** The small word between them is left out, as nobody's name has it. */
    @ParameterizedTest
    @ValueSource(strings = {"factures de l'année dernière", "factures de l’année dernière", "facturas del año pasado",
        "Rechnungen vom vergangenen Jahr", "facturen van laatste jaar", "invoices of the previous year"})
    void aPeriodBehindASmallWord(String typed) {
        Books books = Books.of(FakeInvoices.believable().rows(Set.of(FakeInvoices.ACME)));

        assertThat(books.fitted(InvoiceQuery.typed(typed, Set.of("EUR"))).terms().stream()
                .map(term -> term.readings().getFirst()))
                .isEqualTo(InvoiceQuery.typed("invoices last-year", Set.of("EUR")).terms().stream()
                        .map(term -> term.readings().getFirst()).toList());
    }

    /** What says "paid" besides is not taken for less. */
    @Test
    void theOtherNegationsAreAsTheyWere() {
        assertThat(meaning("nicht teilweise bezahlt")).isEqualTo(meaning("-partly-paid"));
        assertThat(meaning("pas partiellement payées")).isEqualTo(meaning("-partly-paid"));
        assertThat(meaning("sin cobrar")).isEqualTo(meaning("receivable"));
        assertThat(meaning("compras")).isEqualTo(meaning("bill"));
        assertThat(meaning("30 derniers jours")).isEqualTo(meaning("last 30 days"));
    }
}
