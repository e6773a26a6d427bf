package app.loupe.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a journal item is, the same for every version: Odoo's {@code display_type} of 16 and later (14 and 15 have it for
 * texts only). The names are stored.
 */
public enum LineKind {
    PRODUCT("product"),
    SECTION("line_section"),
    SUBSECTION("line_subsection"),
    NOTE("line_note"),
    TAX("tax"),
    /** What an invoice asks for, one for each instalment. */
    PAYMENT_TERM("payment_term"),
    ROUNDING("rounding"),
    /** The part of a discount that is booked to an account of its own. */
    DISCOUNT("discount"),
    /** What a discount for early payment does to the base of a tax. */
    EARLY_PAYMENT("epd"),
    COST_OF_GOODS("cogs"),
    NON_DEDUCTIBLE("non_deductible_product"),
    NON_DEDUCTIBLE_TOTAL("non_deductible_product_total"),
    NON_DEDUCTIBLE_TAX("non_deductible_tax"),
    /** An item of another entry that a customer owes or has paid: of a payment, an opening balance. */
    RECEIVABLE("asset_receivable"),
    /** The same of a vendor. */
    PAYABLE("liability_payable"),
    /** A word of a later version, or an item of 14 or 15 that its flags do not tell. */
    OTHER("other");

    private final String odoo;

    LineKind(String odoo) {
        this.odoo = odoo;
    }

    /** Odoo's own word; for an item of another entry the type of its account, because nothing else tells the kind. */
    public String odoo() {
        return odoo;
    }

    /** The kind of Odoo's {@code display_type}; empty for words of later versions. */
    public static Optional<LineKind> ofOdoo(String word) {
        return Arrays.stream(values()).filter(kind -> kind.isDisplayType() && kind.odoo.equals(word)).findFirst();
    }

    private boolean isDisplayType() {
        return this != OTHER && this != RECEIVABLE && this != PAYABLE;
    }

    /**
     * The kind of an item of another entry: by Odoo's {@code account_type} of 16 and later, or
     * {@code account_internal_type} of 14 and 15; empty when the account is neither receivable nor payable.
     */
    public static Optional<LineKind> ofAccount(String type) {
        return switch (type) {
            case "asset_receivable", "receivable" -> Optional.of(RECEIVABLE);
            case "liability_payable", "payable" -> Optional.of(PAYABLE);
            default -> Optional.empty();
        };
    }

    /** Whether it is owed or paid, and therefore reconciled: an instalment of an invoice, or an item of another entry. */
    public boolean isOwed() {
        return this == PAYMENT_TERM || this == RECEIVABLE || this == PAYABLE;
    }

    /** All kinds that are owed. */
    public static List<LineKind> owed() {
        return Arrays.stream(values()).filter(LineKind::isOwed).toList();
    }

    /** Whether it is only text and books nothing. */
    public boolean isText() {
        return this == SECTION || this == SUBSECTION || this == NOTE;
    }

    /** Whether Odoo prints it among the invoice lines. */
    public boolean isPrinted() {
        return this == PRODUCT || isText();
    }
}
