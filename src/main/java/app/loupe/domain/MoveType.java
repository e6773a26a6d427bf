package app.loupe.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Odoo's {@code move_type}, without {@code entry}: the documents that Loupe keeps. */
public enum MoveType {
    CUSTOMER_INVOICE("out_invoice", true, false),
    CREDIT_NOTE("out_refund", true, true),
    VENDOR_BILL("in_invoice", false, false),
    VENDOR_REFUND("in_refund", false, true),
    SALES_RECEIPT("out_receipt", true, false),
    PURCHASE_RECEIPT("in_receipt", false, false);

    private final String odoo;
    private final boolean sale;
    private final boolean refund;

    MoveType(String odoo, boolean sale, boolean refund) {
        this.odoo = odoo;
        this.sale = sale;
        this.refund = refund;
    }

    /** Odoo's own word. */
    public String odoo() {
        return odoo;
    }

    /** Whether a customer is on the other side. */
    public boolean isSale() {
        return sale;
    }

    /** Whether it gives money back and so lowers totals. */
    public boolean isRefund() {
        return refund;
    }

    /** An unsigned amount or quantity of such a document as it counts: negative when the document gives money back. */
    public BigDecimal signed(BigDecimal amount) {
        return refund ? amount.negate() : amount;
    }

    /** What a journal item of such a document comes to, seen as the document prints it: positive for an ordinary tax. */
    public BigDecimal printed(BigDecimal balance) {
        // money that comes in is booked as a credit, which Odoo writes negative
        return sale == refund ? balance : balance.negate();
    }

    /** All of Odoo's words, for the domain of a request. */
    public static List<String> odooValues() {
        return Arrays.stream(values()).map(MoveType::odoo).toList();
    }

    /** The type of Odoo's word; empty for {@code entry} and words of later versions. */
    public static Optional<MoveType> ofOdoo(String word) {
        return Arrays.stream(values()).filter(type -> type.odoo.equals(word)).findFirst();
    }
}
