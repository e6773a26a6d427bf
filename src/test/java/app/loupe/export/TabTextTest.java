package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TabTextTest {
    @Test
    void numbersHaveTheDecimalSignOfTheRegionAndAllTheirDigits() {
        for (Locale region : new Locale[] {Locale.US, Locale.GERMANY}) {
            var text = new TabText(region);
            text.row(new BigDecimal("-1234567.890"), LocalDate.of(2026, 11, 18), null);

            String sign = region.equals(Locale.US) ? "." : ",";
            assertThat(text).hasToString("-1234567" + sign + "890\t2026-11-18\t\n");
        }
    }

    @Test
    void aTextEndsNoCellAndRunsNoFormula() {
        var text = new TabText(Locale.US);
        text.row("=HYPERLINK(\"x\")", "a\tb\r\nc", "+31 6", "INV/2026/01184", "0012");

        assertThat(text).hasToString("'=HYPERLINK(\"x\")\ta b  c\t'+31 6\tINV/2026/01184\t'0012\n");
    }

    /** A spreadsheet reads on to the next mark, over tabs and lines. */
    @Test
    void aMarkAtTheBeginningSwallowsNoCell() {
        var text = new TabText(Locale.US);
        text.row("\"Acme", "a \"b\"", "\"Acme\" Ltd", "\"");
        text.row("next");

        assertThat(text).hasToString("\"\"\"Acme\"\ta \"b\"\t\"\"\"Acme\"\" Ltd\"\t\"\"\"\"\nnext\n");
    }
}
