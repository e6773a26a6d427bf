package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import testkit.PdfFile;
import testkit.PrintedLists;

class XlsxReportsTest {
    @TempDir
    Path folder;

    private static byte[] xlsx(Report... reports) {
        return PrintedLists.written(ReportFormat.XLSX, reports);
    }

    private static Report of(Column column, Cell... cells) {
        return new Report("Name", "Title", List.of(), "", List.of(column), sink -> {
            for (Cell cell : cells) {
                sink.row(ReportRow.of(cell));
            }
        });
    }

    @Test
    void amountsHaveTheDecimalsThatTheBooksHave() throws IOException, ProblemException {
        var texts = new Texts(Locale.US);
        texts.decimals().learn(Map.of("CLF", 2, "USD", 3));
        Report report = of(Column.money("a", "A"), Cell.money(new BigDecimal("1.5"), "CLF"),
                Cell.money(new BigDecimal("1.5"), "USD"), Cell.money(new BigDecimal("1.5678"), "CLF"));
        var spreadsheet = new ByteArrayOutputStream();
        var pdf = new ByteArrayOutputStream();

        new Reports(texts).write(ReportFormat.XLSX, List.of(report), spreadsheet);
        new Reports(texts).write(ReportFormat.PDF, List.of(report), pdf);

        assertThat(part(spreadsheet.toByteArray(), "xl/styles.xml")).contains("#,##0.00;", "#,##0.000;", "#,##0.0000;");
        assertThat(new PdfFile(pdf.toByteArray()).text().replace('\u00a0', ' ')).contains("CLF 1.50\n", "$ 1.500\n",
                "CLF 1.5678\n");
    }

    private static List<Row> rows(byte[] file, int sheet) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }

    private String part(byte[] file, String name) throws IOException {
        Path whole = Files.write(folder.resolve("book.xlsx"), file);
        try (var zip = new ZipFile(whole.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void cellsAreWhatTheyAre() throws IOException {
        List<Row> rows = rows(xlsx(PrintedLists.statement()), 0);

        assertThat(rows.getFirst().stream().map(cell -> cell.getText())).containsExactly("Date", "Document",
                "Due or paid", "Share", "Days", "Amount");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("Brightwater Hotels");
        Row first = rows.get(2);
        assertThat(first.getCellAsDate(0).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(first.getCell(1).getType()).isEqualTo(CellType.STRING);
        assertThat(first.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(first.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("42");
        assertThat(first.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("6200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"6200 | EUR | [$EUR] #,##0.00;-[$EUR] #,##0.00",
        "1500000 | JPY | [$JPY] #,##0;-[$JPY] #,##0", "1.5 | KWD | [$KWD] #,##0.000;-[$KWD] #,##0.000",
        "-3.0005 | EUR | [$EUR] #,##0.0000;-[$EUR] #,##0.0000", "2 | '' | #,##0.00;-#,##0.00",
        "2 | \"] | #,##0.00;-#,##0.00"})
    void anAmountHasTheFormatOfItsCurrency(String amount, String currency, String format) throws IOException {
        byte[] file = xlsx(of(Column.money("a", "A"), Cell.money(new BigDecimal(amount), currency)));

        Row row = rows(file, 0).get(1);
        assertThat(row.getCell(0).getDataFormatString()).isEqualTo(format);
        assertThat(row.getCellAsNumber(0).orElseThrow()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"39 | #,##0", "39.00 | #,##0", "4E+1 | #,##0", "-2 | #,##0", "1.50 | #,##0.0",
        "0.125 | #,##0.000", "12.12345678901 | #,##0.00000000000"})
    void aQuantityHasAsManyDecimalsAsItNeedsAndNoSignWithoutThem(String quantity, String format) throws IOException {
        byte[] file = xlsx(of(Column.quantity("a", "A"), Cell.quantity(new BigDecimal(quantity))));

        assertThat(rows(file, 0).get(1).getCell(0).getDataFormatString()).isEqualTo(format);
        assertThat(rows(file, 0).get(1).getCellAsNumber(0).orElseThrow()).isEqualByComparingTo(quantity);
    }

    /** Excel reads _x0041_ as the letter of that number. */
    @ParameterizedTest
    @CsvSource({"_x0041_, _x005F_x0041_", "a_x000d_b_xABCD_, a_x005F_x000d_b_x005F_xABCD_",
        "_x005F_x0041_, _x005F_x005F_x005F_x0041_", "_x41_, _x41_", "_x0041, _x0041", "_X0041_, _X0041_",
        "snake_case, snake_case", "\u00e9_x0041_, &#xe9;_x005F_x0041_"})
    void noTextIsReadAsALetterByItsNumber(String text, String written) throws IOException {
        byte[] file = xlsx(of(Column.text("a", text), Cell.text(text)));

        assertThat(part(file, "xl/worksheets/sheet1.xml").split(">" + written + "<", -1)).hasSize(3);
    }

    @Test
    void noDigitIsLostThatASpreadsheetWouldDrop() throws IOException {
        byte[] file = xlsx(of(Column.money("a", "A"), Cell.money(new BigDecimal("12345678901234567.89"), "EUR"),
                Cell.money(new BigDecimal("1234567890123.45"), "EUR")));

        assertThat(rows(file, 0).get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows(file, 0).get(1).getCellText(0)).isEqualTo("12345678901234567.89");
        assertThat(rows(file, 0).get(2).getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("1234567890123.45");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "0012", "1E10", "TRUE"})
    void noTextBecomesAFormulaOrAnotherValue(String text) throws IOException {
        byte[] file = xlsx(of(Column.text("a", "A"), Cell.text(text)));

        assertThat(rows(file, 0).get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows(file, 0).get(1).getCellText(0)).isEqualTo(text);
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void aTextThatExcelWouldCallDamagedIsCutWithAMark() throws IOException {
        String mark = new Texts(Locale.US).get("paper.cut");
        byte[] file = xlsx(of(Column.text("a", "A"), Cell.text("x".repeat(40_000)),
                Cell.text("y".repeat(32_767)), Cell.text("\ud83d\ude00".repeat(20_000))));

        assertThat(rows(file, 0).get(1).getCellText(0)).hasSize(32_767).endsWith("x" + mark);
        assertThat(rows(file, 0).get(2).getCellText(0)).hasSize(32_767).endsWith("yy");
        assertThat(rows(file, 0).get(3).getCellText(0)).endsWith("\ud83d\ude00" + mark);
    }

    @Test
    void whatXmlRefusesIsReplaced() throws IOException {
        byte[] file = xlsx(of(Column.text("a", "A"), Cell.text("a\u0000b\u0008c\ud800d\ufffee<&>\"\nf")));

        assertThat(rows(file, 0).get(1).getCellText(0)).isEqualTo("a b c\ufffdd\ufffde<&>\"\nf");
    }

    @Test
    void headsStayInSightAndColumnsAreAsWideAsTheirTexts() throws IOException {
        String sheet = part(xlsx(PrintedLists.rows(600)), "xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:D601\"")
                .containsPattern("<col min=\"2\" max=\"2\" width=\"2[0-9]");
    }

    @Test
    void daysThatExcelCountsOtherwiseStayWords() throws IOException {
        byte[] file = xlsx(of(Column.day("a", "A"), Cell.day(LocalDate.of(1899, 12, 31)),
                Cell.day(LocalDate.of(1900, 3, 1))));

        assertThat(rows(file, 0).get(1).getCellText(0)).isEqualTo("1899-12-31");
        assertThat(rows(file, 0).get(2).getCellAsDate(0).orElseThrow().toLocalDate())
                .isEqualTo(LocalDate.of(1900, 3, 1));
    }

    @Test
    void eachReportIsASheetAndTheLastSaysWhatTheyAre() throws IOException {
        byte[] file = xlsx(PrintedLists.statement(), PrintedLists.rows(2), PrintedLists.rows(3));

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("Statement", "Invoices", "Invoices (2)",
                    "About");
        }
        assertThat(rows(file, 3).stream().map(row -> row.getCellText(0))).contains("Statement of Brightwater Hotels",
                "Customer invoices · This year", PrintedLists.FOOT,
                new Texts(Locale.US).get("paper.plain"));
    }

    @ParameterizedTest
    @CsvSource({"a/b:c*d?[e], a-b-c-d--e-", "'', -", "'quoted', -quoted-", "History, History_", "HISTORY, HISTORY_"})
    void sheetsAreCalledAsExcelAllows(String wanted, String name) {
        String typed = wanted.equals("quoted") ? "'quoted'" : wanted;

        assertThat(new SheetNames().of(typed)).isEqualTo(name);
        assertThat(new SheetNames().of("x".repeat(40))).hasSize(31);
    }

    @Test
    void twoLongNamesThatBeginAlikeAreNotTheSame() {
        var names = new SheetNames();

        assertThat(List.of(names.of("x".repeat(40)), names.of("X".repeat(40)))).doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSize(31));
    }

    @Test
    void totalsOfEachCurrencyStandBelow() throws IOException {
        List<Row> rows = rows(xlsx(PrintedLists.statement()), 0);

        var totals = new ArrayList<String>();
        rows.stream().filter(row -> row.getCellText(1).startsWith("Total"))
                .forEach(row -> totals.add(row.getCellText(1) + " " + row.getCellAsNumber(5).orElseThrow()
                        .stripTrailingZeros().toPlainString()));
        assertThat(totals).containsExactly("Total, Brightwater Hotels 5889.995", "Total, Brightwater Hotels 1500000",
                "Total, شركة النور للتجارة 100", "Total 5989.995", "Total 1500000");
    }

    @Test
    void manyRowsAreWrittenWithoutBeingKept() throws IOException, ProblemException {
        var written = new long[1];
        var rows = new long[1];
        var counting = new OutputStream() {
            @Override
            public void write(int octet) {
                written[0]++;
            }

            @Override
            public void write(byte[] octets, int from, int count) {
                written[0] += count;
            }
        };
        Report many = PrintedLists.rows(200_000);
        Report watched = new Report(many.name(), many.title(), many.notes(), many.foot(), many.columns(),
                sink -> many.rows().each(new ReportRows.Sink() {
                    @Override
                    public void group(String name) {
                        sink.group(name);
                    }

                    @Override
                    public void row(ReportRow row) {
                        sink.row(row);
                        rows[0]++;
                        if (rows[0] == 100_000) {
                            // what is out cannot be in memory
                            assertThat(written[0]).isGreaterThan(500_000);
                        }
                    }
                }));

        new Reports(new Texts(Locale.US)).write(ReportFormat.XLSX, List.of(watched), counting);

        assertThat(rows[0]).isEqualTo(200_000);
    }
}
