package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.review.Grouping;
import app.loupe.review.Heading;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.window.WrittenOffer;

/** The list put together in groups, as an owner uses it. */
class GroupsFxTest extends InvoicesWindow {
    private static final int ROW_COUNT = 14;

    @SuppressWarnings("unchecked") // the only table of the screen holds lines
    private static TableView<Listed> lines(InvoicesView screen) {
        return FxStage.here(() -> (TableView<Listed>) screen.view().lookup(".invoice-table"));
    }

    /** The lines as an owner reads them: a heading in brackets, folded with a plus. */
    private static List<String> listed(InvoicesView screen) {
        return FxStage.on(() -> shown(screen));
    }

    private static List<String> shown(InvoicesView screen) {
        return lines(screen).getItems().stream().map(line -> switch (line) {
            case Heading heading -> (heading.folded() ? "+" : "") + "[" + heading.group().name() + "]";
            case ReviewRow row -> row.row().number();
        }).toList();
    }

    private static void choose(InvoicesView screen, String item) {
        FxStage.run(() -> ((MenuButton) screen.view().lookup("#group-by")).getItems().stream()
                .filter(one -> item.equals(one.getId())).findFirst().orElseThrow().fire());
    }

    private InvoicesView byCurrency() {
        InvoicesView screen = show(FakeInvoices.believable());
        choose(screen, "group-currency");
        FxStage.until(() -> lines(screen).getItems().size() == ROW_COUNT + 3);
        return screen;
    }

    /** Without the spaces that no line breaks at. */
    private static List<String> headingTexts(InvoicesView screen) {
        laidOut(screen);
        return FxStage.on(() -> nodes(screen.view()).filter(InvoiceTableRow.class::isInstance)
                .map(InvoiceTableRow.class::cast).filter(row -> row.getItem() instanceof Heading)
                .map(row -> String.join(" | ", texts(row)).replace('\u00a0', ' ')).sorted().toList());
    }

    private static TableRow<?> rowOf(InvoicesView screen, int line) {
        laidOut(screen);
        return FxStage.on(() -> nodes(screen.view()).filter(InvoiceTableRow.class::isInstance)
                .map(InvoiceTableRow.class::cast).filter(row -> row.getIndex() == line).findFirst().orElseThrow());
    }

    @Test
    void headingsSayNameCountAndSumsOfEachCurrencyByItself() {
        InvoicesView screen = byCurrency();
        assertThat(headingTexts(screen)).containsExactly(
                "▾ | EUR | 11 documents | € 46,588.85 | € 21,340.45",
                "▾ | JPY | 1 document | ¥ 482,000 | ¥ 0",
                "▾ | USD | 2 documents | $ 9,930.00 | $ 4,965.00");

        choose(screen, "group-status");
        FxStage.until(() -> shown(screen).contains("[OVERDUE]"));
        laidOut(screen);
        assertThat(headingTexts(screen)).anyMatch(text -> text.contains("Paid | 2 documents | "
                + "€ 18,650.00 · ¥ 482,000"));
        choose(screen, "group-none");
        waitFor(screen, ROW_COUNT);
        assertThat(headingTexts(screen)).isEmpty();
    }

    @Test
    void whatAGroupComesToStandsUnderTheAmountsThatItIsTheSumOf() {
        InvoicesView screen = byCurrency();
        TableRow<?> heading = rowOf(screen, 0);
        TableRow<?> row = rowOf(screen, 1);

        FxStage.run(() -> {
            for (String column : List.of("total", "due")) {
                Node sum = heading.lookup(".heading-" + column);
                Node amount = row.lookup(".cell-" + column + " .text");
                assertThat(sum.isVisible()).isTrue();
                assertThat(sum.localToScene(sum.getLayoutBounds()).getMaxX())
                        .isCloseTo(amount.localToScene(amount.getLayoutBounds()).getMaxX(), within(2.0));
            }
            assertThat(heading.getAccessibleText().replace('\u00a0', ' ')).as("with its names")
                    .contains("Total € 46,588.85", "Due € 21,340.45");
        });
    }

    @Test
    void aClickFoldsAGroupAndItStaysFoldedThroughSearchAndOrder() {
        InvoicesView screen = byCurrency();
        TableRow<?> heading = rowOf(screen, 0);

        FxStage.run(() -> Event.fireEvent(heading, new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5,
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, false, null)));

        List<String> folded = List.of("+[EUR]", "[JPY]", "INV/2026/01178", "[USD]", "INV/2026/01182",
                "INV/2026/01173");
        assertThat(listed(screen)).isEqualTo(folded);
        type(screen, "ready");
        FxStage.until(() -> lines(screen).getItems().size() == 3);
        type(screen, "");
        FxStage.until(() -> shown(screen).equals(folded));
        FxStage.run(() -> screen.model().order().set(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true)));
        FxStage.until(() -> shown(screen).equals(List.of("+[EUR]", "[JPY]", "INV/2026/01178", "[USD]",
                "INV/2026/01173", "INV/2026/01182")));

        choose(screen, "group-none");
        waitFor(screen, ROW_COUNT);
        choose(screen, "group-currency");
        FxStage.until(() -> lines(screen).getItems().size() == ROW_COUNT + 3);
    }

    @Test
    void theKeysFoldAndWalk() {
        InvoicesView screen = byCurrency();
        FxStage.run(() -> lines(screen).getSelectionModel().clearAndSelect(0));

        press(lines(screen), KeyCode.LEFT, false);
        assertThat(listed(screen)).startsWith("+[EUR]", "[JPY]");
        assertThat(FxStage.on(() -> lines(screen).getSelectionModel().getSelectedIndex())).isZero();
        press(lines(screen), KeyCode.RIGHT, false);
        assertThat(listed(screen)).startsWith("[EUR]", "");
        press(lines(screen), KeyCode.RIGHT, false);
        assertThat(FxStage.on(() -> lines(screen).getSelectionModel().getSelectedIndex())).isEqualTo(1);
        FxStage.until(() -> screen.model().selected().get() != null);
        press(lines(screen), KeyCode.LEFT, false);
        assertThat(FxStage.on(() -> lines(screen).getSelectionModel().getSelectedIndex())).isZero();
        assertThat(FxStage.on(() -> screen.model().selected().get())).isNull();
        press(lines(screen), KeyCode.ENTER, false);
        assertThat(listed(screen)).startsWith("+[EUR]", "[JPY]");

        choose(screen, "group-unfold-all");
        assertThat(listed(screen)).hasSize(ROW_COUNT + 3);
        choose(screen, "group-fold-all");
        assertThat(listed(screen)).containsExactly("+[EUR]", "+[JPY]", "+[USD]");
    }

    @Test
    void selectionSumsAndDetailGoOnWorking() {
        InvoicesView screen = byCurrency();
        int line = listed(screen).indexOf("INV/2026/01182");

        FxStage.run(() -> lines(screen).getSelectionModel().clearAndSelect(line));
        FxStage.until(() -> texts(screen.view().lookup(".detail")).contains("INV/2026/01182"));
        FxStage.run(() -> screen.model().order().set(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true)));
        FxStage.until(() -> shown(screen).indexOf("INV/2026/01182") == line + 1);
        assertThat(FxStage.on(() -> lines(screen).getSelectionModel().getSelectedIndex())).isEqualTo(line + 1);

        FxStage.run(() -> lines(screen).getSelectionModel().selectRange(line - 2, line + 2));
        assertThat(FxStage.on(() -> screen.model().selection().get().count()))
                .as("a yen invoice, and two in dollars below their heading").isEqualTo(3);
        press(lines(screen), KeyCode.F, false);
        FxStage.until(() -> List.of("INV/2026/01178", "INV/2026/01182", "INV/2026/01173").stream()
                .allMatch(number -> lines(screen).getItems().stream()
                        .filter(ReviewRow.class::isInstance).map(ReviewRow.class::cast)
                        .filter(row -> row.row().number().equals(number))
                        .allMatch(row -> screen.model().marks().marks().get().of(row.row().key()).flagged())));
    }

    @Test
    void anInvoiceThatIsOpenedUnfoldsItsGroup() {
        FakeInvoices copy = FakeInvoices.believable();
        InvoicesView screen = show(copy);
        choose(screen, "group-currency");
        FxStage.until(() -> lines(screen).getItems().size() == ROW_COUNT + 3);
        choose(screen, "group-fold-all");

        FxStage.run(() -> screen.model().open(copy.key("INV/2026/01182")));

        assertThat(listed(screen)).containsExactly("+[EUR]", "+[JPY]", "[USD]", "INV/2026/01182", "INV/2026/01173");
        assertThat(FxStage.on(() -> lines(screen).getSelectionModel().getSelectedIndex())).isEqualTo(3);
    }

    @Test
    void whoDoesNotSeeAHeadingHearsItAndItsState() {
        InvoicesView screen = byCurrency();
        TableRow<?> heading = rowOf(screen, 0);

        assertThat(FxStage.on(heading::getAccessibleText)).startsWith("EUR, 11 documents, expanded. Total €");
        assertThat(FxStage.on(() -> heading.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM))).isNull();
        choose(screen, "group-fold-all");
        TableRow<?> folded = rowOf(screen, 0);
        assertThat(FxStage.on(folded::getAccessibleText)).startsWith("EUR, 11 documents, collapsed. Total €");
    }

    @Test
    void theGroupingComesBackAtTheNextStart() {
        var memory = new Memory(Map.of());
        FxStage.run(() -> {
            InvoicesView before = showUnread(FakeInvoices.believable());
            before.remember(memory);
            before.model().groups().by().set(Optional.of(Grouping.JOURNAL));
        });

        InvoicesView after = FxStage.on(() -> {
            InvoicesView view = showUnread(FakeInvoices.believable());
            view.remember(new Memory(memory.values()));
            return view;
        });

        assertThat(FxStage.on(() -> after.model().groups().by().get())).contains(Grouping.JOURNAL);
    }

    @Test
    void manyRowsMakeOnlyWhatIsSeen() {
        InvoicesView screen = show(FakeInvoices.many(5_000));
        choose(screen, "group-customer");
        FxStage.until(() -> lines(screen).getItems().size() > 5_000);

        choose(screen, "group-fold-all");

        int groups = FxStage.on(() -> screen.model().result().get().groups().size());
        assertThat(listed(screen)).hasSize(groups).allMatch(line -> line.startsWith("+["));
    }

    private static List<String> written(InvoicesView screen, String part, ExportForm form, Path file)
            throws IOException, ProblemException {
        ExportOffer offer = FxStage.on(() -> screen.exports().orElseThrow());
        offer.parts().stream().filter(one -> one.id().equals(part)).findFirst().orElseThrow().takeaway()
                .write(new Takeaway.Place(form, file, true, null), Steps.unwatched());
        return Files.readAllLines(file);
    }

    @Test
    void whatIsExportedStandsUnderTheHeadingsWithASubtotalEach(@TempDir Path folder)
            throws IOException, ProblemException {
        InvoicesView screen = byCurrency();
        ExportOffer offer = FxStage.on(() -> screen.exports().orElseThrow());

        List<String> rows = new WrittenOffer(offer, folder).rows();

        assertThat(rows.stream().filter(row -> !row.contains(" | ") || row.startsWith("Total")).map(row -> row
                .replaceAll("( \\| )+", " | "))).containsExactly("EUR",
                        "Total, EUR, customers | 39134.64 | 7454.21 | 46588.85 | 21340.45", "JPY",
                        "Total, JPY, customers | 404880 | 77120 | 482000 | 0", "USD",
                        "Total, USD, customers | 8341.20 | 1588.80 | 9930.00 | 4965.00",
                        "Total, customers | 39134.64 | 7454.21 | 46588.85 | 21340.45",
                        "Total, customers | 404880 | 77120 | 482000 | 0",
                        "Total, customers | 8341.20 | 1588.80 | 9930.00 | 4965.00");
    }

    @Test
    void forProgramsTheGroupOfEachInvoiceIsAFieldBehindTheOthers(@TempDir Path folder)
            throws IOException, ProblemException {
        InvoicesView screen = byCurrency();
        Path file = folder.resolve("list");

        List<String> csv = written(screen, "these", ExportForm.CSV, file);
        assertThat(csv).hasSize(ROW_COUNT + 1);
        assertThat(csv.subList(1, 12)).allMatch(row -> row.endsWith(",EUR"));
        assertThat(csv.get(12)).endsWith(",JPY");
        assertThat(written(screen, "these", ExportForm.JSONL, file)).hasSize(ROW_COUNT).last().asString()
                .endsWith("\"group\":\"USD\"}");
        List<String> lines = written(screen, "lines", ExportForm.CSV, file);
        assertThat(lines.stream().skip(1)).isNotEmpty().allMatch(row -> row.matches(".*,(EUR|JPY|USD)"));

        choose(screen, "group-status");
        FxStage.until(() -> shown(screen).contains("[OVERDUE]"));
        assertThat(written(screen, "these", ExportForm.CSV, file).stream().skip(1))
                .anyMatch(row -> row.endsWith(",overdue"));
        choose(screen, "group-none");
        FxStage.until(() -> lines(screen).getItems().size() == ROW_COUNT);
        String alone = written(screen, "these", ExportForm.CSV, file).getFirst();
        String linesAlone = written(screen, "lines", ExportForm.CSV, file).getFirst();
        assertThat(csv.getFirst()).isEqualTo(alone + ",group");
        assertThat(lines.getFirst()).isEqualTo(linesAlone + ",group");
    }
}
