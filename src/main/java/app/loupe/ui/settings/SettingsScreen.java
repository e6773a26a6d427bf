package app.loupe.ui.settings;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Verification;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.CopyAge;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Segments;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What the owner can choose for the window: looks, language, size of text, and when it syncs. Chosen is kept at once. */
public final class SettingsScreen implements Screen {
    private static final BigDecimal EXAMPLE = new BigDecimal("1234.50");
    private static final int BYTES_OF_A_KB = 1_000;

    private final SettingsPorts ports;
    private final Background background;
    private final Wording wording;
    private final VBox view = new VBox();
    private final VBox page = new VBox();
    private final Label verified = Nodes.paragraph("", "muted");
    private final Label size = Nodes.paragraph("", "muted");
    private final Label nextStart = Nodes.paragraph("", "muted");
    private final Button verify;

    /** A screen over these choices. */
    public SettingsScreen(SettingsPorts ports, Preferences chosen, Background background, Wording wording) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        view.getStyleClass().add("settings");
        Nodes.dress(view, SettingsScreen.class, "settings.css");
        page.getStyleClass().add("settings-page");
        verify = Nodes.button(wording.get("settings.verify.now"), ports.runs()::verifyChosen);
        verify.setId("verify-now");
        Button show = Nodes.button(wording.get("settings.folder.show"),
                () -> ports.browser().open(ports.folder().toUri()));
        show.setId("show-folder");
        section("looks");
        setting("look", Nodes.paragraph(wording.get("settings.look.text"), "muted"),
                segments("look", List.of(Preferences.Look.values()),
                        look -> wording.get("settings.look." + EnumKey.of(look)), chosen.look()));
        setting("language", nextStart, languages(chosen));
        setting("text-size", Nodes.paragraph(wording.get("settings.text-size.text"), "muted"),
                segments("text-size", Preferences.TEXT_SIZES, each -> wording.get("settings.per-cent", each),
                        chosen.textSize()));
        section("sync");
        setting("when", Nodes.paragraph(wording.get("settings.when.text"), "muted"),
                segments("when", List.of(Preferences.When.values()),
                        when -> wording.get("settings.when." + EnumKey.of(when)), chosen.when()));
        setting("verify", verified, verify);
        section("computer");
        setting("folder", size, show);
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(wording.get("settings.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var head = new HBox(Nodes.label(wording.get("settings.title"), "screen-title"), Nodes.spacer());
        head.getStyleClass().add("tool-bar-row");
        view.getChildren().addAll(head, scroll);
        sayLanguage(chosen);
    }

    private void section(String key) {
        page.getChildren().add(Nodes.label(wording.get("settings.section." + key), "settings-section"));
    }

    private void setting(String key, Label explained, Node choice) {
        var words = new VBox(Nodes.label(wording.get("settings." + key), "setting-name"), explained);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var at = new HBox(choice);
        at.getStyleClass().add("setting-choice");
        at.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(words, at);
        row.getStyleClass().add("setting");
        page.getChildren().add(row);
    }

    private <T> Segments<T> segments(String key, List<T> all, Function<T, String> name, ObjectProperty<T> chosen) {
        var segments = new Segments<T>(all, one -> "setting-" + key + "-" + all.indexOf(one), name, chosen::set);
        segments.setAccessibleText(wording.get("settings." + key));
        segments.setMaxHeight(Region.USE_PREF_SIZE);
        chosen.subscribe(segments::show);
        return segments;
    }

    private ComboBox<Locale> languages(Preferences chosen) {
        var box = new ComboBox<Locale>();
        box.setId("setting-language");
        box.setAccessibleText(wording.get("settings.language"));
        var all = new ArrayList<Locale>(List.of(Locale.ROOT));
        all.addAll(Preferences.LANGUAGES);
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Locale language) {
                return language == null || language.equals(Locale.ROOT)
                        ? wording.get("settings.language.system")
                        : capital(language.getDisplayLanguage(language));
            }

            @Override
            public Locale fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed");
            }
        });
        box.valueProperty().bindBidirectional(chosen.language());
        chosen.language().subscribe((before, now) -> sayLanguage(chosen));
        return box;
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void sayLanguage(Preferences chosen) {
        Locale now = wording.texts().language();
        Locale then = chosen.language().get();
        boolean same = then.equals(Locale.ROOT) || then.getLanguage().equals(now.getLanguage());
        String format = wording.get("settings.language.format", wording.dates().day(wording.today()),
                wording.money().format(EXAMPLE, "EUR"));
        nextStart.setText(same ? format : wording.get("settings.language.next-start") + " " + format);
    }

    @Override
    public PageId page() {
        return PageId.SETTINGS;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        verify.setDisable(connections.stream().noneMatch(one -> one.kind() != ConnectionProfile.Kind.SAMPLE));
        Optional<Verification> last = new CopyAge(connections).verification();
        verified.setText(last
                .map(one -> wording.get("settings.verify.last", one.found().verified(), one.found().invoices(),
                        wording.dates().moment(Objects.requireNonNull(one.ended()))))
                .orElseGet(() -> wording.get("settings.verify.never")));
        measure();
    }

    @Override
    public void entered() {
        measure();
    }

    @Override
    public void refresh() {
        measure();
    }

    private void measure() {
        background.run("measure folder", () -> ports.size().bytes())
                .onSuccess(bytes -> size.setText(
                        wording.get("settings.folder.size", Math.ceilDiv(bytes, BYTES_OF_A_KB * BYTES_OF_A_KB),
                                ports.folder().toString())))
                .start();
    }
}
