package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FxStage;
import testkit.window.Keys;

/** Enter in a field for a day, with its skin, beside a default button. */
class DayEnterFxTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 16);
    private final Stage stage = FxStage.on(Stage::new);
    private final SimpleBooleanProperty unreadable = new SimpleBooleanProperty();
    /** The day of the field each time that the button went on. */
    private final List<Optional<LocalDate>> saved = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void close() {
        FxStage.run(stage::close);
    }

    private static Wording wording() {
        return Wording.of(new Texts(Locale.UK), Clock.systemUTC());
    }

    private DayPicker field(@Nullable LocalDate day, boolean mayBeEmpty) {
        return FxStage.on(() -> {
            var made = new DayPicker(wording(), unreadable, mayBeEmpty);
            made.setValue(day);
            var save = new Button("Save");
            save.setDefaultButton(true);
            save.setOnAction(event -> saved.add(Optional.ofNullable(made.getValue())));
            stage.setScene(new Scene(new VBox(made, save), 400, 400));
            stage.show();
            made.requestFocus();
            return made;
        });
    }

    private void enter(DayPicker field, String typed) {
        FxStage.run(() -> field.getEditor().setText(typed));
        Keys.press(stage, KeyCode.ENTER);
    }

    private static String text(DayPicker field) {
        return FxStage.on(() -> field.getEditor().getText());
    }

    @ParameterizedTest
    @CsvSource({"31.12.2025, 2025-12-31", "16.9.2026, 2026-09-16"})
    void theButtonGoesOnWithTheDayThatWasTyped(String typed, LocalDate day) {
        DayPicker field = field(DAY, false);

        enter(field, typed);

        assertThat(saved).containsExactly(Optional.of(day));
        assertThat(text(field)).as("as the window writes it").isEqualTo(wording().dates().day(day));
        assertThat(unreadable.get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "31.2.2026", ""})
    void whatIsNoDayStaysAndIsToldAndHoldsTheButtonEachTime(String typed) {
        DayPicker field = field(DAY, false);
        enter(field, typed);
        Keys.press(stage, KeyCode.ENTER);

        assertThat(saved).isEmpty();
        assertThat(text(field)).isEqualTo(typed);
        assertThat(unreadable.get()).isTrue();

        enter(field, "1.10.2026");
        assertThat(saved).containsExactly(Optional.of(LocalDate.of(2026, 10, 1)));
    }

    @Test
    void aFieldWithoutADayKeepsWhatIsNoneAndMayBeEmpty() {
        DayPicker field = field(null, true);

        enter(field, "soon");
        assertThat(text(field)).isEqualTo("soon");
        assertThat(saved).isEmpty();
        enter(field, "");

        assertThat(saved).containsExactly(Optional.empty());
    }

    /** A chip puts the day back that is chosen still. */
    @Test
    void theChipKeepsItsMessageAndTakesADay() {
        var chosen = new ArrayList<LocalDate>();
        DayChip chip = FxStage.on(() -> {
            var made = new DayChip("until", wording(), List::of, chosen::add);
            made.show("today", false, Optional.of(DAY));
            stage.setScene(new Scene(new VBox(made), 400, 400));
            stage.show();
            made.lookup("#until-field").setVisible(true);
            made.lookup("#until-field").setManaged(true);
            made.lookup("#until-field").requestFocus();
            return made;
        });
        var field = (DayPicker) FxStage.on(() -> chip.lookup("#until-field"));

        enter(field, "soon");
        assertThat(text(field)).isEqualTo("soon");
        assertThat(FxStage.on(() -> chip.lookup("#until-note").isVisible())).isTrue();
        enter(field, "");
        assertThat(text(field)).isEqualTo(wording().dates().day(DAY));
        enter(field, "1.10.2026");

        assertThat(chosen).containsExactly(LocalDate.of(2026, 10, 1));
        assertThat(FxStage.on(() -> chip.lookup("#until-note").isVisible())).isFalse();
    }
}
