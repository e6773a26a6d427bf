package app.loupe.domain;

import java.util.Arrays;
import java.util.Optional;

/** Odoo's {@code payment_state}; means nothing while the move is a draft (19 keeps "paid" there). */
public enum PaymentState {
    NOT_PAID("not_paid"),
    IN_PAYMENT("in_payment"),
    PAID("paid"),
    PARTIAL("partial"),
    REVERSED("reversed"),
    BLOCKED(
            "blocked"),
    LEGACY("invoicing_legacy");

    private final String odoo;

    PaymentState(String odoo) {
        this.odoo = odoo;
    }

    /** Odoo's own word. */
    public String odoo() {
        return odoo;
    }

    /** The payment state of Odoo's word. */
    public static Optional<PaymentState> ofOdoo(String word) {
        return Arrays.stream(values()).filter(state -> state.odoo.equals(word)).findFirst();
    }
}
