package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveType;
import app.loupe.export.DueWords;
import app.loupe.export.SearchText;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.ReviewRow;
import app.loupe.text.DateText;
import app.loupe.text.DocumentNumber;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.Optional;

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

    /** The number of a document, or what it is called without one. */
    String number(InvoiceRow row) {
        return DocumentNumber.of(row.number(), row.state(), wording.texts());
    }

    String status(InvoiceStatus status, MoveType type) {
        return get("status." + status.key(type));
    }

    /** A status of whatever documents. */
    String status(InvoiceStatus status) {
        return get("status." + EnumKey.of(status));
    }

    /**
     * Why something is still due of what is in payment or blocked, and in which figures it counts as overdue although its status does
     * not say so: for the vendor's side not in the overview, whose card is of customers. Empty for all others, and for refunds, which
     * nobody is late with.
     */
    Optional<String> whyDue(ReviewRow row) {
        InvoiceStatus status = row.status(today());
        MoveType type = row.row().type();
        boolean isHalted = status == InvoiceStatus.IN_PAYMENT || status == InvoiceStatus.BLOCKED;
        return isHalted && !type.isRefund() && row.signedDue().signum() != 0
                ? Optional.of(get((type.isSale() ? "why-due." : "why-due.purchase.") + EnumKey.of(status)))
                : Optional.empty();
    }

    /** The heading of a column. */
    String column(InvoiceOrder.Column column) {
        return get("column." + EnumKey.of(column));
    }

    String type(MoveType type) {
        return get("type." + EnumKey.of(type));
    }
}
