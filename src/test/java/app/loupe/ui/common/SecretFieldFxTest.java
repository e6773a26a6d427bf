package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class SecretFieldFxTest {
    @Test
    void whatWasTypedIsWrittenOverBeforeTheFieldIsEmpty() {
        List<String> shown = new ArrayList<>();

        Fx.run(() -> {
            var field = new SecretField();
            field.setText("5a17c0de");
            field.textProperty().subscribe((was, now) -> shown.add(now));
            field.clear();
            field.undo();
            assertThat(field.read().length()).isZero();
        });

        assertThat(shown).containsExactly("00000000", "");
    }
}
