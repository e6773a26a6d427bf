package app.loupe.ui.common;

import java.time.LocalDate;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field for a day, which is read as {@link TypedDay} says, with a calendar in the language of the window whose weeks begin as those
 * of the region of numbers and dates; the toolkit's own has both of the system's. Coming to it by key chooses all of its text, for a
 * day to be typed over the one that stands there. What is no day stays for its owner to put right, within a red border until it is
 * touched. Enter takes what was typed before anything else hears of it: a default button goes on with that day, and not at all with
 * what is none. On the FX thread.
 */
public final class DayPicker extends DatePicker {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Wording wording;
    private final Locale calendar;
    private final BooleanProperty unreadable;

    /** A field without a day; {@code unreadable} is set when what was typed last is none. */
    public DayPicker(Wording wording, BooleanProperty unreadable, boolean mayBeEmpty) {
        this.wording = wording;
        this.unreadable = unreadable;
        calendar = calendar(wording.texts().language(), wording.texts().locale());
        setConverter(new TypedDay(wording, this::getValue, unreadable, mayBeEmpty));
        unreadable.subscribe(noDay -> pseudoClassStateChanged(WRONG, noDay));
        // whoever goes on typing needs no telling
        getEditor().textProperty().subscribe((before, now) -> unreadable.set(false));
        WholeText.chosenByKey(this, getEditor());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_RELEASED, DayPicker::released);
    }

    private void pressed(KeyEvent event) {
        // in the open calendar it is the day there that is taken
        if (event.getCode() != KeyCode.ENTER || isShowing()) {
            return;
        }
        commitValue();
        if (unreadable.get()) {
            event.consume();
        } else {
            restore();
        }
    }

    /** The toolkit takes the text only now, when a default button has gone on, and wipes what it cannot read. */
    private static void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
        }
    }

    /** The words of the one with the weeks of the other. */
    private static Locale calendar(Locale language, Locale region) {
        return new Locale.Builder().setLanguage(language.getLanguage()).setScript(language.getScript())
                .setRegion(region.getCountry()).build();
    }

    /** Writes the day of the field there again, over what was typed and is none. */
    public void restore() {
        getEditor().setText(getConverter().toString(getValue()));
    }

    /** In whose words and weeks the calendar is. */
    Locale calendar() {
        return calendar;
    }

    /** The day that the calendar opens at where none stands in the field. */
    LocalDate today() {
        return wording.today();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new DayPickerSkin(this);
    }
}
