package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ColumnLayout;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.NoOriginals;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.IdleSync;
import testkit.OneConnection;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.NoneExpected;

/** What the cells of the table really show, at every width a window may have. */
class ColumnsFxTest {
    private static final Set<String> NAMES = Set.of(Column.PARTNER.name(), Column.COMPANY.name(),
            Column.CONNECTION.name());
    private static final double HEIGHT_PX = 900;
    /** Marks, number, customer, status, and the total. */
    private static final int LAST_RESORT_COLUMNS = 5;

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final Stage stage = FxStage.on(Stage::new);
    private InvoicesView screen;

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @BeforeEach
    void fresh() {
        fresh(extremes());
    }

    private void fresh(FakeInvoices copy) {
        screen = FxStage.on(() -> new InvoicesView(
                new InvoicePorts(copy.shelf(), copy, copy.book(), new OneConnection("https://erp.acme.example"),
                        new IdleSync(), page -> {}, new FakeNavigator(), new NoOriginals(), new NoteDrafts()),
                new Background(executor, unexpected),
                Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));
    }

    @AfterEach
    void close() {
        FxStage.run(stage::close);
        executor.shutdown();
    }

    /** Long numbers, currencies with three letters and decimals, old debts, names of every length and script. */
    private static FakeInvoices extremes() {
        FakeInvoices copy = FakeInvoices.believable();
        copy.add("BILL/2026/10/0001234", "מסעדת הים התיכון בע״מ", "2018-10-17", "2018-10-29", "12345678.90",
                "12345678.90", "HUF");
        copy.add("INV/2026/WWWWW/1111", "مطعم البحر الأبيض المتوسط للمأكولات البحرية", "2026-10-17", "2029-11-14",
                "-1234567.895", "-1234567.895", "KWD");
        copy.addAs(MoveType.CREDIT_NOTE, MoveState.POSTED, PaymentState.NOT_PAID, "RINV/2026/00099",
                "Vereinigte Donaudampfschifffahrtsgesellschaft für Möbel und Innenausbau mbH & Co. KG", "2026-11-23",
                "2026-11-23", "98765432.10", "98765432.10", "IDR");
        copy.add("INV/1", "見積書株式会社東京", "2026-10-17", "2026-11-14", "482000", "482000", "JPY");
        for (int i = 0; i < 40; i++) {
            copy.add("INV/2026/02" + i, "Lumber Inc " + i, "2026-11-15", "2026-11-26", "760.20", "760.20", "EUR");
        }
        return copy;
    }

    private void show(int fontPx, String... connections) {
        FxStage.run(() -> {
            var holder = new Pane(screen.view());
            screen.view().setManaged(false);
            holder.setStyle("-fx-font-size: " + fontPx + "px");
            stage.setScene(new Scene(holder, 1900, HEIGHT_PX));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(stage.getScene());
            stage.show();
            List<ConnectionProfile> profiles = new ArrayList<>(List.of(FakeInvoices.profile()));
            for (int i = 0; i < connections.length; i++) {
                profiles.add(new ConnectionProfile(new ConnectionId("acme000" + (i + 1)),
                        ConnectionProfile.Kind.ODOO, connections[i], null, null, "19.0", FakeInvoices.SYNCED));
            }
            screen.model().choice().types().clear();
            screen.select(profiles);
        });
        FxStage.until(() -> screen.model().showing().get() == Showing.ROWS);
        layOut(1200);
    }

    private void layOut(double width) {
        FxStage.run(() -> screen.view().resize(width, HEIGHT_PX));
        Fx.layOut(screen.view());
    }

    @SuppressWarnings("unchecked") // the only table of the screen holds review rows
    private TableView<ReviewRow> table() {
        return (TableView<ReviewRow>) screen.view().lookup(".invoice-table");
    }

    private TableColumn<ReviewRow, ?> column(Column id) {
        return table().getColumns().stream().filter(one -> one.getId().equals(id.name())).findFirst().orElseThrow();
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node), node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ColumnsFxTest::nodes)
                : Stream.empty());
    }

    private Stream<TableCell<?, ?>> cells() {
        return nodes(table()).filter(TableCell.class::isInstance).<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible() && cell.getTableColumn() != null);
    }

    /** What is cut short: figures, statuses, headings; also a cell that reaches out of its column. */
    private List<String> cut() {
        Stream<String> figures = cells().filter(cell -> !NAMES.contains(cell.getTableColumn().getId()))
                .filter(cell -> cell.isTextTruncated() || cell.getWidth() > cell.getTableColumn().getWidth() + 1
                        || (cell.getGraphic() instanceof Labeled badge && (badge.isTextTruncated()
                                || badge.getBoundsInParent().getMaxX() > cell.getWidth())))
                .map(cell -> cell.getTableColumn().getId() + " " + cell.getText());
        // that of the customer gives way where the customer does: when every column that may step aside but one has done so
        boolean lastResort = table().getVisibleLeafColumns().size() <= LAST_RESORT_COLUMNS;
        Stream<String> headings = nodes(table()).filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast).filter(Node::isVisible)
                .filter(heading -> heading.getTableColumn() != null
                        && !(lastResort && heading.getTableColumn().getId().equals(Column.PARTNER.name())))
                .flatMap(ColumnsFxTest::nodes).filter(Labeled.class::isInstance)
                .map(Labeled.class::cast).filter(Labeled::isTextTruncated).map(label -> "heading " + label.getText());
        Node footer = screen.view().lookup(".footer-bar");
        double end = footer.localToScene(footer.getBoundsInLocal()).getMaxX();
        Stream<String> totals = nodes(footer).filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(label -> label.isTextTruncated()
                        || label.localToScene(label.getBoundsInLocal()).getMaxX() > end + 1)
                .map(label -> "footer " + label.getText());
        return Stream.of(figures, headings, totals).flatMap(all -> all).toList();
    }

    private double usedWidth() {
        return table().getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    }

    @ParameterizedTest
    @CsvSource({"13, false", "13, true", "18, false", "18, true"})
    void noFigureIsCutAtAnyWidth(int fontPx, boolean detail) {
        show(fontPx, "Acme Trading", "Harbour Supplies and Marine Equipment (Netherlands) B.V.", "شركة البحر");
        if (detail) {
            FxStage.run(() -> table().getSelectionModel().select(2));
            FxStage.until(() -> screen.view().lookup(".totals-grid") != null);
        }
        double least = 28.6 * fontPx;

        for (int width = 700; width <= 1900; width += 20) {
            layOut(width);
            // three tenths of a wide window
            double detailWidth = detail ? Math.clamp(0.3 * width, least, 1.4 * least) : 0;

            assertThat(FxStage.on(this::cut)).as("at %s px", width).isEmpty();
            assertThat(FxStage.on(() -> cells().count())).as("cells at %s px", width).isPositive();
            boolean sideways = FxStage.on(() -> nodes(table()).anyMatch(node -> node instanceof ScrollBar bar
                    && bar.isVisible() && bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL));
            if (width - detailWidth > 34 * fontPx) {
                assertThat(sideways).as("scrolls sideways at %s px", width).isFalse();
                assertThat(FxStage.on(this::usedWidth)).as("used at %s px", width)
                        .isGreaterThan(width - detailWidth - 2 * fontPx);
            }
        }
    }

    @Test
    void oneNumberMuchLongerThanOthersCostsTheListNoDueDateAndNoStatus() {
        String number = "SUBSIDIARY-EUROPE-NORTH/2026/11/000001185";
        FakeInvoices copy = FakeInvoices.believable();
        copy.add(number, "Lumber Inc", "2026-11-22", "2026-12-22", "75.00", "75.00", "EUR");
        fresh(copy);
        show(13);
        layOut(820);

        assertThat(FxStage.on(this::widths)).containsKeys(Column.TOTAL.name(), Column.DUE_DATE.name(),
                Column.AMOUNT_DUE.name(), Column.STATUS.name());
        TableCell<?, ?> cell = FxStage.on(() -> cells().filter(one -> number.equals(one.getText())).findFirst()
                .orElseThrow());
        assertThat(FxStage.on(() -> FxStage.tip(cell))).as("whole in its tip").contains(number);
        layOut(1600);
        assertThat(FxStage.on(this::cut)).as("whole where there is room").isEmpty();
    }

    /** Beside an open invoice in a window of the usual size; names are cut before. */
    @Test
    void totalStatusAndTheMarksStayLongest() {
        fresh(FakeInvoices.believable());
        show(13);
        layOut(620);

        assertThat(FxStage.on(() -> table().getVisibleLeafColumns().stream().map(TableColumn::getId).toList()))
                .contains(Column.DUE_DATE.name(), Column.TOTAL.name(), Column.STATUS.name(), MarkColumn.ID)
                .doesNotContain(Column.INVOICE_DATE.name(), Column.AMOUNT_DUE.name());
    }

    /** What an owner looks at first never steps aside: where its words have no room, a sign says it, before the total goes. */
    @Test
    void aStatusWithoutRoomForItsWordsIsASign() {
        fresh(FakeInvoices.believable());
        show(13);
        layOut(620);
        assertThat(FxStage.on(this::statuses)).contains("Paid", "Overdue").doesNotContain("!");

        layOut(440);
        assertThat(FxStage.on(() -> table().getVisibleLeafColumns().stream().map(TableColumn::getId).toList()))
                .containsExactly(MarkColumn.ID, Column.NUMBER.name(), Column.PARTNER.name(), Column.TOTAL.name(),
                        Column.STATUS.name());
        assertThat(FxStage.on(this::cut)).isEmpty();
        assertThat(FxStage.on(this::statuses)).contains("!", "\u25cf").doesNotContain("Paid", "Overdue");
        TableCell<?, ?> late = FxStage.on(() -> cells().filter(cell -> cell.getGraphic() instanceof Labeled badge
                && badge.getText().equals("!")).findFirst().orElseThrow());
        assertThat(FxStage.on(late::getAccessibleText)).isEqualTo("Overdue");
        assertThat(FxStage.on(() -> FxStage.tip(late))).contains("Overdue");

        layOut(310);
        assertThat(FxStage.on(this::widths)).containsKey(Column.STATUS.name())
                .doesNotContainKey(Column.TOTAL.name());
        layOut(620);
        assertThat(FxStage.on(this::statuses)).contains("Paid", "Overdue");
        assertThat(FxStage.on(late::getAccessibleText)).isNull();
    }

    @Test
    void eachStatusHasASignOfItsOwn() {
        assertThat(Badges.signs()).doesNotHaveDuplicates().hasSize(InvoiceStatus.values().length)
                .as("the sign of a cut text").doesNotContain("\u2026");
    }

    private List<String> statuses() {
        return cells().filter(cell -> cell.getTableColumn().getId().equals(Column.STATUS.name()))
                .flatMap(cell -> cell.getGraphic() instanceof Labeled badge
                        ? Stream.of(badge.getText())
                        : Stream.empty())
                .distinct().toList();
    }

    @Test
    void theMenuSaysWhichColumnsHaveNoRoom() {
        show(13, "Acme Trading");
        layOut(1900);
        MenuButton menu = FxStage.on(() -> (MenuButton) screen.view().lookup("#columns"));
        assertThat(FxStage.on(menu::getText)).isEqualTo("Columns");

        layOut(560);

        assertThat(FxStage.on(() -> column(Column.CONNECTION).isVisible())).isFalse();
        assertThat(FxStage.on(menu::getText)).matches("Columns: \\d have no room");
        assertThat(FxStage.on(() -> menu.getTooltip().getText())).contains("Connection").contains("Invoice date")
                .doesNotContain("Number");
        assertThat(FxStage.on(menu::getAccessibleText)).contains("Connection");
    }

    @Test
    void aCutNameStandsWholeInItsTooltip() {
        show(13);
        layOut(760);

        String name = "Vereinigte Donaudampfschifffahrtsgesellschaft für Möbel und Innenausbau mbH & Co. KG";
        TableCell<?, ?> cell = FxStage.on(() -> cells().filter(one -> name.equals(one.getText())).findFirst()
                .orElseThrow());

        assertThat(FxStage.on(cell::isTextTruncated)).isTrue();
        assertThat(FxStage.on(cell::getTooltip)).as("no window for each cell").isNull();
        assertThat(FxStage.on(() -> FxStage.tip(cell))).contains(name);
        assertThat(
                FxStage.on(() -> FxStage.tip(cells().filter(one -> "INV/2026/01184".equals(one.getText())).findFirst()
                        .orElseThrow())))
                .isEmpty();
    }

    @Test
    void theOwnersWidthsOrderAndHiddenColumnsAreKept() {
        show(13);
        layOut(1400);
        double number = FxStage.on(() -> column(Column.NUMBER).getWidth());

        FxStage.run(() -> {
            table().resizeColumn(column(Column.NUMBER), 60);
            table().resizeColumn(column(Column.TOTAL), -500);
            item("column-STATUS").ifPresent(item -> {
                ((CheckMenuItem) item).setSelected(false);
                item.fire();
            });
            List<TableColumn<ReviewRow, ?>> moved = new ArrayList<>(table().getColumns());
            moved.addFirst(moved.remove(6));
            table().getColumns().setAll(moved);
        });
        layOut(1600);

        assertThat(FxStage.on(() -> column(Column.NUMBER).getWidth())).isEqualTo(number + 60);
        assertThat(FxStage.on(() -> column(Column.STATUS).isVisible())).isFalse();
        assertThat(FxStage.on(this::cut)).as("too narrow by hand").isEmpty();
        ColumnLayout kept = FxStage.on(() -> screen.fitting().layout().get());
        assertThat(kept.order()).startsWith(Column.AMOUNT_DUE.name(), MarkColumn.ID, Column.NUMBER.name());
        assertThat(kept.hidden()).containsExactly(Column.STATUS.name());

        FxStage.run(() -> item("columns-usual").orElseThrow().fire());
        layOut(1600);
        assertThat(FxStage.on(() -> column(Column.NUMBER).getWidth())).isEqualTo(number);
        FxStage.run(() -> screen.fitting().restore(kept));
        layOut(1600);
        assertThat(FxStage.on(() -> column(Column.NUMBER).getWidth())).isEqualTo(number + 60);
        assertThat(FxStage.on(() -> table().getColumns().getFirst().getId())).isEqualTo(Column.AMOUNT_DUE.name());
        FxStage.run(() -> screen.fitting().restore(new ColumnLayout(List.of("GONE", "TOTAL"), Set.of("GONE"),
                Map.of("TOTAL", Double.NaN, "NUMBER", -3.0))));
        layOut(1600);
        assertThat(FxStage.on(() -> table().getColumns().getFirst().getId())).isEqualTo(Column.TOTAL.name());
        assertThat(FxStage.on(this::cut)).isEmpty();
    }

    private java.util.Optional<MenuItem> item(String id) {
        return ((MenuButton) screen.view().lookup("#columns")).getItems().stream()
                .filter(item -> id.equals(item.getId())).findFirst();
    }

    @Test
    void aWideScreenGivesMoreToAllColumnsButTheSigns() {
        show(13);
        layOut(1600);
        Map<String, Double> narrow = FxStage.on(this::widths);

        layOut(2600);

        Map<String, Double> wide = FxStage.on(this::widths);
        assertThat(wide).hasSameSizeAs(narrow);
        narrow.forEach((id, width) -> {
            if (id.equals(MarkColumn.ID)) {
                assertThat(wide).containsEntry(id, width);
            } else {
                assertThat(wide.get(id)).as(id).isGreaterThan(width);
            }
        });
    }

    private Map<String, Double> widths() {
        return table().getVisibleLeafColumns().stream()
                .collect(Collectors.toMap(TableColumn::getId, TableColumn::getWidth));
    }
}
