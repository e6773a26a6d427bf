package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.PopupControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FxStage;

/** The calendar of a field for a day, with the words of the language and the weeks of the region. */
class DayPickerFxTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 16);
    private final Stage stage = FxStage.on(Stage::new);

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void close() {
        FxStage.run(stage::close);
    }

    private DayPicker opened(String language, String region) {
        return opened(language, region, FxStage.on(SimpleBooleanProperty::new), true);
    }

    private DayPicker opened(String language, String region, BooleanProperty unreadable, boolean mayBeEmpty) {
        var texts = new Texts(Locale.forLanguageTag(language), Locale.forLanguageTag(region));
        DayPicker field = FxStage.on(() -> {
            var made = new DayPicker(Wording.of(texts, Clock.systemUTC()), unreadable, mayBeEmpty);
            made.setValue(DAY);
            stage.setScene(new Scene(new StackPane(made), 400, 400));
            stage.show();
            made.show();
            return made;
        });
        FxStage.until(() -> field.isShowing() && !cells(".day-name-cell").isEmpty());
        return field;
    }

    /** What is seen in the open calendar, line by line. */
    private static List<Node> cells(String style) {
        return Window.getWindows().stream().filter(PopupControl.class::isInstance)
                .flatMap(window -> window.getScene().getRoot().lookupAll(style).stream()).filter(Node::isVisible)
                .sorted(Comparator.comparingDouble((Node node) -> middle(node).getMinY())
                        .thenComparingDouble(node -> middle(node).getMinX()))
                .toList();
    }

    private static Bounds middle(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static List<String> texts(String style) {
        return FxStage.on(() -> cells(style).stream().map(node -> ((Labeled) node).getText()).toList());
    }

    private static List<LocalDate> days() {
        return FxStage.on(() -> cells(".day-cell").stream().map(node -> ((DateCell) node).getItem()).toList());
    }

    /** The first of September 2026 is a Tuesday. */
    @ParameterizedTest
    @CsvSource({"en, en-GB, Mon, 2026-08-31, September", "en, en-US, Sun, 2026-08-30, September",
        "en, de-DE, Mon, 2026-08-31, September", "de, en-US, So, 2026-08-30, September",
        "de, de-CH, Mo, 2026-08-31, September", "fr, en-US, Dim., 2026-08-30, septembre",
        "fr, fr-FR, Lun., 2026-08-31, septembre", "es, es-MX, Dom, 2026-08-30, septiembre",
        "es, es-ES, Lun, 2026-08-31, septiembre", "nl, nl-NL, Ma, 2026-08-31, september"})
    void weeksBeginAsInTheRegion(String language, String region, String name, LocalDate first, String month) {
        opened(language, region);

        assertThat(texts(".day-name-cell")).hasSize(7).first().isEqualTo(name);
        assertThat(days()).startsWith(first).contains(DAY);
        assertThat(days().indexOf(DAY) % 7).isEqualTo((int) (DAY.toEpochDay() - first.toEpochDay()) % 7);
        assertThat(texts(".spinner-label").getFirst()).isEqualToIgnoringCase(month);
    }

    /** It goes to the month of another day, and to what may be chosen since. */
    @Test
    void theCalendarFollowsTheField() {
        DayPicker field = opened("en", "en-GB");

        FxStage.run(() -> field.setValue(LocalDate.of(2027, 2, 3)));
        assertThat(days()).startsWith(LocalDate.of(2027, 2, 1));
        FxStage.run(() -> {
            field.hide();
            field.setDayCellFactory(picker -> new DateCell() {
                @Override
                public void updateItem(LocalDate item, boolean empty) {
                    super.updateItem(item, empty);
                    setDisable(true);
                }
            });
            field.setValue(DAY);
            field.show();
        });
        FxStage.until(() -> !cells(".day-name-cell").isEmpty());
        assertThat(FxStage.on(() -> cells(".day-cell"))).isNotEmpty().allMatch(Node::isDisabled);
        assertThat(days()).startsWith(LocalDate.of(2026, 8, 31));
    }

    /** By key, as into any other field: what is typed takes the place of the day that stood there. */
    @Test
    void comingByKeyChoosesTheWholeText() {
        var before = FxStage.on(Button::new);
        DayPicker field = FxStage.on(() -> {
            var made = new DayPicker(Wording.of(new Texts(Locale.UK), Clock.systemUTC()), new SimpleBooleanProperty(),
                    true);
            made.setValue(DAY);
            stage.setScene(new Scene(new VBox(before, made), 400, 400));
            stage.show();
            before.requestFocus();
            return made;
        });
        FxStage.run(() -> before.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false,
                false)));

        FxStage.until(() -> field.isFocused() && !field.getEditor().getSelectedText().isEmpty());
        String chosen = FxStage.on(() -> field.getEditor().getSelectedText());
        assertThat(chosen).isEqualTo("16 Sept 2026");
    }

    @Test
    void whatIsNoDayStaysInARedBorderUntilItIsTouched() {
        var unreadable = FxStage.on(SimpleBooleanProperty::new);
        DayPicker field = FxStage.on(() -> {
            var made = new DayPicker(Wording.of(new Texts(Locale.UK), Clock.systemUTC()), unreadable, true);
            made.setValue(DAY);
            made.getEditor().setText("soon");
            made.commitValue();
            return made;
        });

        assertThat(typed(field)).isEqualTo("soon");
        assertThat(isWrong(field)).isTrue();
        FxStage.run(() -> field.getEditor().setText("soo"));
        assertThat(unreadable.get()).isFalse();
        assertThat(isWrong(field)).isFalse();
        FxStage.run(field::restore);
        assertThat(typed(field)).isEqualTo("16 Sept 2026");
    }

    /** Its value does not change; the toolkit writes it again all the same, which is held here. */
    @ParameterizedTest
    @ValueSource(strings = {"soon", "31.2.2026", "", "16.9.2026"})
    void theDayOfTheFieldPickedInTheCalendarTakesThePlaceOfWhatWasTyped(String text) {
        for (boolean byKey : List.of(true, false)) {
            var unreadable = FxStage.on(SimpleBooleanProperty::new);
            DayPicker field = opened("en", "en-GB", unreadable, false);
            FxStage.run(() -> {
                field.hide();
                field.getEditor().setText(text);
                field.commitValue();
                field.show();
            });
            FxStage.until(() -> !cells(".day-cell").isEmpty());
            pick(DAY, byKey);

            FxStage.until(() -> !field.isShowing());
            assertThat(typed(field)).isEqualTo("16 Sep 2026");
            assertThat(List.of(unreadable.get(), isWrong(field))).containsOnly(false);
            assertThat(FxStage.<LocalDate>on(field::getValue)).isEqualTo(DAY);
        }
    }

    /** As a key or a click does it: Enter takes the day when it is let go. */
    private static void pick(LocalDate day, boolean byKey) {
        FxStage.run(() -> {
            Node cell = cells(".day-cell").stream().filter(node -> day.equals(((DateCell) node).getItem())).findFirst()
                    .orElseThrow();
            cell.requestFocus();
            if (byKey) {
                List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED).forEach(type -> cell.fireEvent(
                        new KeyEvent(type, "", "", KeyCode.ENTER, false, false, false, false)));
            } else {
                List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED).forEach(
                        type -> cell.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false,
                                false, false, type.equals(MouseEvent.MOUSE_PRESSED), false, false, true, false, true,
                                null)));
            }
        });
    }

    private static boolean isWrong(DayPicker field) {
        return FxStage.on(() -> field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("wrong")));
    }

    private static String typed(DayPicker field) {
        return FxStage.on(() -> field.getEditor().getText());
    }

    /** The toolkit's own field has the weeks of the system. */
    @Test
    void nobodyElseMakesOne() throws IOException {
        opened("en", "en-GB");
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(file -> {
                try {
                    return Files.readString(file).contains("new DatePicker(");
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            })).isEmpty();
        }
    }
}
