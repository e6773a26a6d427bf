package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.review.ReviewRow;
import javafx.scene.control.Label;

/** Dresses a label as the status badge of an invoice. */
final class Badges {
    private Badges() {}

    static void show(Label badge, ReviewRow row, InvoiceWords words) {
        InvoiceStatus status = row.status(words.today());
        badge.setText(words.status(status));
        badge.setMinWidth(Label.USE_PREF_SIZE);
        badge.getStyleClass().setAll("label", "badge", "badge-" + EnumKey.of(status));
    }
}
