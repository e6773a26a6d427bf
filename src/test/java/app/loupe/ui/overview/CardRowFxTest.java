package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.theme.Theme;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.FakeNavigator;
import testkit.window.Fx;

/** The cards stand beside each other as long as no figure is cut, in every language and size. */
class CardRowFxTest {
    private final List<OverviewContent.Card> cards = List.of(
            card("outstanding", "Außenstände", "€ 58.427,34", "36 Rechnungen · 16 Kunden"),
            card("overdue", "Überfällig", "€ 50.147,87", "24 Rechnungen · älteste 896 Tage"),
            card("invoiced", "Diesen Monat fakturiert", "€ 4.741,14", "▼ 83 % weniger als 1.–24. Nov. 2025"),
            card("days", "Tage bis zur Zahlung", "60,3", "über die letzten 90 Tage"),
            card("review", "Zu prüfen", "3", "in Odoo vermerkt"));
    private final Stage stage = Fx.get(Stage::new);

    private static OverviewContent.Card card(String id, String name, String value, String detail) {
        return new OverviewContent.Card(id, name, value, detail, false, name, Lead.of(name, Set::of));
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private List<FigureCard> shown(double width, double fontPx) {
        return Fx.get(() -> {
            var font = new FontSize();
            var row = new CardRow(new FakeNavigator(), font.font());
            var box = new VBox(font, row);
            box.setStyle("-fx-font-size: " + fontPx + "px");
            Nodes.dress(box, OverviewScreen.class, "overview.css");
            var scene = new Scene(box, width, 700);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            stage.setScene(scene);
            stage.show();
            row.show(cards);
            Fx.laidOut(box);
            Fx.laidOut(box);
            return row.getChildrenUnmodifiable().stream().map(FigureCard.class::cast).toList();
        });
    }

    private static void assertWhole(List<FigureCard> cards) {
        for (FigureCard card : cards) {
            assertThat(Fx.get(() -> card.heightIn(card.getWidth()))).isLessThanOrEqualTo(card.getHeight() + 1);
            assertThat(Fx.get(() -> card.lookupAll(".label").stream().map(Label.class::cast)
                    .map(label -> ((Text) label.lookup(".text")).getText().replace('\n', ' ')).toList()))
                    .noneMatch(text -> text.contains("\u2026") || text.contains("..."));
        }
    }

    /** Of the row, which is as wide as the panels below. */
    @ParameterizedTest
    @ValueSource(ints = {703, 958, 959, 960, 961, 962, 1204})
    void theLastOneEndsWhereTheRowDoes(int width) {
        List<FigureCard> row = shown(width, 13);

        double right = Fx.get(() -> row.stream().mapToDouble(card -> card.getBoundsInParent().getMaxX()).max()
                .orElseThrow());
        assertThat(right).isEqualTo(Fx.get(() -> row.getFirst().getParent().getLayoutBounds().getWidth()));
    }

    @Test
    void germanOnesStandInOneRowInAWindowOfTheUsualSize() {
        List<FigureCard> row = shown(968, 13);

        assertThat(row).extracting(FigureCard::getLayoutY).containsOnly(row.getFirst().getLayoutY());
        assertWhole(row);
        assertThat(row.getFirst().getWidth()).isGreaterThan(170);
        IntStream.range(1, row.size()).forEach(i -> assertThat(row.get(i).getLayoutX())
                .isGreaterThan(row.get(i - 1).getLayoutX() + row.get(i - 1).getWidth()));
    }

    @Test
    void whatHasRoomStandsInOneLine() {
        List<FigureCard> row = shown(1600, 13);

        assertThat(row).extracting(FigureCard::getLayoutY).containsOnly(row.getFirst().getLayoutY());
        assertThat(row.getFirst().getHeight()).isLessThan(shown(968, 13).getFirst().getHeight());
    }

    @Test
    void whereAFigureWouldBeCutTheyStandInSeveralRows() {
        List<FigureCard> rows = shown(700, 26);

        assertThat(rows.stream().map(FigureCard::getLayoutY).distinct()).hasSizeGreaterThan(1);
        assertWhole(rows);
    }
}
