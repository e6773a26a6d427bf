package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    private static InvoiceQuery read(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR", "CHF"));
    }

    private static List<String> shown(String typed) {
        return read(typed).tokens().stream()
                .map(token -> (token.excluded() ? "-" : "") + token.kind() + " " + token.value()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overdue hotel                   | STATUS overdue, TEXT hotel
            partly paid                     | STATUS partly paid
            credit note acme                | TYPE credit note, TEXT acme
            "credit note"                   | TEXT credit note
            bill smith                      | TYPE bill, TEXT smith
            -paid                           | -STATUS paid
            -"paid"                         | -TEXT paid
            status:overdue                  | STATUS overdue
            STATUS:"partly paid"            | STATUS partly paid
            -type:bill                      | -TYPE bill
            date:24-nov-2026                | DATE 24-nov-2026
            currency:usd                    | CURRENCY usd
            amount:1.234,56                 | AMOUNT 1.234,56
            text:paid                       | TEXT paid
            text:"partly paid"              | TEXT partly paid
            status:hotel                    | UNREADABLE status:hotel
            status:                         | UNREADABLE status:
            >abc                            | UNREADABLE >abc
            >1000 ..50                      | AMOUNT >1000, AMOUNT ..50
            372                             | NUMBER 372
            1 234,56 hotel                  | NUMBER 1 234,56, TEXT hotel
            1\u00a0234,56                   | NUMBER 1\u00a0234,56
            €1,290.50                       | CURRENCY €, NUMBER 1,290.50
            500€                            | NUMBER 500, CURRENCY €
            500$                            | NUMBER 500$
            -€12                            | -AMOUNT €12
            -$12                            | -NUMBER $12
            >500CHF                         | AMOUNT >500CHF
            € 12                            | CURRENCY €, NUMBER 12
            november 2026                   | DATE november 2026
            24 Nov 2026 lunch               | DATE 24 Nov 2026, TEXT lunch
            24 de noviembre de 2026         | DATE 24 de noviembre de 2026
            de vries                        | TEXT de, TEXT vries
            may                             | DATE may
            2026                            | DATE 2026
            2026 03                         | DATE 2026, NUMBER 03
            2026-13                         | TEXT 2026-13
            INV/2026/11/0003                | TEXT INV/2026/11/0003
            eur usd pen                     | CURRENCY eur, TEXT usd, TEXT pen
            e-mail ref:12                   | TEXT e-mail, FIELD ref:12
            last month -removed             | DATE last month, -STATUS removed
            Q1 2026 hotel                   | DATE Q1 2026, TEXT hotel
            date:q1-2026                    | DATE q1-2026
            date:q5                         | UNREADABLE date:q5
            overdue >60 hotel               | LATE >60, TEXT hotel
            overdue >1000                   | STATUS overdue, AMOUNT >1000
            overdue >60.00                  | STATUS overdue, AMOUNT >60.00
            >60 overdue                     | AMOUNT >60, STATUS overdue
            overdue 60                      | STATUS overdue, NUMBER 60
            overdue amount:>60              | STATUS overdue, AMOUNT >60
            60 days                         | NUMBER 60, TEXT days
            -late>60 paid                   | -LATE >60, STATUS paid
            60 days late                    | LATE >=60
            late:30..60                     | LATE 30..60
            te-laat:>60                     | LATE >60
            late:hotel                      | UNREADABLE late:hotel
            late>soon                       | UNREADABLE late>soon
            late:60..30                     | UNREADABLE late:60..30
            late:<1                         | UNREADABLE late:<1
            """)
    void showsWhatEachPartIsTakenFor(String typed, String expected) {
        assertThat(String.join(", ", shown(typed))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overdue hotel            | 0 | "overdue" hotel         | hotel
            hotel  24 Nov 2026  acme | 1 | hotel "24 Nov 2026" acme | hotel acme
            acme -paid               | 1 | acme -"paid"            | acme
            status:"partly paid" x   | 0 | "partly paid" x         | x
            -type:bill               | 0 | -"bill"                 | ``
            1 234,56                 | 0 | "1 234,56"              | ``
            >1000                    | 0 | ">1000"                 | ``
            overdue >60 x            | 0 | "overdue >60" x         | x
            -late:>60                | 0 | -">60"                  | ``
            x te-laat:30..60         | 1 | x "30..60"              | x
            late:"> 60 days" x       | 0 | "> 60 days" x           | x
            late>60 x                | 0 | "late>60" x             | x
            amount:>60 x             | 0 | ">60" x                 | x
            note:anna x              | 0 | "anna" x                | x
            "two  blanks" paid       | 1 | "two  blanks" "paid"    | "two  blanks"
            """)
    void becomesTextOrGoesWithOneClick(String typed, int part, String asText, String removed) {
        Token token = read(typed).tokens().get(part);

        assertThat(token.isMoreThanText()).isTrue();
        assertThat(token.asText(typed)).isEqualTo(asText);
        assertThat(token.removedFrom(typed)).isEqualTo(removed);
        assertThat(read(asText).tokens().get(part).kind()).isEqualTo(Token.Kind.TEXT);
        assertThat(read(asText).tokens().get(part).excluded()).isEqualTo(token.excluded());
    }

    @Test
    void plainTextHasNothingToBecome() {
        assertThat(read("hotel \"paid\" >x text:paid").tokens()).hasSize(4).noneMatch(Token::isMoreThanText);
    }

    @Test
    void partsLieOneBehindTheOtherInWhatWasTyped() {
        String typed = " -overdue  \"a b\" 24 Nov 2026  status:paid ";

        List<String> parts = read(typed).tokens().stream()
                .map(token -> typed.substring(token.start(), token.end())).toList();

        assertThat(parts).containsExactly("-overdue", "\"a b\"", "24 Nov 2026", "status:paid");
    }
}
