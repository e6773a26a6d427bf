package app.loupe.ui.settings;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.LetterKeys;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** The system's or one of several languages or regions, and a button that fills the window again with what is chosen. */
final class LocaleChoice {
    private final Button now;
    private final FlowRow view;

    /**
     * A choice.
     *
     * @param key of its words, and its nodes' ids
     * @param all what can be chosen beside the system's, which is {@link Locale#ROOT}
     * @param name what one is called
     */
    LocaleChoice(String key, List<Locale> all, Function<Locale, String> name, Property<Locale> chosen, Runnable speak,
            Wording wording) {
        now = Nodes.button(wording.get("settings.language.now"), speak);
        now.setId(key + "-now");
        now.setAccessibleText(wording.get("settings." + key) + ": " + wording.get("settings.language.now"));
        var box = new ComboBox<Locale>();
        box.setId("setting-" + key);
        box.setAccessibleText(wording.get("settings." + key));
        var offered = new ArrayList<Locale>(List.of(Locale.ROOT));
        offered.addAll(all);
        box.getItems().setAll(offered);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Locale one) {
                return one == null || one.equals(Locale.ROOT)
                        ? wording.get("settings." + key + ".system")
                        : capital(name.apply(one));
            }

            @Override
            public Locale fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed");
            }
        });
        LetterKeys.on(box);
        box.valueProperty().bindBidirectional(chosen);
        view = new FlowRow(box, now);
        view.getStyleClass().add("setting-choices");
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** What can be chosen, and the button beside it. */
    FlowRow view() {
        return view;
    }

    /** Whether there is anything else to be used than is. */
    void offerNow(boolean another) {
        Nodes.show(now, another);
    }
}
