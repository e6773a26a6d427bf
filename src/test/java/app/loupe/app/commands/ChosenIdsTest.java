package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.review.RowList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FakeRows;

class ChosenIdsTest {
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");

    @Test
    void eachIdLeadsToItsRowAndOthersToNone() {
        FakeInvoices copy = FakeInvoices.empty();
        for (int i = 0; i < 5; i++) {
            copy.add("INV/" + i, "Azure", "2026-01-0" + (5 - i), "2026-02-01", "1", "1", "EUR");
        }
        List<InvoiceRow> read = copy.rows(Set.of(FakeInvoices.ACME)).reversed();
        RowList rows = FakeRows.listed(read);

        ChosenIds ids = ChosenIds.of(rows, FakeInvoices.ACME);

        assertThat(ids).containsExactlyElementsOf(read.stream().map(row -> row.key().id()).sorted().toList())
                .allSatisfy(id -> assertThat(rows.key(ids.place(id).orElseThrow()).id()).isEqualTo(id));
        assertThat(ids.contains(ids.iterator().next())).isTrue();
        assertThat(ids.contains(-1L)).isFalse();
        assertThat(ids.place(-1)).isEmpty();
        assertThat(ChosenIds.of(rows, OTHER)).isEmpty();
    }
}
