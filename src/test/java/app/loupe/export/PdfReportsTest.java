package app.loupe.export;

import java.util.Collections;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import testkit.PdfFile;
import testkit.PrintedLists;

class PdfReportsTest {
    private static PdfFile pdf(Report... reports) {
        return new PdfFile(PrintedLists.written(ReportFormat.PDF, reports));
    }

    private static Report of(List<Column> columns, ReportRow... rows) {
        return new Report("Name", "Title", List.of(), PrintedLists.FOOT, columns,
                sink -> List.of(rows).forEach(sink::row));
    }

    @Test
    void saysTitleNotesGroupsRowsAndTheTotalsOfEachCurrencyByItself() {
        assertThat(pdf(PrintedLists.statement()).text()).contains("Statement of Brightwater Hotels",
                "as of 26 November 2026", "Date Document Due or paid", "15 Sep 2026 INV/2026/01022", "12.5", "42",
                "€\u00a06,200.00", "€\u00a0−310.005", "¥\u00a01,500,000", "Total, Brightwater Hotels",
                "€\u00a05,889.995",
                "€\u00a05,989.995", "€\u00a0999,999.00", PrintedLists.FOOT, "Page 1 of 1");
    }

    @Test
    void addsUpNeitherWhatDoesNotCountNorAcrossCurrencies() {
        String text = pdf(PrintedLists.statement()).text();

        assertThat(text.lines().filter(line -> line.startsWith("Total"))).hasSize(5);
        assertThat(text).doesNotContain("1,005,", "1,505,", "1,500,000.00");
    }

    @Test
    void readsFromRightToLeftAndShowsEastAsianLetters() {
        String text = pdf(PrintedLists.statement()).text();

        assertThat(text).contains("شركة النور للتجارة", "مسودة", "株式会社ライト", "한국어 텍스트", "שלום עולם");
    }

    @Test
    void repeatsTheHeadsAndCountsThePagesOverThreeHundredRows() {
        List<String> pages = pdf(PrintedLists.rows(300)).pages();

        assertThat(pages.size()).isGreaterThan(4);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Number Customer Date Total", PrintedLists.FOOT,
                    "Page " + (i + 1) + " of " + pages.size());
        }
        String text = String.join("", pages);
        assertThat(List.of(1, 99, 100, 101, 199, 200, 201, 300))
                .allSatisfy(i -> assertThat(text).containsOnlyOnce("INV/2026/" + i + " "));
        assertThat(text).contains("€\u00a045,225.00");
    }

    @Test
    void sumsStandOnThePageOfTheLastRow() {
        assertThat(IntStream.rangeClosed(20, 60)).allSatisfy(rows -> {
            List<String> pages = pdf(twoCurrencies(rows)).pages();

            assertThat(pages.getLast()).contains("Document Amount", "Row " + rows + " ");
            assertThat(pages.getLast().lines().filter(line -> line.startsWith("Total "))).hasSize(2);
            assertThat(String.join("", pages).lines().filter(line -> line.startsWith("Row "))).hasSize(rows);
        });
    }

    @Test
    void theSumOfTheOnlyRowStandsBelowItHoweverMuchIsSaidAbove() {
        assertThat(IntStream.rangeClosed(20, 60)).allSatisfy(said -> {
            Report report = twoCurrencies(1).noted(IntStream.range(0, said).mapToObj(i -> "Note " + i).toList());

            assertThat(pdf(report).pages()).filteredOn(page -> page.contains("Row 1 ")).singleElement().asString()
                    .contains("Document Amount", "Total ");
        });
    }

    private static Report twoCurrencies(int rows) {
        return of(List.of(Column.text("a", "Document"), Column.total("b", "Amount")),
                IntStream.rangeClosed(1, rows).mapToObj(i -> ReportRow.of(Cell.text("Row " + i),
                        Cell.money(BigDecimal.valueOf(i), i % 2 == 0 ? "EUR" : "USD"))).toArray(ReportRow[]::new));
    }

    @Test
    void theNameOfAGroupStandsOnThePageOfItsFirstRow() {
        assertThat(IntStream.rangeClosed(1, 12)).allSatisfy(size -> {
            var report = new Report("Name", "Title", List.of(), PrintedLists.FOOT,
                    List.of(Column.text("a", "Document"), Column.total("b", "Amount")), sink -> {
                        for (int i = 0; i < 100; i++) {
                            if (i % size == 0) {
                                sink.group("Group " + i / size);
                            }
                            sink.row(ReportRow.of(Cell.text("Row " + i), Cell.money(BigDecimal.TEN, "EUR")));
                        }
                    });

            for (String page : pdf(report).pages()) {
                List<String> lines = page.lines()
                        .filter(line -> line.matches("(Group|Row|Total|Document Amount).*")).toList();
                assertThat(lines.getLast()).doesNotStartWith("Group");
                assertThat(lines.getFirst()).isEqualTo("Document Amount");
                assertThat(lines.get(1)).doesNotStartWith("Total");
            }
        });
    }

    @Test
    void namesItsTitleAndLanguage() {
        PdfFile file = pdf(PrintedLists.statement());

        String title = file.ask(document -> document.getDocumentInformation().getTitle());
        String language = file.ask(document -> document.getDocumentCatalog().getLanguage());

        assertThat(title).isEqualTo("Statement of Brightwater Hotels");
        assertThat(language).isEqualTo("en-US");
    }

    @Test
    void liesAcrossWhereUprightIsTooNarrowAndEachReportBeginsAPage() {
        List<Column> wide = List.of(Column.text("a", "A"), Column.total("b", "B"), Column.total("c", "C"),
                Column.total("d", "D"), Column.total("e", "E"), Column.total("f", "F"), Column.total("g", "G"));
        Cell big = Cell.money(new BigDecimal("123456789.99"), "EUR");

        List<Float> widths = pdf(PrintedLists.rows(1),
                of(wide, ReportRow.of(Cell.text("x"), big, big, big, big, big, big)))
                .ask(document -> List.of(document.getPage(0).getMediaBox().getWidth(),
                        document.getPage(1).getMediaBox().getWidth()));

        assertThat(widths).satisfiesExactly(upright -> assertThat(upright).isLessThan(600),
                across -> assertThat(across).isGreaterThan(800));
    }

    @Test
    void breaksLongWordsAndGoesOnWithALongTextOnTheNextPage() {
        String word = "x".repeat(300);
        String text = "One sentence of a note. ".repeat(900) + "The end.";

        List<String> pages = pdf(of(List.of(Column.text("a", "A"), Column.text("b", "B")),
                ReportRow.of(Cell.text(word), Cell.text(text)))).pages();

        assertThat(pages.size()).isGreaterThan(1);
        assertThat(String.join("", pages).chars().filter(letter -> letter == 'x').count()).isEqualTo(300);
        assertThat(pages.getLast()).contains("The end.");
    }

    @Test
    void leavesNoLetterOutThatNoFontHas() {
        assertThat(pdf(of(List.of(Column.text("a", "A")), ReportRow.of(Cell.text("a\u0e01b\ud83d\ude00c")))).text())
                .contains("a\u25a1b\u25a1c");
    }

    @Test
    void aListWithoutRowsSaysSo() {
        assertThat(pdf(of(List.of(Column.text("a", "A")))).text()).contains("Title", "No rows.", "Page 1 of 1");
    }

    @Test
    void namesOfManyConnectionsEndBeforeTheNumberOfThePage() {
        String names = String.join(", ", Collections.nCopies(9, "Brightwater Trading"));
        PdfFile file = pdf(new Report("Name", "Title", List.of(), "From the copy of 27 Nov 2026 of " + names,
                List.of(Column.text("a", "A")), sink -> {}));

        assertThat(file.text()).contains("From the copy of 27 Nov 2026 of Brightwater Trading")
                .containsPattern("Bright\\w*[^\\n]*\u2026 +Page 1 of 1");
    }
}
