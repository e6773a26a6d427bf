package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveType;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The words, amounts and dates of this screen, as of the clock's day.
 *
 * @param texts the bundles
 * @param money amounts
 * @param dates dates
 * @param clock the owner's day and zone
 */
record Wording(Texts texts, MoneyText money, DateText dates, Clock clock) {
    static Wording of(Texts texts, Clock clock) {
        return new Wording(texts, new MoneyText(texts.locale()), new DateText(texts, clock.getZone()), clock);
    }

    String get(String key, Object... arguments) {
        return texts.get("invoices." + key, arguments);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String status(InvoiceStatus status) {
        return get("status." + keyOf(status));
    }

    String type(MoveType type) {
        return get("type." + keyOf(type));
    }

    /** "partly-paid": an enum constant in keys and style classes. */
    static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
