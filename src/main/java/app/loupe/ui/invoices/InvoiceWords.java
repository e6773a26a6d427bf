package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveType;
import app.loupe.review.InvoiceOrder;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.Locale;

/** The words of this screen, whose keys all begin alike. */
record InvoiceWords(Wording wording) {
    String get(String key, Object... arguments) {
        return wording.get("invoices." + key, arguments);
    }

    MoneyText money() {
        return wording.money();
    }

    DateText dates() {
        return wording.dates();
    }

    LocalDate today() {
        return wording.today();
    }

    String status(InvoiceStatus status) {
        return get("status." + keyOf(status));
    }

    /** The heading of a column. */
    String column(InvoiceOrder.Column column) {
        return get("column." + keyOf(column));
    }

    String type(MoveType type) {
        return get("type." + keyOf(type));
    }

    /** "partly-paid": an enum constant in keys and style classes. */
    static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
