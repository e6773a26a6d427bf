package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that can be read in two ways say which was taken, and what to type for the other. */
class FormHintsTest {
    private static InvoiceQuery query(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customer:Deco Addict   | UNQUOTED   | Addict   | customer:"Deco Addict"
            Kunde:Deco Addict      | UNQUOTED   | Addict   | Kunde:"Deco Addict"
            product: Oak table     | UNQUOTED   | table    | product:"Oak table"
            note:call anna         | UNQUOTED   | anna     | note:"call anna"
            Notiz:Anna anrufen     | UNQUOTED   | anrufen  | Notiz:"Anna anrufen"
            note: appeler anna     | UNQUOTED   | anna     | note:"appeler anna"
            nota:llamar anna       | UNQUOTED   | anna     | nota:"llamar anna"
            notitie:bel anna       | UNQUOTED   | anna     | notitie:"bel anna"
            VAT EX                 | TAX        | VAT EX   |
            MwSt. frei             | TAX        | MwSt. frei |
            TVA intra              | TAX        | TVA intra |
            IVA exento             | TAX        | IVA exento |
            btw verlegd            | TAX        | btw verlegd |
            refund                 | REFUNDS    | refund   |
            unpaid Refunds         | REFUNDS    | Refunds  |
            Rückerstattungen       | REFUNDS    | Rückerstattungen |
            remboursement          | REFUNDS    | remboursement |
            reembolsos             | REFUNDS    | reembolsos |
            terugbetaling          | REFUNDS    | terugbetaling |
            2061                   | NO_YEAR    | 2061     | 2061
            1900                   | NO_YEAR    | 1900     | 1900
            Q3                     | NO_QUARTER | Q3       | Q3
            audi T1                | NO_QUARTER | T1       | T1
            10/2026                | MONTH      | 10/2026  | "10/2026"
            2026-10                | MONTH      | 2026-10  | "2026-10"
            09.2026                | MONTH      | 09.2026  | "09.2026"
            """)
    void isSaid(String typed, SearchHint.Kind kind, String word, String instead) {
        assertThat(query(typed).hints()).as(typed)
                .containsExactly(new SearchHint(kind, word, instead == null ? "" : instead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer:\"Deco Addict\"", "customer:deco overdue", "note:\"call anna\"",
        "note:anna overdue",
        "vat:BE0477", "2026", "1999",
        "date:2061", "\"2061\"", "Q3 2026", "date:Q3", "October 2026", "\"10/2026\"", "-2061", "vatican",
        "vendor refund", "credit notes",
        "-refund", "\"refund\"", "vendor:azure refund", "Lieferantengutschrift", "avoir fournisseur",
        "rectificativa proveedor",
        "inkoopcreditfactuur"})
    void nothingIsSaid(String typed) {
        assertThat(query(typed).hints()).as(typed).isEmpty();
    }

    /** What is typed instead is read as the hint says. */
    @Test
    void whatIsOfferedMeansTheOther() {
        assertThat(query("2061").tokens()).extracting(Token::kind).containsExactly(Token.Kind.NUMBER);
        assertThat(query("date:2061").terms().getFirst().readings())
                .containsExactly(new Condition.Dated(new InvoicePeriod.OfYear(2061)));
        assertThat(query("\"2026-10\"").tokens()).extracting(Token::kind).containsExactly(Token.Kind.TEXT);
        assertThat(query("customer:\"Deco Addict\"").tokens()).extracting(Token::kind)
                .containsExactly(Token.Kind.FIELD);
    }
}
