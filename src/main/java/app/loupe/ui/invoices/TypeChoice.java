package app.loupe.ui.invoices;

import app.loupe.domain.MoveType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The chips for kinds of documents: what an owner thinks of as one kind may be two of Odoo's. */
enum TypeChoice {
    CUSTOMER_INVOICES(EnumSet.of(MoveType.CUSTOMER_INVOICE)), VENDOR_BILLS(
            EnumSet.of(MoveType.VENDOR_BILL)), CREDIT_NOTES(
                    EnumSet.of(MoveType.CREDIT_NOTE, MoveType.VENDOR_REFUND)), RECEIPTS(
                            EnumSet.of(MoveType.SALES_RECEIPT, MoveType.PURCHASE_RECEIPT));

    private final Set<MoveType> types;

    TypeChoice(Set<MoveType> types) {
        this.types = Set.copyOf(types);
    }

    static Set<MoveType> typesOf(Collection<TypeChoice> choices) {
        return choices.stream().flatMap(choice -> choice.types.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
