package app.loupe.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.Secret;
import app.loupe.ui.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.InSight;
import testkit.window.Pictures;
import testkit.window.WindowSamples;

class UnlockFxTest {
    private final AtomicInteger helps = new AtomicInteger();
    private final Stage behind = Fx.get(Stage::new);

    @BeforeEach
    void open() {
        Fx.run(behind::show);
    }

    @AfterEach
    void close() {
        Fx.run(behind::hide);
    }

    /** Whoever forgot the passphrase needs the guide: by its button, and by F1. */
    @Test
    void theGuideIsAPressAway() {
        CompletableFuture<Optional<Secret>> answer = ask(Reason.WRONG, "");
        Fx.run(() -> ((Button) Objects.requireNonNull(Objects.requireNonNull(card()).lookup("#unlock-help"))).fire());
        Fx.run(() -> Objects.requireNonNull(Objects.requireNonNull(card()).getScene().getAccelerators()
                .get(new KeyCodeCombination(KeyCode.F1))).run());

        assertThat(helps).hasValue(2);
        assertThat(answer).as("it is still asked").isNotDone();
    }

    @Test
    void aQuestionThatCannotBeShownIsNotAwaitedForEver() {
        UnlockDialog dialog = Fx.get(() -> new UnlockDialog(WindowSamples.wording(Locale.US),
                new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT), new SimpleObjectProperty<>(100)), behind,
                () -> {}, () -> {
                    throw new NoClassDefFoundError("app/loupe/ui/unlock/UnlockCard");
                }));

        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> dialog.ask(Reason.UNLOCK, ""))
                .get(2, TimeUnit.MINUTES)).hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }

    private CompletableFuture<Optional<Secret>> ask(Reason reason, String offered) {
        return ask(reason, offered, Locale.US, 100);
    }

    private CompletableFuture<Optional<Secret>> ask(Reason reason, String offered, Locale language, int textSize) {
        UnlockDialog dialog = Fx.get(() -> new UnlockDialog(WindowSamples.wording(language),
                new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT), new SimpleObjectProperty<>(textSize)), behind,
                helps::incrementAndGet, () -> {}));
        CompletableFuture<Optional<Secret>> answer = CompletableFuture.supplyAsync(() -> dialog.ask(reason, offered));
        Fx.await("asked", () -> card() != null);
        return answer;
    }

    private static @Nullable Parent card() {
        return Window.getWindows().stream().filter(window -> window.getScene() != null)
                .map(window -> window.getScene().getRoot())
                .filter(root -> root.getStyleClass().contains("unlock-window")).findFirst().orElse(null);
    }

    private static void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) Objects.requireNonNull(card()).lookup(field)).setText(text));
    }

    private static void press(String button) {
        Fx.run(() -> ((Button) Objects.requireNonNull(card()).lookup(button)).fire());
    }

    private static String read(CompletableFuture<Optional<Secret>> answer) throws Exception {
        try (Secret secret = answer.get(2, TimeUnit.MINUTES).orElseThrow()) {
            return new String(secret.bytes(), StandardCharsets.UTF_8);
        }
    }

    /** "Not the same" takes no room of the field that it is about. */
    @ParameterizedTest
    @CsvSource({"en, 100", "de, 100", "de, 200"})
    void aRefusalLeavesTheFieldsWholeAndIsSeenAsOne(String language, int textSize) {
        var _ = ask(Reason.CHOOSE, "copper-lantern-orbit", Locale.of(language), textSize);
        type("#passphrase", "copper-lantern-orbit");
        press("#unlock-go");
        Pictures.settle();

        Fx.run(() -> {
            Parent card = Fx.laidOut(Objects.requireNonNull(card()));
            Bounds seen = place(card.lookup(".card-body"));
            for (String field : List.of("#passphrase", "#repeat")) {
                assertThat(seen.contains(place(card.lookup(field)))).as(field).isTrue();
            }
            assertThat(((Label) card.lookup(".note-bad")).getTextFill()).isEqualTo(Color.web("#c21c2c"));
        });
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void aWeakOneIsRefusedInTheColourOfRefusals() {
        var _ = ask(Reason.WEAK, "copper-lantern-orbit");

        Fx.run(() -> assertThat(((Label) Fx.laidOut(Objects.requireNonNull(card())).lookup(".note-bad")).getText())
                .startsWith("That passphrase is too easy to guess"));
    }

    @Test
    void theOfferedPhraseIsTakenWithOneClick() throws Exception {
        var answer = ask(Reason.CHOOSE, "copper-lantern-orbit");

        press("#take");
        press("#unlock-go");

        assertThat(read(answer)).isEqualTo("copper-lantern-orbit");
    }

    @Test
    void twoDifferentPassphrasesAreRefused() throws Exception {
        var answer = ask(Reason.CHOOSE, "copper-lantern-orbit");
        type("#passphrase", "one phrase");
        type("#repeat", "another");

        press("#unlock-go");

        assertThat(answer).isNotDone();
        assertThat(Fx.get(() -> ((Label) Objects.requireNonNull(card()).lookup(".note-bad")).getText()))
                .contains("not the same");
        type("#repeat", "one phrase");
        press("#unlock-go");
        assertThat(read(answer)).isEqualTo("one phrase");
    }

    /** A screen reader says the place that has the focus. */
    @Test
    void aRefusalIsSaidWhereTheOwnerTypesAgain() {
        var _ = ask(Reason.WRONG, "");
        assertThat(Fx.get(() -> focused().getAccessibleHelp())).isEqualTo(note()).contains("not the right");

        press("#unlock-go");

        assertThat(Fx.get(() -> focused().getId())).isEqualTo("passphrase");
        assertThat(Fx.get(() -> focused().getAccessibleHelp())).isEqualTo(note()).doesNotContain("not the right");
    }

    private static Node focused() {
        return Objects.requireNonNull(card()).getScene().getFocusOwner();
    }

    private static String note() {
        return Fx.get(() -> ((Label) Objects.requireNonNull(card()).lookup(".note-bad")).getText());
    }

    @Test
    void aQuestionThatIsHiddenAnswersNothing() throws Exception {
        var answer = ask(Reason.WRONG, "");

        Fx.run(() -> Objects.requireNonNull(card()).getScene().getWindow().hide());

        assertThat(answer.get(2, TimeUnit.MINUTES)).isEmpty();
    }

    @Test
    void closingTheWindowBehindTakesTheQuestionAway() throws Exception {
        var answer = ask(Reason.WRONG, "");

        Fx.run(behind::hide);

        assertThat(answer.get(2, TimeUnit.MINUTES)).isEmpty();
        assertThat(Fx.get(UnlockFxTest::card)).isNull();
    }

    @Test
    void givingUpAnswersNothing() throws Exception {
        var answer = ask(Reason.WRONG, "");

        press("#unlock-quit");

        assertThat(answer.get(2, TimeUnit.MINUTES)).isEmpty();
    }

    /** With texts of twice the size on a small screen. */
    @ParameterizedTest
    @CsvSource({"CHOOSE, en", "CHOOSE, de", "CHOOSE, fr", "CHOOSE, es", "CHOOSE, nl", "WEAK, de", "WRONG, en",
        "WRONG, de",
        "WRONG, fr", "WRONG, es", "WRONG, nl"})
    void aSmallWindowHasAllOfItWithLargeTexts(Reason reason, String language) throws Exception {
        var answer = ask(reason, "copper-lantern-orbit-meadow-violin-harbor", Locale.of(language), 200);
        Window window = Fx.get(() -> Objects.requireNonNull(card()).getScene().getWindow());
        assertThat(Fx.get(window::getHeight)).as("it is no larger than the screen")
                .isLessThan(Fx.get(() -> Screen.getPrimary().getVisualBounds().getHeight()));
        Fx.run(() -> {
            window.setWidth(960);
            window.setHeight(600);
        });
        Fx.await("the window has its size", () -> window.getScene().getHeight() == 600);
        type("#passphrase", "one phrase");
        if (reason != Reason.WRONG) {
            press("#unlock-go");
        }
        Pictures.settle();

        assertThat(Fx.get(() -> InSight.missing(window.getScene()))).isEmpty();
        press("#unlock-quit");
        assertThat(answer.get(2, TimeUnit.MINUTES)).isEmpty();
    }
}
