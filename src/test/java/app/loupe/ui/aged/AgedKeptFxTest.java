package app.loupe.ui.aged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Of a day before a copy begins the aged list says what the copy has, and not that nobody owed anything. */
class AgedKeptFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void openAsOfTwentyTen(@Nullable LocalDate since) {
        var whole = WindowSamples.profile(WindowSamples.ACME, "Acme Trading");
        kit.connections.with(since == null ? whole : WindowSamples.since(whole, since));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        kit.press("#nav-aged");
        Fx.await("the chip", () -> kit.find("#aged-as-of") != null);
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(kit.find("#aged-as-of"))).getItems().getLast().fire());
        Fx.run(() -> {
            var field = (DatePicker) Objects.requireNonNull(kit.find("#aged-as-of-field"));
            field.getEditor().setText("12/31/10");
            field.commitValue();
        });
        Fx.await("the day", () -> kit.seen("#aged-as-of").contains("As of 31 Dec 2010")
                && !kit.seen(".empty-title").isEmpty());
    }

    @Test
    void ofACopyThatBeginsLaterNothingIsCalledSettled() {
        openAsOfTwentyTen(LocalDate.of(2026, 1, 1));

        assertThat(Fx.get(() -> kit.seen(".empty-title"))).containsExactly("Nothing of this is in the copy");
        assertThat(Fx.get(() -> kit.seen(".muted"))).anyMatch(text -> text.contains("even where it was still open"));
    }

    @Test
    void ofAWholeCopyNothingWasOwed() {
        openAsOfTwentyTen(null);

        assertThat(Fx.get(() -> kit.seen(".empty-title"))).containsExactly("Nothing was owed to you");
    }
}
