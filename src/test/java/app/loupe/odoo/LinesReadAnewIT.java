package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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

    private static boolean isReadOfLines(Good good) {
        return good.body().contains("\"price_unit\"");
    }
}
