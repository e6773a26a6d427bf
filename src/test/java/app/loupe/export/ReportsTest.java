package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.PrintedLists;

class ReportsTest {
    private static String text(ReportFormat format) {
        return new String(PrintedLists.written(format, PrintedLists.statement()), StandardCharsets.UTF_8);
    }

    @Test
    void csvHasFieldNamesRowsAndTheCurrencyBesideEachAmount() {
        assertThat(text(ReportFormat.CSV).lines()).containsExactly(
                "\ufeffdate,document,what,share,days,amount,amount_currency",
                "2026-09-15,INV/2026/01022,due 15 Oct 2026,12.5,42,6200.00,EUR",
                "2026-10-02,RINV/2026/00028,'=SUM(A1:A9),,,-310.005,EUR",
                "2026-11-06,INV/2026/01099,in yen,,1234,1500000,JPY",
                ",مسودة 12,株式会社ライト 한국어 텍스트,,,100.00,EUR", ",draft,שלום עולם,,,999999.00,EUR");
    }

    @Test
    void jsonHasDecimalsAsTextAndNullForWhatIsAbsent() {
        assertThat(text(ReportFormat.JSONL).lines()).hasSize(5).first().isEqualTo(
                "{\"date\":\"2026-09-15\",\"document\":\"INV/2026/01022\",\"what\":\"due 15 Oct 2026\",\"share\":\"12.5\","
                        + "\"days\":42,\"amount\":\"6200.00\",\"amount_currency\":\"EUR\"}");
        assertThat(text(ReportFormat.JSONL).lines().toList().get(3)).contains("\"date\":null", "\"days\":null");
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSONL"})
    void rowsOfTwoReportsDoNotFitBelowTheSameHeads(ReportFormat format) {
        assertThatThrownBy(() -> PrintedLists.written(format, PrintedLists.statement(), PrintedLists.rows(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "PDF"})
    void aCellThatItsColumnCannotTakeIsAMistakeOfTheProgram(ReportFormat format) {
        var wrong = new Report("N", "T", List.of(), "", List.of(Column.text("a", "A")),
                sink -> sink.row(ReportRow.of(Cell.money(BigDecimal.ONE, "EUR"))));
        var missing = new Report("N", "T", List.of(), "", List.of(Column.text("a", "A")),
                sink -> sink.row(ReportRow.of()));

        assertThatThrownBy(() -> PrintedLists.written(format, wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrintedLists.written(format, missing)).isInstanceOf(IllegalArgumentException.class);
    }
}
