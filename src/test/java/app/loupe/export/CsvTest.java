package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Pattern SIGNS = Pattern.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]");

    private static String file(Object... cells) {
        var text = new StringWriter();
        var csv = new Csv(new PrintWriter(text));
        csv.row(cells);
        csv.row("second");
        return text.toString();
    }

    @Test
    void beginsWithOneByteOrderMark() {
        assertThat(file("a", "b")).isEqualTo("\ufeffa,b\r\nsecond\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+2", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", " =1", "\u00a0=1",
        "\u200b=1", "\ufeff=1", "\u2060=1", "\u3164=1", "\u0001=1", "\u034f=1", "\"=1\"", "a;=1", "a; =1", "a;\"=1\"",
        "a\t=1", "a|=1", "a\n=1", "a\r\n@x", "a;b;\u200b+c", ";=1", "'a;=1", "'a\n=1", "+++090/9337/55493+++"})
    void noFormulaBeginsACellWhateverTheSeparator(String text) {
        String opened = Csv.cell(text).replaceAll("[\"\\p{Z}\\p{Cf}\\p{M}\u3164\u0001]", "");

        for (String cell : opened.split("[,;|\t\r\n]", -1)) {
            assertThat(cell).satisfiesAnyOf(part -> assertThat(part).isEmpty(),
                    part -> assertThat(SIGNS.matcher(part).lookingAt()).isFalse());
        }
        assertThat(Csv.cell(text)).contains("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0012345", "007", "1E10", "1e5", "12345678901234567890", "123456789012", "3-4", "1/2",
        "3.4",
        "12:30", "10:30 PM", "3 pm", "-12.50", "+5", "1,234", "1.234,56", "1 234", "1'234", "1.234%", "1234%", "5%%",
        "-5%", "$5", "\u20ac 5",
        "(5)",
        "2026-13-01", "2026-10-32", "2026-10-01 ", "2026-10", "01.10.2026", "1 Oct", "Oct 2026", "MAR1", "SEPT2",
        "1-Mai-26", "d\u00e9c 5", "5 enero", "TRUE",
        "falsch",
        "#N/A", "#REF!", " 5", "1 2"})
    void whatASpreadsheetWouldRetellStaysAsTyped(String text) {
        assertThat(Csv.cell(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV/2026/00001", "12345", "0", "Marble 5", "Decor 12", "May", "Acme Mars 2", "R-12.50",
        "e", "E",
        "PO 7731", "#123", "a - b", "a+b", "mail@acme.example", "trueness", "US12345674", "S00045", "Rue 5 bis",
        "2026-10-01", "2027-02-28", "15%", "5.5%", "8.1 %", "15\u00a0%", "0%", "'", "'s Hertogenbosch"})
    void anOrdinaryTextIsLeftAlone(String text) {
        assertThat(Csv.cell(text)).isEqualTo(text);
    }

    @Test
    void numbersAndDatesOfLoupesOwnStayNumbersAndDates() {
        assertThat(Csv.cell(new BigDecimal("-1E+3"))).isEqualTo("-1000");
        assertThat(Csv.cell(new BigDecimal("-12.50"))).isEqualTo("-12.50");
        assertThat(Csv.cell(12345678901234L)).isEqualTo("12345678901234");
        assertThat(Csv.cell(LocalDate.of(2026, 10, 1))).isEqualTo("2026-10-01");
        assertThat(Csv.cell(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            a"b -> "a""b"
            a,b -> "a,b"
            a;b -> "a;b"
            a|b -> "a|b"
            """)
    void quotesWhateverSomeSpreadsheetTakesForASeparator(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @Test
    void whatSteersATerminalBecomesASpace() {
        assertThat(Csv.cell("a\u202eb\u001bc")).isEqualTo("a b c");
    }

    /** Each is as long as a server may make it; gone through once for each character it takes hours. */
    @ParameterizedTest
    @ValueSource(strings = {"1", " ", "\u00a0", "1 ", " 1", "1.", ":", "1:", "0", "-", "\"", "\u200b", ";", "; ", "e1"})
    void aLongTextIsGoneThroughOnce(String part) {
        String text = part.repeat((1 << 20) / part.length()) + "x";

        String cell = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Csv.cell(text));

        assertThat(cell).contains(text.replace("\"", "\"\""));
    }

    @Test
    void aLongNumberStaysAsTyped() {
        assertThat(Csv.cell("1".repeat(1 << 20))).startsWith("'1");
        assertThat(Csv.cell(" ".repeat(1 << 20) + "12")).startsWith("' ");
    }
}
