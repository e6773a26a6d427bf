package app.loupe.ui.settings;

import app.loupe.text.MoneyText;
import app.loupe.ui.common.LetterKeys;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** The languages by their own names, with what numbers and dates look like. */
final class LanguageRow {
    private static final BigDecimal EXAMPLE = new BigDecimal("1234.50");

    private final Wording wording;
    private final Label explained = Nodes.paragraph("", "muted");
    private final ComboBox<Locale> box = new ComboBox<>();
    private final Button now;

    /** Chooses; {@code speak} fills the window again in what is chosen. */
    LanguageRow(Preferences chosen, Runnable speak, Wording wording) {
        this.wording = wording;
        now = Nodes.button(wording.get("settings.language.now"), speak);
        now.setId("language-now");
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
        LetterKeys.on(box);
        box.valueProperty().bindBidirectional(chosen.language());
        chosen.language().subscribe(this::say);
    }

    Label explained() {
        return explained;
    }

    /** The languages, and a button where the window speaks another one than is chosen. */
    HBox choice() {
        var choice = new HBox(box, now);
        choice.getStyleClass().add("setting-choices");
        return choice;
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void say(Locale then) {
        Locale spoken = wording.texts().language();
        boolean same = words(then.equals(Locale.ROOT) ? Locale.getDefault(Locale.Category.DISPLAY) : then)
                .equals(words(spoken));
        // an example is nobody's amount, and is never hidden
        String format = wording.get("settings.language.format", wording.dates().day(wording.today()),
                new MoneyText(wording.texts().locale()).format(EXAMPLE, "EUR"));
        now.setVisible(!same);
        now.setManaged(!same);
        explained.setText(same ? format : wording.get("settings.language.next-start") + " " + format);
    }

    /** English for a language that there are no texts in. */
    private static String words(Locale language) {
        return Preferences.LANGUAGES.stream().map(Locale::getLanguage).filter(language.getLanguage()::equals)
                .findFirst()
                .orElse(Locale.ENGLISH.getLanguage());
    }
}
