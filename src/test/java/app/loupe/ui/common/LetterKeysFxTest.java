package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class LetterKeysFxTest {
    private final ComboBox<String> box = Fx.get(ComboBox::new);
    private final Stage stage = Fx.get(Stage::new);

    @BeforeEach
    void show() {
        Fx.run(() -> {
            box.getItems().setAll("Same as the system", "English", "Deutsch", "Español", "Éire");
            LetterKeys.on(box);
            stage.setScene(new Scene(new StackPane(box)));
            stage.show();
        });
    }

    @AfterEach
    void hide() {
        Fx.run(stage::hide);
    }

    private String chosenBy(String letter) {
        Fx.run(() -> box.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)));
        return Fx.get(box::getValue);
    }

    @Test
    void aLetterChoosesTheNextThatBeginsWithIt() {
        assertThat(chosenBy("d")).isEqualTo("Deutsch");
        assertThat(chosenBy("E")).isEqualTo("Español");
        assertThat(chosenBy("e")).as("accents are none").isEqualTo("Éire");
        assertThat(chosenBy("e")).as("from the first again").isEqualTo("English");
        assertThat(chosenBy("x")).isEqualTo("English");
        assertThat(chosenBy(" ")).isEqualTo("English");
    }

    @Test
    void anOpenListIsGoneThroughToo() {
        Fx.run(box::show);

        assertThat(chosenBy("d")).isEqualTo("Deutsch");
    }
}
