package app.loupe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.UpdateAnswer;
import app.loupe.domain.UpdateAnswer.Newer;
import app.loupe.domain.UpdateAnswer.Newest;
import app.loupe.domain.UpdateAnswer.Unchecked;
import app.loupe.domain.UpdateAnswer.Why;
import app.loupe.domain.UpdateCheck;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.NoneExpected;

/** When updates are looked for, and what the settings say of it. */
class UpdatesFxTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Newer NEWER = new Newer("1.4.0", LocalDate.of(2026, 3, 2),
            URI.create("https://updates.example/releases/v1.4.0"));

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final Memory memory = new Memory(Map.of());
    private final List<String> asked = new ArrayList<>();
    private final List<Map<String, String>> onDisk = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private UpdateAnswer next = NEWER;
    private boolean isHeld;

    private final UpdateCheck check = new UpdateCheck() {
        @Override
        public String host() {
            return "updates.example";
        }

        @Override
        public Asked ask(String kept) {
            asked.add(kept);
            return new Asked(next, next instanceof Unchecked ? kept : "signed");
        }

        @Override
        public Optional<Newer> known(String kept) {
            return kept.equals("signed") && next instanceof Newer ? Optional.of(NEWER) : Optional.empty();
        }
    };

    /** The settings of a window that has just opened. */
    private final class Opened {
        private final Scene scene;

        Opened(boolean offered) {
            scene = Fx.get(() -> {
                var wording = Wording.of(new Texts(Locale.ENGLISH, Locale.GERMANY), Clock.fixed(NOW, ZoneOffset.UTC));
                var background = new Background(Runnable::run, work -> {
                    if (isHeld) {
                        held.add(work);
                    } else {
                        work.run();
                    }
                }, unexpected);
                var screen = new SettingsScreen(
                        new SettingsPorts(Path.of("data"), () -> 1, () -> {}, () -> {}, () -> {}, page -> {}),
                        new Preferences(memory), background, wording);
                if (offered) {
                    var updates = new UpdatesViewModel(new UpdatePorts(check, onDisk::add, opened::add), memory,
                            background, wording);
                    screen.offer(updates);
                    updates.begin();
                }
                var settings = new Scene(screen.view(), 990, 1200);
                new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT), new SimpleObjectProperty<>(100))
                        .dress(settings);
                return settings;
            });
        }

        Node node(String selector) {
            return Fx.get(() -> Fx.laidOut(scene.getRoot()).lookup(selector));
        }

        void press(String selector) {
            Node button = node(selector);
            Fx.run(() -> ((ButtonBase) button).fire());
        }

        boolean canPress(String selector) {
            Node button = node(selector);
            return Fx.get(() -> button.isVisible() && !button.isDisabled());
        }

        String texts() {
            return Fx.get(() -> {
                var all = new StringBuilder();
                Fx.laidOut(scene.getRoot()).lookupAll(".label")
                        .forEach(node -> all.append(((Labeled) node).getText()).append('\n'));
                return all.toString();
            });
        }

        void awaitText(String part) {
            Fx.await("it says " + part, () -> {
                var all = new StringBuilder();
                Fx.laidOut(scene.getRoot()).lookupAll(".label")
                        .forEach(node -> all.append(((Labeled) node).getText()));
                return all.toString().contains(part);
            });
        }
    }

    @Test
    void s50_offAtFirstAndThenNobodyIsAsked() {
        var window = new Opened(true);

        assertThat(((ToggleButton) window.node("#setting-updates-0")).isSelected()).isTrue();
        assertThat(window.canPress("#update-now")).isFalse();
        assertThat(window.canPress("#update-page")).isFalse();
        assertThat(window.texts()).contains("updates.example is asked once a week", "your internet address");
        window.press("#update-now");
        assertThat(asked).isEmpty();
        assertThat(memory.values()).isEmpty();
    }

    @Test
    void aBuildThatAsksNobodySaysNothingOfIt() {
        memory.put(UpdatesViewModel.ON, "true");

        var window = new Opened(false);

        assertThat(window.texts()).doesNotContain("updates", "Updates");
        assertThat(asked).isEmpty();
    }

    @Test
    void switchedOnItIsKeptAtOnceAndAsksWhenToldTo() {
        var window = new Opened(true);

        window.press("#setting-updates-1");

        assertThat(asked).isEmpty();
        assertThat(onDisk).last().isEqualTo(Map.of(UpdatesViewModel.ON, "true"));
        assertThat(window.texts()).contains("Not asked yet.");
        window.press("#update-now");
        window.awaitText("Version 1.4.0 of 2 Mar 2026 is available.");
        assertThat(asked).containsExactly("");
        assertThat(onDisk.getLast()).containsEntry(UpdatesViewModel.ASKED, NOW.toString());
        window.press("#update-page");
        assertThat(opened).containsExactly(NEWER.page());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "PT1H, 0", "P6DT23H, 0", "P7D, 1", "P300D, 1", "-PT1H, 1"})
    void aWindowThatOpensAsksOnceAWeek(String ago, int times) {
        memory.put(UpdatesViewModel.ON, "true");
        memory.put(UpdatesViewModel.ASKED,
                NOW.minus(ago.equals("0") ? Duration.ZERO : Duration.parse(ago)).toString());

        var first = new Opened(true);
        Fx.await("the answer is there", () -> asked.size() == times);
        assertThat(first.texts()).contains(times == 0 ? "Last asked" : "Version 1.4.0");
        var second = new Opened(true);

        assertThat(second.texts()).contains(times == 0 ? "Last asked" : "Version 1.4.0");
        assertThat(asked).hasSize(times);
    }

    @Test
    void aMomentThatNobodyCanReadCountsAsNone() {
        memory.put(UpdatesViewModel.ON, "true");
        memory.put(UpdatesViewModel.ASKED, "last week");

        var window = new Opened(true);

        window.awaitText("Version 1.4.0");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aLaterVersionStaysKnownWhenTheNextQuestionIsInVain() {
        memory.put(UpdatesViewModel.ON, "true");
        var window = new Opened(true);
        window.awaitText("Version 1.4.0");
        assertThat(window.canPress("#update-page")).isTrue();

        Fx.run(() -> isHeld = true);
        window.press("#update-now");
        window.awaitText("Asking");
        // it can be pressed, because it would lose the focus, and asks nobody twice
        window.press("#update-now");
        Fx.run(() -> held.forEach(Runnable::run));

        window.awaitText("Version 1.4.0");
        assertThat(asked).containsExactly("", "signed");
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, did not answer", "REFUSED, does not carry our signature"})
    void whyItCouldNotBeCheckedIsSaidAndLeadsNowhere(Why why, String said) {
        next = new Unchecked(why);
        memory.put(UpdatesViewModel.ON, "true");

        var window = new Opened(true);

        window.awaitText(said);
        assertThat(window.canPress("#update-page")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, did not answer, 2", "REFUSED, does not carry our signature, 1"})
    void whoeverHadNoNetworkIsAskedAgainByTheNextWindow(Why why, String said, int times) {
        next = new Unchecked(why);
        memory.put(UpdatesViewModel.ON, "true");
        new Opened(true).awaitText(said);
        next = NEWER;

        var second = new Opened(true);

        second.awaitText(times == 1 ? "Last asked" : "Version 1.4.0");
        assertThat(asked).hasSize(times);
    }

    @Test
    void theNewestIsSaidToBeIt() {
        next = new Newest();
        memory.put(UpdatesViewModel.ON, "true");

        var window = new Opened(true);

        window.awaitText("This is the newest version.");
        assertThat(window.canPress("#update-page")).isFalse();
    }

    @Test
    void switchedOffItForgetsEverythingAndAnAnswerThatIsUnderWayIsNotKept() {
        memory.put(UpdatesViewModel.ON, "true");
        isHeld = true;
        var window = new Opened(true);
        window.awaitText("Asking");

        window.press("#setting-updates-0");
        Fx.run(() -> held.forEach(Runnable::run));

        assertThat(window.canPress("#update-now")).isFalse();
        assertThat(window.texts()).doesNotContain("Version 1.4.0", "Asking");
        assertThat(onDisk.getLast()).isEmpty();
        assertThat(memory.values()).isEmpty();
    }
}
