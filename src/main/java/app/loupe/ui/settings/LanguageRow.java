package app.loupe.ui.settings;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.util.Locale;
import javafx.scene.control.Label;

/** The languages by their own names. */
final class LanguageRow {
    private final Wording wording;
    private final Label explained = Nodes.paragraph("", "muted");
    private final LocaleChoice choice;

    /** Chooses; {@code speak} fills the window again in what is chosen. */
    LanguageRow(Preferences chosen, Runnable speak, Wording wording) {
        this.wording = wording;
        choice = new LocaleChoice("language", Preferences.LANGUAGES, language -> language.getDisplayLanguage(language),
                chosen.language(), speak, wording);
        chosen.language().subscribe(this::say);
    }

    Label explained() {
        return explained;
    }

    /** The languages, and a button where the window speaks another one than is chosen. */
    FlowRow choice() {
        return choice.view();
    }

    private void say(Locale then) {
        Locale spoken = wording.texts().language();
        boolean same = words(then.equals(Locale.ROOT) ? Locale.getDefault(Locale.Category.DISPLAY) : then)
                .equals(words(spoken));
        choice.offerNow(!same);
        explained.setText(wording.get(same ? "settings.language.text" : "settings.language.next-start"));
    }

    /** English for a language that there are no texts in. */
    private static String words(Locale language) {
        return Preferences.LANGUAGES.stream().map(Locale::getLanguage).filter(language.getLanguage()::equals)
                .findFirst()
                .orElse(Locale.ENGLISH.getLanguage());
    }
}
