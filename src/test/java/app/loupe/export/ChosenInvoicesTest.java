package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.Books;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.Profiles;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;

/** More chosen invoices than are held at a time come in the order of the list, each once. */
class ChosenInvoicesTest {
    private static final List<ConnectionId> CONNECTIONS = List.of(new ConnectionId("aaaa1111"),
            new ConnectionId("bbbb2222"), new ConnectionId("cccc3333"));

    private final FakeReader reader = new FakeReader();

    private List<InvoiceRow> mixed(int invoices) throws ProblemException {
        for (int i = 0; i < invoices; i++) {
            reader.put(CONNECTIONS.get(i % CONNECTIONS.size()).value(),
                    Invoices.posted(i / CONNECTIONS.size() + 1, "INV/" + i, "Azure", "10", "0"));
        }
        // neither by connection nor by id
        return reader.rows(Set.copyOf(CONNECTIONS)).stream()
                .sorted(Comparator.comparing((InvoiceRow row) -> new StringBuilder(row.number()).reverse().toString()))
                .toList();
    }

    private static InvoiceRow gone(InvoiceRow row, long id) {
        return new InvoiceRow(new InvoiceKey(row.key().connection(), id), row.number(), row.type(), row.state(),
                row.paymentState(), row.partner(), row.invoiceDate(), row.dueDate(), row.amounts(), row.booking(),
                row.otherInfo(), row.presence());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "499, 0", "500, 0", "501, 0", "1000, 0", "1001, 0", "1501, 3"})
    void theyKeepTheirOrderAndTheirConnections(int invoices, int gone) throws ProblemException {
        List<InvoiceRow> rows = new ArrayList<>(mixed(invoices));
        List<InvoiceKey> expected = rows.stream().map(InvoiceRow::key).toList();
        InvoiceRow like = rows.getFirst();
        IntStream.range(0, gone).forEach(i -> rows.add(i * 500, gone(like, 90_000 + i)));
        var chosen = new ChosenInvoices(reader, new InvoiceSelection(
                new ReadTogether(CONNECTIONS.stream().map(Profiles::of).toList(), List.of()),
                Books.of(rows).list(IntStream.range(0, rows.size()).toArray()), List.of()), LineChoice.NONE);
        var written = new ArrayList<InvoiceKey>();

        chosen.each((connection, row, invoice) -> {
            assertThat(row.key()).isEqualTo(new InvoiceKey(connection.id(), invoice.id()));
            assertThat(invoice.name()).isEqualTo(row.number());
            written.add(row.key());
        });

        assertThat(written).isEqualTo(expected);
        assertThat(chosen.missing()).isEqualTo(gone);
    }
}
