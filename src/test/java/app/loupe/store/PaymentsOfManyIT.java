package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Payment;
import app.loupe.review.Settlement;
import app.loupe.review.Settlements;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** What settled many invoices is what settled each, read together. */
class PaymentsOfManyIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final int INVOICES = 1_300;

    @TempDir
    private Path folder;

    private OpenStore open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenStore(folder).knowing(SHOP, OTHER);
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, INVOICES, 1));
        open.copies().saveInvoices(OTHER, StoreRecords.invoices(1, 10, 1));
        Map<Long, List<Payment>> payments = new HashMap<>();
        for (long id = 2; id <= INVOICES; id += 2) {
            // the server's order is not that of the days; one part is another invoice of the copy
            payments.put(id, List.of(part(LocalDate.of(2026, 5, 2), "3.00", 9_000 + id), part(null, "1.00", id - 1),
                    part(LocalDate.of(2026, 5, 1), "2.00", 9_001 + id), part(LocalDate.of(2026, 5, 2), "4.00", 1)));
        }
        open.copies().savePayments(SHOP, payments);
        open.copies().savePayments(OTHER, Map.of(2L, List.of(part(null, "9.00", 1))));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static Payment part(@Nullable LocalDate day, String amount, long move) {
        return new Payment(day, new BigDecimal(amount), "Bank", "PBNK/" + move, move, false);
    }

    private static Set<Long> everyThird() {
        return LongStream.rangeClosed(1, INVOICES + 50).filter(id -> id % 3 == 0).boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<Long, List<Settlement>> together(Set<Long> ids) throws Exception {
        var found = new LinkedHashMap<Long, List<Settlement>>();
        new Settlements(open.store.reader()).each(SHOP, ids, (invoice, parts) -> found.put(invoice.id(), parts));
        return found;
    }

    @Test
    void theyAreThoseOfEachInTheOrderOfTheIds() throws Exception {
        var expected = new LinkedHashMap<Long, List<Settlement>>();
        for (long id : everyThird().stream().sorted().toList()) {
            var key = new InvoiceKey(SHOP, id);
            Invoice invoice = open.store.reader().invoice(key).orElse(null);
            if (invoice != null) {
                expected.put(id, new Settlements(open.store.reader()).of(key, invoice));
            }
        }

        Map<Long, List<Settlement>> found = together(everyThird());

        assertThat(found).hasSize(INVOICES / 3).isEqualTo(expected);
        assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(found.get(6L)).extracting(one -> one.payment().amount().toPlainString())
                .containsExactly("2.00", "3.00", "4.00", "1.00");
        assertThat(found.get(6L)).last().extracting(Settlement::kind).isEqualTo(Settlement.Kind.SET_OFF);
    }

    @Test
    void theyCostFewQuestions() throws Exception {
        open.forgetStatements();

        together(everyThird());

        assertThat(open.sent("select")).isPositive().isLessThan(60);
    }

    @Test
    void noneAndUnknownOnesHaveNone() throws Exception {
        assertThat(together(Set.of())).isEmpty();
        assertThat(together(Set.of(99_999L))).isEmpty();
        var all = new ArrayList<Payment>();
        open.store.reader().payments(SHOP, Set.of(3L, 99_999L)).values().forEach(all::addAll);
        assertThat(all).isEmpty();
    }
}
