package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveType;
import app.loupe.export.DueWords;
import app.loupe.export.SearchText;
import app.loupe.review.InvoiceOrder;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;

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

    DueWords due() {
        return new DueWords(wording.shown(), wording.dates());
    }

    /** What a search was understood as. */
    SearchText search() {
        return new SearchText(wording.texts(), wording.dates(), wording.today());
    }

    LocalDate today() {
        return wording.today();
    }

    String status(InvoiceStatus status, MoveType type) {
        return get("status." + status.key(type));
    }

    /** A status of whatever documents. */
    String status(InvoiceStatus status) {
        return get("status." + EnumKey.of(status));
    }

    /** The heading of a column. */
    String column(InvoiceOrder.Column column) {
        return get("column." + EnumKey.of(column));
    }

    String type(MoveType type) {
        return get("type." + EnumKey.of(type));
    }
}
