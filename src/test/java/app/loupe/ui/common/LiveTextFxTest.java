package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class LiveTextFxTest {
    @Test
    void tellsOfEachNewTextOnceAfterItIsThere() {
        Fx.run(() -> {
            var label = new Label();
            var heard = new ArrayList<String>();
            var live = new LiveText(label, attribute -> heard
                    .add(attribute + " " + label.queryAccessibleAttribute(AccessibleAttribute.TEXT)));

            live.say("");
            live.say("One");
            live.say("One");
            live.say("Two");
            live.say("");
            live.say("Two");

            assertThat(heard).isEqualTo(List.of("TEXT One", "TEXT Two", "TEXT Two"));
            assertThat(live.said().get()).isEqualTo("Two");
        });
    }
}
