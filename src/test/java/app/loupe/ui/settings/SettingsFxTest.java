package app.loupe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import app.loupe.review.Notice;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.EditRequest;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.window.Fx;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** What the owner chooses in the settings is so at once, and is kept. */
class SettingsFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    @TempDir
    private Path folder;

    private final Memory memory = new Memory(Map.of());
    private final List<URI> opened = new ArrayList<>();
    private final SimpleObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private int verifies;
    private int locks;
    private int spoken;
    private @Nullable Stage stage;
    private @Nullable SettingsScreen screen;

    @BeforeEach
    void open() {
        // whatever region the system has
        memory.put("settings.region", "de-DE");
        Fx.run(() -> {
            var chosen = new Preferences(memory);
            var wording = Wording.of(new Texts(Locale.ENGLISH, Locale.GERMANY),
                    Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
            screen = new SettingsScreen(new SettingsPorts(folder, () -> 3_100_000, () -> verifies++, () -> locks++,
                    () -> spoken++, opened::add),
                    chosen,
                    new Background(Runnable::run, unexpected), wording);
            stage = new Stage();
            stage.setScene(new Scene(screen.view(), 990, 800));
            new Theme(chosen.scheme(system), chosen.textSize()).dress(stage.getScene());
            stage.show();
            screen.select(List.of(FakeInvoices.profile()));
        });
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            if (stage != null) {
                stage.close();
            }
        });
    }

    private Node find(String selector) {
        Fx.await("there is " + selector, () -> stage != null && stage.getScene().lookup(selector) != null);
        return Fx.get(() -> stage == null ? null : stage.getScene().lookup(selector));
    }

    private void press(String selector) {
        Node node = find(selector);
        Fx.run(() -> {
            if (node instanceof ButtonBase button) {
                button.fire();
            }
        });
    }

    private boolean isChosen(String selector) {
        var toggle = (ToggleButton) find(selector);
        return Fx.get(toggle::isSelected);
    }

    private String texts() {
        return Fx.get(() -> {
            var all = new StringBuilder();
            if (screen != null) {
                screen.view().lookupAll(".label").forEach(node -> all.append(((Labeled) node).getText()).append('\n'));
            }
            return all.toString();
        });
    }

    private double height() {
        Node name = find(".setting-name");
        return Fx.get(() -> {
            name.applyCss();
            return ((Labeled) name).getFont().getSize();
        });
    }

    @Test
    void aLargerTextIsLargerAtOnceAndKept() {
        assertThat(height()).isEqualTo(13.0);

        press("#setting-text-size-4");

        assertThat(height()).isEqualTo(26.0);
        assertThat(memory.get("settings.text-size")).isEqualTo("200");
        press("#setting-text-size-0");
        assertThat(height()).isEqualTo(13.0);
    }

    @Test
    void darkIsDarkWhateverTheSystemHas() {
        press("#setting-look-2");

        assertThat(Fx.get(() -> String.join(" ", stage == null ? List.of() : stage.getScene().getStylesheets())))
                .contains("tokens-dark").doesNotContain("tokens-light");
        assertThat(memory.get("settings.look")).isEqualTo("dark");
        press("#setting-look-0");
        assertThat(Fx.get(() -> String.join(" ", stage == null ? List.of() : stage.getScene().getStylesheets())))
                .contains("tokens-light");
    }

    @Test
    void eachKindOfNoticeIsSilencedByItsBox() {
        for (Notice.Kind kind : Notice.Kind.values()) {
            CheckBox box = (CheckBox) find("#notices-" + EnumKey.of(kind));
            assertThat(Fx.get(box::isSelected)).isTrue();
        }

        press("#notices-large-change");
        press("#notices-overdue");
        assertThat(memory.list("settings.silenced")).containsExactly("overdue", "large-change");
        press("#notices-overdue");
        assertThat(memory.list("settings.silenced")).containsExactly("large-change");
    }

    @Test
    void whatIsPrivateIsChosenHereAndKept() {
        assertThat(List.of(isChosen("#setting-hide-0"), isChosen("#setting-lock-0"), isChosen("#setting-news-0")))
                .containsOnly(true);

        press("#setting-hide-1");
        press("#setting-lock-1");
        press("#setting-news-1");
        press("#lock-now");

        assertThat(memory.get("settings.hide-amounts")).isEqualTo("true");
        assertThat(memory.get("settings.lock-after")).isEqualTo("five-minutes");
        assertThat(memory.get("settings.news")).isEqualTo("true");
        assertThat(locks).isOne();
        // the example of a number is nobody's amount
        assertThat(texts()).contains("1.234,56");
    }

    @Test
    void aChoiceThatIsPressedAgainStays() {
        press("#setting-when-1");
        press("#setting-when-1");

        assertThat(memory.get("settings.sync")).isEqualTo("at-start");
        assertThat(isChosen("#setting-when-1")).isTrue();
        assertThat(isChosen("#setting-when-0")).isFalse();
    }

    @Test
    void anotherLanguageComesWithTheNextStart() {
        assertThat(texts()).doesNotContain("next start");

        @SuppressWarnings("unchecked")
        var box = (ComboBox<Locale>) find("#setting-language");
        Fx.run(() -> box.setValue(Locale.GERMAN));

        assertThat(texts()).contains("next start");
        assertThat(memory.get("settings.language")).isEqualTo("de");
        assertThat(Fx.get(() -> box.getItems().stream().map(box.getConverter()::toString).toList()))
                .containsExactly("Same as the system", "English", "Français", "Deutsch", "Español", "Nederlands");
    }

    @Test
    void verifyNowComparesAndTheLastComparisonIsSaid() {
        press("#verify-now");
        assertThat(verifies).isOne();
        ConnectionProfile profile = FakeInvoices.profile();
        assertThat(texts()).contains("not all of these copies were verified yet");

        var verified = new Verification(FakeInvoices.SYNCED, FakeInvoices.SYNCED, new Verified(12_418, 12_418, 0));
        Fx.run(() -> {
            if (screen != null) {
                screen.select(List.of(profile.verified(verified)));
            }
        });

        assertThat(texts()).contains("12.418 of 12.418 verified, 23 Nov 2026 14:02");
    }

    @Test
    void anotherLanguageIsOfferedAtOnceWhereItIsAnother() {
        Node now = find("#language-now");
        var languages = (ComboBox<?>) find("#setting-language");
        assertThat(Fx.get(now::isVisible)).isFalse();

        Fx.run(() -> languages.getSelectionModel().selectLast());
        assertThat(Fx.get(now::isVisible)).isTrue();
        press("#language-now");

        assertThat(spoken).isEqualTo(1);
    }

    private static ConnectionProfile kept(int number, ConnectionProfile.Kind kind, @Nullable LocalDate since) {
        return new ConnectionProfile(WindowSamples.id(number), kind, "Shop " + number, since, null, "", null);
    }

    private void select(List<ConnectionProfile> connections) {
        Fx.run(() -> {
            if (screen != null) {
                screen.select(connections);
                screen.view().applyCss();
                screen.view().layout();
            }
        });
    }

    private List<Button> changes() {
        return Fx.get(() -> screen == null
                ? List.of()
                : screen.view().lookupAll("#kept .button").stream().map(Button.class::cast).toList());
    }

    @Test
    void saysOfEachConnectionWhatIsKeptAndOpensItsCard() {
        var edited = new ArrayList<ConnectionProfile>();
        ConnectionProfile limited = kept(2, ConnectionProfile.Kind.ODOO, LocalDate.of(2024, 1, 1));
        Fx.run(() -> {
            if (screen != null) {
                screen.view().addEventHandler(EditRequest.TYPE, event -> edited.add(event.profile()));
            }
        });

        select(List.of(kept(1, ConnectionProfile.Kind.ODOO, null), limited,
                kept(3, ConnectionProfile.Kind.SAMPLE, null)));

        assertThat(texts()).contains("Shop 1: all documents", "Shop 2: from 1 Jan 2024 on", "Shop 3: all documents");
        assertThat(changes()).extracting(Button::getAccessibleText)
                .containsExactlyInAnyOrder("Change what is kept of Shop 1", "Change what is kept of Shop 2");
        List<Button> second = changes().stream().filter(one -> one.getAccessibleText().endsWith("2")).toList();
        Fx.run(() -> second.forEach(Button::fire));
        assertThat(edited).containsExactly(limited);
        select(List.of());
        assertThat(texts()).contains("No connection yet").doesNotContain("Shop 2");
    }

    @Test
    void fiftyConnectionsTakeTheRoomOfAFew() {
        Node list = find("#kept");
        select(IntStream.range(0, 5).mapToObj(n -> kept(n, ConnectionProfile.Kind.ODOO, null)).toList());
        double few = Fx.get(() -> list.getLayoutBounds().getHeight());

        select(IntStream.range(0, 50).mapToObj(n -> kept(n, ConnectionProfile.Kind.ODOO, null)).toList());

        assertThat(changes()).hasSize(50);
        assertThat(Fx.get(() -> list.getLayoutBounds().getHeight())).isBetween(few / 2, few * 1.5);
    }

    @Test
    void theDataFolderIsMeasuredAndShown() {
        assertThat(texts()).contains("4 MB", folder.toString());

        press("#show-folder");

        assertThat(opened).containsExactly(folder.toUri());
    }
}
