package app.loupe.domain;

import java.util.Arrays;
import java.util.Optional;

/** Odoo's {@code state} of a move. */
public enum MoveState {
    DRAFT("draft"),
    POSTED("posted"),
    CANCELLED("cancel");

    private final String odoo;

    MoveState(String odoo) {
        this.odoo = odoo;
    }

    /** Odoo's own word. */
    public String odoo() {
        return odoo;
    }

    /** The state of Odoo's word. */
    public static Optional<MoveState> ofOdoo(String word) {
        return Arrays.stream(values()).filter(state -> state.odoo.equals(word)).findFirst();
    }
}
