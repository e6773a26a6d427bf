package app.loupe.domain;

import java.util.Arrays;
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
    PAYMENT_TERM("payment_term"),
    ROUNDING("rounding"),
    /** The part of a discount that an account of its own takes. */
    DISCOUNT("discount"),
    /** What a discount for early payment does to the base of a tax. */
    EARLY_PAYMENT("epd"),
    COST_OF_GOODS("cogs"),
    NON_DEDUCTIBLE("non_deductible_product"),
    NON_DEDUCTIBLE_TOTAL("non_deductible_product_total"),
    NON_DEDUCTIBLE_TAX("non_deductible_tax"),
    /** A word of a later version, or an item of 14 or 15 that its flags do not tell. */
    OTHER("other");

    private final String odoo;

    LineKind(String odoo) {
        this.odoo = odoo;
    }

    /** Odoo's own word. */
    public String odoo() {
        return odoo;
    }

    /** The kind of Odoo's word; empty for words of later versions. */
    public static Optional<LineKind> ofOdoo(String word) {
        return Arrays.stream(values()).filter(kind -> kind != OTHER && kind.odoo.equals(word)).findFirst();
    }

    /** Whether Odoo prints it among the invoice lines. */
    public boolean isPrinted() {
        return this == PRODUCT || this == SECTION || this == SUBSECTION || this == NOTE;
    }
}
