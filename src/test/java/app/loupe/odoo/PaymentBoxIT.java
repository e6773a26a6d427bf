package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment box that this user may not see says nothing; an empty one says that nothing was paid. */
class PaymentBoxIT extends TimelessGateway {
    @Test
    void aBoxThatMayNotBeSeenIsNoEmptyOne() throws Exception {
        try (var source = open()) {
            assertThat(source.payments(List.of(1L))).containsOnlyKeys(1L);
        }
        odoo.books().dropField("account.move", "invoice_payments_widget");

        try (var source = open()) {
            assertThat(source.payments(List.of(1L))).isEmpty();
            assertThat(source.notices()).containsExactly(
                    Problem.of(ProblemCode.FIELD_DROPPED, "account.move", "invoice_payments_widget"));
        }
    }
}
