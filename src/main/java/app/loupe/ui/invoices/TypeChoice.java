package app.loupe.ui.invoices;

import app.loupe.domain.MoveType;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The chips for kinds of documents: what an owner thinks of as one kind may be two of Odoo's. */
enum TypeChoice {
    CUSTOMER_INVOICES,
    VENDOR_BILLS,
    CREDIT_NOTES,
    RECEIPTS;

    /** The kinds of documents that it shows. */
    Set<MoveType> types() {
        return switch (this) {
            case CUSTOMER_INVOICES -> Set.of(MoveType.CUSTOMER_INVOICE);
            case VENDOR_BILLS -> Set.of(MoveType.VENDOR_BILL);
            case CREDIT_NOTES -> Set.of(MoveType.CREDIT_NOTE, MoveType.VENDOR_REFUND);
            case RECEIPTS -> Set.of(MoveType.SALES_RECEIPT, MoveType.PURCHASE_RECEIPT);
        };
    }

    boolean covers(MoveType type) {
        return types().contains(type);
    }

    static Set<MoveType> typesOf(Collection<TypeChoice> choices) {
        return choices.stream().flatMap(choice -> choice.types().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
