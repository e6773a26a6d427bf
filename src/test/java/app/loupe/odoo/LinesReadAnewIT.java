package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Fault.Good;
import testkit.SpoiltRows;

/** Lines of which one came without its fields are asked for in the other way, and none of them counts twice. */
class LinesReadAnewIT extends TimelessGateway {
    @Test
    void linesThatCameBeforeABrokenOneAreThereOnce() throws Exception {
        var spoilt = new AtomicInteger();
        try (var source = open()) {
            odoo.onTheWay(good -> isReadOfLines(good) && spoilt.getAndIncrement() == 0
                    ? SpoiltRows.ID_ONLY.of(good, null).orElseThrow()
                    : good);

            Invoice invoice = source.invoices(List.of(1L)).records().getFirst();

            assertThat(spoilt.get()).as("asked again").isEqualTo(2);
            assertThat(invoice.lines()).hasSizeGreaterThan(1).extracting(MoveLine::id)
                    .containsExactlyInAnyOrderElementsOf(odoo.books().lines(1));
        }
    }

    /** It spoils its own invoice; the question what changed in all others is answered. */
    @ParameterizedTest
    @ValueSource(strings = {"to_approve", ""})
    void aLineOfAnUnknownStateSpoilsNoAnswerAboutOthers(String state) throws Exception {
        Instant later = Instant.parse("2026-03-02T00:00:00Z");
        odoo.books().clock(later);
        odoo.books().addInvoice(2, 10, "Azure Interior", "2026-01-16", 100);
        long odd = odoo.books().lines(1).getFirst();
        odoo.books().touch("account.move.line", odd);
        odoo.books().setBehindItsBack("account.move.line", odd, "parent_state", state.isEmpty() ? false : state);
        try (var source = open()) {
            assertThat(source.lineChanges(later, null).written()).containsExactlyInAnyOrder(1L, 2L);
            assertThat(source.lineChanges(later.plusMillis(700), null).written()).as("whole seconds")
                    .containsExactlyInAnyOrder(1L, 2L);
        }
    }

    private static boolean isReadOfLines(Good good) {
        return good.body().contains("\"price_unit\"");
    }
}
