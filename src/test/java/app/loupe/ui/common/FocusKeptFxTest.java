package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.Pictures;

/** Where the focus is once the nodes of a part were made anew. */
class FocusKeptFxTest {
    private final VBox part = Fx.get(VBox::new);
    private final Button outside = Fx.get(() -> new Button("outside"));
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Fx.get(() -> {
            var window = new Stage();
            window.setScene(new Scene(new VBox(outside, part)));
            window.show();
            return window;
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private static List<Node> buttons(String... names) {
        return Stream.of(names).<Node>map(name -> new HBox(new Button(name))).toList();
    }

    private void show(String... names) {
        Fx.run(() -> part.getChildren().setAll(buttons(names)));
    }

    private void focus(int row) {
        Fx.run(() -> button(row).requestFocus());
    }

    private Node button(int row) {
        return ((HBox) part.getChildren().get(row)).getChildren().getFirst();
    }

    private Node owner() {
        return Fx.get(() -> stage.getScene().getFocusOwner());
    }

    private void anew(String... names) {
        Fx.run(() -> FocusKept.through(part, () -> part.getChildren().setAll(buttons(names))));
        Pictures.settle();
    }

    @Test
    void isOnWhatSaysTheSame() {
        show("a", "b", "c");
        focus(2);

        anew("new", "a", "b", "c");

        assertThat(owner()).isEqualTo(button(3));
    }

    @Test
    void ofSeveralThatSayTheSameIsOnTheSameOne() {
        show("pay", "pay", "pay");
        focus(1);

        anew("new", "pay", "pay", "pay");

        assertThat(owner()).isEqualTo(button(2));
    }

    @Test
    void whereWhatHadItIsGoneIsOnWhatTookItsPlace() {
        show("a", "b", "c");
        focus(2);

        anew("x", "y");

        assertThat(owner()).isEqualTo(button(1));
    }

    @Test
    void staysOnWhatIsPutInAgain() {
        show("a", "b");
        focus(1);
        Node had = owner();
        List<Node> rows = List.copyOf(part.getChildren());

        Fx.run(() -> FocusKept.through(part, () -> part.getChildren().setAll(rows)));
        Pictures.settle();

        assertThat(owner()).isEqualTo(had);
    }

    @Test
    void whatWasGivenItOnPurposeKeepsIt() {
        show("a", "b");
        focus(1);

        Fx.run(() -> FocusKept.through(part, () -> {
            part.getChildren().setAll(buttons("a", "b"));
            outside.requestFocus();
        }));
        Pictures.settle();

        assertThat(owner()).isEqualTo(outside);
    }

    @Test
    void outsideStaysWhereItIs() {
        show("a", "b");
        Fx.run(outside::requestFocus);

        anew("a", "b");

        assertThat(owner()).isEqualTo(outside);
    }
}
