package app.loupe.app.commands;

import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads what is after {@code --key-expires}: a day, or {@code never} for none. */
final class KeyExpiresOption {
    private static final String NEVER = "never";

    private KeyExpiresOption() {}

    /** The day; null for none. */
    static @Nullable LocalDate day(String typed, Texts texts) {
        if (typed.equals(NEVER)) {
            return null;
        }
        try {
            return DayRange.demand(LocalDate.parse(typed), "cli.misuse.key-expires", texts);
        } catch (DateTimeParseException noDay) {
            throw new UsageException(texts.get("cli.misuse.key-expires"));
        }
    }
}
