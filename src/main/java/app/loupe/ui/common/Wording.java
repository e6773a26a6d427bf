package app.loupe.ui.common;

import app.loupe.domain.Problem;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * The owner's words and the time they refer to, as every view needs them.
 *
 * @param texts for files and their names
 * @param shown the same for what is seen in the window
 */
public record Wording(Texts texts, Texts shown, MoneyText money, DateText dates, Clock clock) {
    /** Words in the language of the texts, moments in the zone of the clock. */
    public static Wording of(Texts texts, Clock clock) {
        return new Wording(texts, texts.forWindow(), new MoneyText(texts), new DateText(texts, clock.getZone()), clock);
    }

    /** The same in another language, numbers as another region writes them. */
    public Wording in(Locale language, Locale region) {
        return of(new Texts(language, region, texts.decimals()), clock);
    }

    /** The same words, with amounts that are hidden whenever {@code hidden} says so; that is asked on any thread. */
    public Wording hiding(BooleanSupplier hidden) {
        return new Wording(texts, shown, new MoneyText(texts, hidden), dates, clock);
    }

    /** The text of a key with its placeholders filled in, for the window. */
    public String get(String key, Object... arguments) {
        return shown.get(key, arguments);
    }

    /** Title, text and advice of a problem in one paragraph. */
    public String sentence(Problem problem) {
        return shown.sentence(problem);
    }

    /** The owner's day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** "4 min ago". */
    public String ago(Instant then) {
        return dates.ago(then, clock.instant());
    }

    /** "in 4 min". */
    public String in(Instant then) {
        return dates.in(then, clock.instant());
    }
}
