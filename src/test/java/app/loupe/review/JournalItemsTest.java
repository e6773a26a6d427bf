package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.Money;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import app.loupe.sample.SampleCompany;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.EntryLines;
import testkit.FakeInvoices;

class JournalItemsTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private Invoice dollars() {
        InvoiceKey key = copy.add("INV/1", "Ready Mat", "2026-11-01", "2026-12-01", "1000.11", "1000.11", "USD");
        copy.lines("INV/1", EntryLines.of(copy.row("INV/1")));
        return copy.invoice(key).orElseThrow();
    }

    @Test
    void everyDocumentOfTheSampleBalancesInTheCompanysCurrency() throws ProblemException {
        try (var sample = new SampleCompany(FakeInvoices.TODAY, new CancelToken())) {
            List<Long> ids = sample.list(RecordKind.INVOICE, null, 0, 1_000).stream().map(Stamp::id).toList();
            List<Invoice> invoices = sample.invoices(ids).records();

            assertThat(invoices).hasSizeGreaterThan(900);
            assertThat(invoices).allSatisfy(invoice -> {
                JournalItems items = JournalItems.of(invoice);
                assertThat(items.isBalanced()).as(invoice.number()).isTrue();
                assertThat(items.debit().signum()).isPositive();
                assertThat(items.debit().currency()).isEqualTo("EUR");
                assertThat(items.items()).noneMatch(item -> item.kind().isText());
            });
        }
    }

    @Test
    void debitAndCreditAreTheCompanysWhateverTheDocumentIsIn() {
        JournalItems items = JournalItems.of(dollars());

        var half = new Money(new BigDecimal("500.06"), "EUR");
        assertThat(items.debit()).isEqualTo(half);
        assertThat(items.credit()).isEqualTo(half);
        assertThat(items.items()).extracting(MoveLine::kind).containsExactly(LineKind.PRODUCT, LineKind.TAX,
                LineKind.PAYMENT_TERM, LineKind.PAYMENT_TERM);
    }

    @Test
    void anItemThatIsMissingIsNoticed() {
        Invoice invoice = dollars();
        var less = invoice.lines().stream().filter(line -> line.kind() != LineKind.TAX).toList();

        assertThat(JournalItems.of(invoice.withLines(less)).isBalanced()).isFalse();
    }
}
