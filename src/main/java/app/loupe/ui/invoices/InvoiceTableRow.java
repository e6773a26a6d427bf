package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.review.ReviewRow;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/** One row; what no longer counts (cancelled, removed in Odoo) is muted. */
final class InvoiceTableRow extends TableRow<ReviewRow> {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    @Override
    protected void updateItem(ReviewRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(GONE, !empty && item != null && isGone(item.row()));
    }

    private static boolean isGone(InvoiceRow row) {
        return row.state() == MoveState.CANCELLED || row.presence() != InvoiceRow.Presence.PRESENT;
    }
}
