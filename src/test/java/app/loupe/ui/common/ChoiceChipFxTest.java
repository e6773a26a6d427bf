package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class ChoiceChipFxTest {
    /** The list may be open under the owner's hand. */
    @Test
    void theListIsFilledAnewOnlyWithSomethingElse() {
        Fx.run(() -> {
            var chip = new ChoiceChip<String>("chip", "Currency", text -> text, text -> {});
            chip.show(List.of("EUR", "USD"), "EUR");
            var first = chip.getItems().getFirst();

            chip.show(List.of("EUR", "USD"), "EUR");
            assertThat(chip.getItems().getFirst()).isSameAs(first);

            chip.show(List.of("EUR", "USD"), "USD");
            assertThat(((RadioMenuItem) chip.getItems().getLast()).isSelected()).isTrue();
            chip.show(List.of("EUR", "USD", "GBP"), "USD");
            assertThat(chip.getItems()).hasSize(3);
        });
    }
}
