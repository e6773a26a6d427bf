package app.loupe.ui.settings;

import app.loupe.text.MoneyText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** The languages by their own names, with what numbers and dates look like. */
final class LanguageRow {
    private static final BigDecimal EXAMPLE = new BigDecimal("1234.50");

    private final Wording wording;
    private final Label explained = Nodes.paragraph("", "muted");
    private final ComboBox<Locale> box = new ComboBox<>();

    LanguageRow(Preferences chosen, Wording wording) {
        this.wording = wording;
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
        chosen.language().subscribe(this::say);
    }

    Label explained() {
        return explained;
    }

    ComboBox<Locale> box() {
        return box;
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void say(Locale then) {
        Locale now = wording.texts().language();
        boolean same = then.equals(Locale.ROOT) || then.getLanguage().equals(now.getLanguage());
        // an example is nobody's amount, and is never hidden
        String format = wording.get("settings.language.format", wording.dates().day(wording.today()),
                new MoneyText(wording.texts().locale()).format(EXAMPLE, "EUR"));
        explained.setText(same ? format : wording.get("settings.language.next-start") + " " + format);
    }
}
