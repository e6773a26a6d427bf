package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.TextRuler;
import app.loupe.ui.overview.OverviewContent.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import testkit.window.FakeNavigator;
import testkit.window.Fx;

class ShortTableFxTest {
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
}
