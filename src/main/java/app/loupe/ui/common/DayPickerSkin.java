package app.loupe.ui.common;

import com.sun.javafx.scene.control.DatePickerContent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import org.jspecify.annotations.Nullable;

/**
 * Shows a calendar for the region of the field in the place of the toolkit's, which asks the system for its first day of the week and
 * lets nobody else say it. The toolkit's own stays unseen; what it is told by the field is told to this one, too.
 */
final class DayPickerSkin extends DatePickerSkin {
    private final DayPicker field;
    private @Nullable Calendar calendar;

    DayPickerSkin(DayPicker field) {
        super(field);
        this.field = field;
        registerChangeListener(field.valueProperty(), changed -> turn());
        // its cells are made once
        registerChangeListener(field.dayCellFactoryProperty(), changed -> calendar = null);
    }

    /** The toolkit's content, of another locale. */
    private static final class Calendar extends DatePickerContent {
        Calendar(DatePicker field) {
            super(field);
        }

        @Override
        protected Locale getLocale() {
            // asked by the constructor above, when nothing of this class is there
            return datePicker instanceof DayPicker field ? field.calendar() : super.getLocale();
        }
    }

    @Override
    public Node getPopupContent() {
        Node own = super.getPopupContent();
        if (field == null) {
            // asked by the constructor above
            return own;
        }
        if (calendar == null) {
            calendar = new Calendar(field);
        }
        return calendar;
    }

    @Override
    public void show() {
        // before the focus goes to the day: the owner may have gone to another month the last time
        turn();
        super.show();
        if (calendar != null) {
            calendar.clearFocus();
        }
    }

    /** To the month of the day, or of today. */
    private void turn() {
        if (calendar != null) {
            LocalDate day = field.getValue();
            calendar.displayedYearMonthProperty().set(YearMonth.from(day == null ? field.today() : day));
            calendar.updateValues();
        }
    }
}
