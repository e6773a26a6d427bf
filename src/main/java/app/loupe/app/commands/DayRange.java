package app.loupe.app.commands;

import app.loupe.text.Texts;
import java.time.LocalDate;

/** Decides which days a command takes: those with years of four digits; Java would read others, and Odoo would not. */
final class DayRange {
    private static final int FIRST_YEAR = 1_000;
    private static final int LAST_YEAR = 9_999;

    private DayRange() {}

    /** The same day; any other is refused with this text. */
    static LocalDate demand(LocalDate day, String key, Texts texts) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new UsageException(texts.get(key));
        }
        return day;
    }
}
