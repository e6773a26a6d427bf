package app.loupe.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The key is changed from the row about it: asked for in place, done in the background, and checked afterwards. */
class SecurityKeyFxTest {
    private final WindowKit kit = new WindowKit();
    private final AtomicInteger changes = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);

    @BeforeEach
    void begin() {
        kit.keyChange = () -> {
            changes.incrementAndGet();
            kit.checks = made("30 Nov 2026", Outcome.PASS);
            return Optional.empty();
        };
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
    }

    @AfterEach
    void close() {
        held.countDown();
        kit.close();
    }

    private static List<SecurityCheck> made(String day, Outcome outcome) {
        return List.of(new SecurityCheck(Promise.KEY_IS_ELSEWHERE, outcome, List.of("GNOME Keyring", day),
                List.of("secret-service")));
    }

    private void open() {
        kit.openLoaded();
        kit.press("#nav-security");
        Fx.await("the row of the key", () -> kit.find("#change-key") != null);
        kit.awaitQuiet();
    }

    private boolean isFocused(String id) {
        return Fx.get(() -> Optional.ofNullable(kit.stage().getScene().getFocusOwner()).map(Node::getId)
                .filter(Predicate.isEqual(id)).isPresent());
    }

    private void awaitLine(String part) {
        Fx.await(part, () -> kit.seen(".check-line").stream().anyMatch(line -> line.contains(part)));
    }

    @Test
    void asksInPlaceWithTheHarmlessAnswerFirst() {
        open();

        kit.press("#change-key");

        assertThat(kit.text("#key-question")).contains("new key", "backup", "seconds", "in Odoo");
        assertThat(isFocused("key-keep")).isTrue();
        String help = Fx.get(() -> Objects.requireNonNull(kit.find("#key-keep")).getAccessibleHelp());
        assertThat(help).isEqualTo(kit.text("#key-question"));

        kit.press("#key-keep");

        assertThat(Fx.get(() -> kit.find("#key-question"))).isNull();
        assertThat(isFocused("change-key")).isTrue();
        assertThat(changes).hasValue(0);
    }

    @Test
    void escapeIsTheHarmlessAnswer() {
        open();
        kit.press("#change-key");

        Fx.run(() -> Objects.requireNonNull(kit.find("#key-yes")).fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));

        assertThat(Fx.get(() -> kit.find("#key-question"))).isNull();
        assertThat(changes).hasValue(0);
    }

    @Test
    void saysThatItIsChangingThenThatItWasAndChecksAnew() {
        kit.keyChange = () -> {
            changes.incrementAndGet();
            awaitHeld();
            kit.checks = made("30 Nov 2026", Outcome.PASS);
            return Optional.empty();
        };
        open();
        kit.press("#change-key");

        kit.press("#key-yes");

        Fx.await("progress", () -> kit.seen("#key-told").contains("Changing the key…"));
        kit.press("#change-key");
        assertThat(Fx.get(() -> kit.find("#key-question"))).as("one change at a time").isNull();
        held.countDown();
        awaitLine("30 Nov 2026");
        assertThat(kit.text("#key-told")).startsWith("The key was changed").contains("in Odoo");
        assertThat(isFocused("change-key")).isTrue();
        assertThat(changes).hasValue(1);
    }

    private void awaitHeld() {
        try {
            held.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatComesOfItIsNewsForAScreenReader() {
        open();
        kit.press("#change-key");
        kit.press("#key-yes");
        awaitLine("30 Nov 2026");

        String said = Fx.get(() -> Objects.requireNonNull(kit.find("#key-told")).getAccessibleText());

        assertThat(said).startsWith("The key was changed");
    }

    @Test
    void aKeyringThatTakesNoPartIsToldAboveTheScreens() {
        kit.keyChange = () -> Optional.of(Problem.of(ProblemCode.KEY_CHANGE_PENDING));
        open();
        kit.press("#change-key");
        kit.press("#key-yes");

        Fx.await("the notice", () -> kit.find("#problem-bar") != null);

        assertThat(Fx.get(() -> kit.find("#key-told"))).isNull();
        kit.press("#change-key");
        assertThat(kit.text("#key-question")).as("it can be tried again").isNotEmpty();
    }

    @Test
    void aFullDiskIsToldAboveTheScreens() {
        kit.keyChange = () -> {
            throw ProblemException.of(ProblemCode.DISK_FULL, "data");
        };
        open();
        kit.press("#change-key");
        kit.press("#key-yes");

        Fx.await("the problem", () -> kit.find("#problem-bar") != null);

        assertThat(Fx.get(() -> kit.find("#key-told"))).isNull();
    }

    /** The screen checks anew when it is entered, and after a sync: what the owner reads meanwhile stays open. */
    @Test
    void whatWasOpenedOutlastsACheckAndKeepsTheFocus() {
        kit.checks = made("2 Sep 2026", Outcome.PASS);
        open();
        Button more = Fx.get(() -> kit.findAll(".check-row .button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals("Details")).findFirst().orElseThrow());
        Fx.run(() -> {
            more.requestFocus();
            more.fire();
        });
        kit.checks = made("1 Oct 2026", Outcome.NOTICE);

        kit.press("#check-again");

        awaitLine("1 Oct 2026");
        assertThat(Fx.get(() -> kit.seen(".check-detail .mono"))).containsExactly("secret-service");
        assertThat(more.getText()).isEqualTo("Hide details");
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner())).isEqualTo(more);
        assertThat(Fx.get(() -> kit.findAll(".check-notice"))).hasSize(1);
    }

    @Test
    void whatHasNoDetailAnyMoreShowsNone() {
        kit.checks = made("2 Sep 2026", Outcome.PASS);
        open();
        Fx.run(() -> kit.findAll(".check-row .button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals("Details")).findFirst().orElseThrow().fire());
        kit.checks = List.of(new SecurityCheck(Promise.KEY_IS_ELSEWHERE, Outcome.PASS,
                List.of("GNOME Keyring", "1 Oct 2026"), List.of()));

        kit.press("#check-again");

        awaitLine("1 Oct 2026");
        assertThat(Fx.get(() -> kit.seen(".check-row .button"))).containsExactly("Change key…");
    }

    /** One that cannot be pressed for a moment loses the focus to whatever comes next. */
    @Test
    void whatChecksAgainKeepsTheFocusWhileItDoes() {
        open();
        Fx.run(() -> {
            Button again = (Button) Objects.requireNonNull(kit.find("#check-again"));
            again.requestFocus();
            again.fire();
        });

        Pictures.settle();
        kit.awaitQuiet();

        assertThat(isFocused("check-again")).isTrue();
    }

    @Test
    void theQuestionOutlastsACheck() {
        open();
        kit.press("#change-key");
        kit.checks = made("1 Oct 2026", Outcome.PASS);

        kit.press("#check-again");

        awaitLine("1 Oct 2026");
        assertThat(kit.text("#key-question")).isNotEmpty();
        assertThat(isFocused("key-keep")).isTrue();
    }

    @Test
    void aPassphraseThatStaysHasItsOwnWords() {
        kit.checks = made("2 Sep 2026", Outcome.NOTICE);
        open();

        kit.press("#change-key");

        assertThat(kit.text("#key-question")).contains("same passphrase", "in Odoo").doesNotContain("keyring");
    }

    @Test
    void isNamedForScreenReaders() {
        open();

        String name = Fx.get(() -> Objects.requireNonNull(kit.find("#change-key")).getAccessibleText());

        assertThat(name).isEqualTo("Change key…");
    }
}
