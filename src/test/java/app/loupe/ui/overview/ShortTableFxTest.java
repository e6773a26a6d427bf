package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.overview.OverviewContent.Row;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import testkit.window.FakeNavigator;
import testkit.window.Fx;

class ShortTableFxTest {
    private static final ConnectionId ODOO = new ConnectionId("0000000a");
    private static final String NAME = "[FURN_6741] Large Table";

    private static List<Double> widths(double room, String quantity) {
        return Fx.get(() -> {
            var table = new ShortTable("products", "Products", List.of("Product", "Qty", "Tax excluded"),
                    new FakeNavigator(), new SimpleObjectProperty<>(Font.font(13))).shortening(1);
            var scene = new Scene(new StackPane(table.view()), room, 300);
            table.show(List.of(new Row(List.of(NAME, quantity, "$\u00a0400,000.00"), Set.of(),
                    new Lead(Optional.empty(), "", Set::of))));
            Fx.laidOut(scene.getRoot());
            return table.view().getColumns().stream().map(TableColumn::getWidth).toList();
        });
    }

    @Test
    void aLongUnitIsCutBeforeTheNameAndTheAmount() {
        var ruler = new TextRuler(Font.font(13));
        for (double room : List.of(420.0, 480.0)) {
            List<Double> widths = widths(room, "118 Series unit 1126085432, renamed by somebody");

            assertThat(widths.stream().mapToDouble(Double::doubleValue).sum()).isLessThanOrEqualTo(room);
            assertThat(widths.getFirst()).as("the name").isGreaterThan(ruler.plain(List.of(NAME)));
            assertThat(widths.getLast()).as("the amount").isGreaterThan(ruler.plain(List.of("$\u00a0400,000.00")));
            assertThat(widths.get(1)).isGreaterThan(ruler.plain(List.of("118 Serie")));
        }
    }

    @Test
    void aShortUnitAndOneWithRoomAreWhole() {
        var ruler = new TextRuler(Font.font(13));

        assertThat(widths(250, "118 Units").get(1)).isGreaterThan(ruler.plain(List.of("118 Units")));
        assertThat(widths(900, "118 Series unit 1126085432").get(1))
                .isGreaterThan(ruler.plain(List.of("118 Series unit 1126085432")));
    }

    private static Row leading(InvoiceKey invoice) {
        return new Row(List.of("Deco Addict", "$\u00a0500.00"), Set.of(),
                Lead.of("Deco Addict", () -> Set.of(invoice)));
    }

    /** One invoice of 500 was paid and another came: what is written is as before, and what is behind it is not. */
    @Test
    void wordsThatStayAsTheyAreLeadToTheNewRows() {
        var first = new InvoiceKey(ODOO, 7);
        var second = new InvoiceKey(ODOO, 8);
        var navigator = new FakeNavigator();
        Fx.run(() -> {
            var table = new ShortTable("debtors", "Who owes the most", List.of("Customer", "Due"), navigator,
                    new SimpleObjectProperty<>(Font.font(13)));
            var scene = new Scene(new StackPane(table.view()), 400, 300);
            table.show(List.of(leading(first)));
            Fx.laidOut(scene.getRoot());
            table.view().getSelectionModel().select(0);
            table.show(List.of(leading(second)));
            table.view()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        assertThat(navigator.opened).containsExactly(new Destination.Invoices("Deco Addict", Set.of(second)));
    }

    /** What is behind figures may be all open items of the books. */
    @Test
    void nothingOfWhatIsShownNoMoreIsKept() {
        List<WeakReference<Lead>> former = new ArrayList<>();
        ShortTable table = Fx.get(() -> {
            var shown = new ShortTable("debtors", "Who owes the most", List.of("Customer", "Due"), new FakeNavigator(),
                    new SimpleObjectProperty<>(Font.font(13)));
            var scene = new Scene(new StackPane(shown.view()), 400, 300);
            Row before = leading(new InvoiceKey(ODOO, 7));
            former.add(new WeakReference<>(before.leads().getFirst()));
            shown.show(List.of(before));
            Fx.laidOut(scene.getRoot());
            shown.show(List.of(leading(new InvoiceKey(ODOO, 8))));
            return shown;
        });

        Fx.awaitCollected("what the former row leads to is collected", former);
        assertThat(Fx.get(() -> table.view().getItems().size())).isEqualTo(1);
    }
}
