package app.loupe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import testkit.FxStage;

class EllipsisFxTest {
    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    /** The toolkit's own is three dots; and its styles know no escapes, so that "\2026" would stand there as it is. */
    @Test
    void whatIsCutHasTheOneSign() {
        List<String> signs = FxStage.on(() -> {
            List<Labeled> controls = List.of(new Label("a"), new Button("b"), new Hyperlink("c"), new CheckBox("d"),
                    new RadioButton("e"), new ToggleButton("f"), new MenuButton("g"), new TableCell<>(),
                    new ListCell<>());
            var box = new VBox();
            box.getChildren().addAll(controls);
            var scene = new Scene(box);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            box.applyCss();
            return controls.stream().map(Labeled::getEllipsisString).toList();
        });

        assertThat(signs).isNotEmpty().containsOnly("…");
    }
}
