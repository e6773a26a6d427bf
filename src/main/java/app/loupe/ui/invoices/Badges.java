package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.review.ReviewRow;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;

/** Dresses a label as the status badge of an invoice. */
final class Badges {
    private Badges() {}

    static void show(Label badge, ReviewRow row, InvoiceWords words) {
        InvoiceStatus status = row.status(words.today());
        badge.setText(words.status(status, row.row().type()));
        badge.setMinWidth(Label.USE_PREF_SIZE);
        badge.getStyleClass().setAll("label", "badge", "badge-" + EnumKey.of(status));
    }

    /** The same with a sign in the place of the words; a screen reader still says these. */
    static void showSign(Label badge, ReviewRow row, InvoiceWords words) {
        show(badge, row, words);
        badge.setAccessibleText(badge.getText());
        badge.setText(sign(row.status(words.today())));
    }

    /** All signs. */
    static List<String> signs() {
        return Arrays.stream(InvoiceStatus.values()).map(Badges::sign).toList();
    }

    /**
     * One for each, so that nobody has to tell them by their colours; the font of the window has all. None is the sign of a cut
     * text: nobody could tell whether there was no room for the state.
     */
    private static String sign(InvoiceStatus status) {
        return switch (status) {
            case DRAFT -> "\u25c7";
            case CANCELLED -> "\u00d7";
            case UNPAID -> "\u25cb";
            case OVERDUE -> "!";
            case PARTLY_PAID -> "\u00bd";
            case IN_PAYMENT -> "\u2192";
            case PAID -> "\u25cf";
            case REVERSED -> "\u21a9";
            case BLOCKED -> "\u2016";
            case LEGACY -> "\u00b7";
            case REMOVED_IN_ODOO -> "\u2298";
            case NO_LONGER_ACCESSIBLE -> "?";
        };
    }
}
