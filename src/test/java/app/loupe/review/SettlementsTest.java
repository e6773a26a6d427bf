package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;

/** How often all items of a connection are read to tell a gain by exchange rates from a loss. */
class SettlementsTest {
    private static final String ACME = "aaaa1111";
    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);

    private final FakeReader copy = new FakeReader();
    private final AtomicInteger readings = new AtomicInteger();
    private final Settlements settlements = new Settlements(counted());

    private InvoiceReader counted() {
        return (InvoiceReader) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {InvoiceReader.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("owedItems")) {
                        readings.incrementAndGet();
                    }
                    try {
                        return method.invoke(copy, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Invoice bill(long id, long entry) {
        Invoice bill = Invoices.invoice(id, "BILL/" + id, MoveType.VENDOR_BILL, MoveState.POSTED, new Ref(9, "Wood"),
                "20",
                "0", new Ref(2, "USD"), List.of());
        copy.put(ACME, bill);
        copy.putPayment(ACME, id, new Payment(DAY, new BigDecimal("1.00"), "Exchange", "EXCH/" + entry, entry, true));
        return bill;
    }

    private void booked(long entry, String balance) {
        copy.putOwed(ACME,
                new OwedItem(entry + 1000, 0, new OwedItem.Entry(entry, null, "EXCH/" + entry, "Exchange", ""),
                        true, new Ref(1, "My Company"), new Ref(9, "Wood"), new Ref(2, "USD"),
                        new OwedItem.Dates(DAY, null, null),
                        BigDecimal.ZERO, BigDecimal.ZERO,
                        new OwedItem.Booked(null, new BigDecimal(balance), BigDecimal.ZERO),
                        List.of()));
    }

    private Settlement.Kind kind(Invoice bill) throws ProblemException {
        return settlements.of(new InvoiceKey(new ConnectionId(ACME), bill.id()), bill).getFirst().kind();
    }

    @Test
    void allAreReadOnceForAnyNumberOfInvoices() throws ProblemException {
        booked(905, "1.00");
        booked(906, "-1.00");

        assertThat(kind(bill(1, 905))).isEqualTo(Settlement.Kind.EXCHANGE_GAIN);
        assertThat(kind(bill(2, 906))).isEqualTo(Settlement.Kind.EXCHANGE_LOSS);
        assertThat(readings).hasValue(1);
    }

    @Test
    void oneThatCameMeanwhileIsFoundAndOneThatIsNotThereIsLookedForOnce() throws ProblemException {
        booked(905, "1.00");
        Invoice missing = bill(3, 907);
        assertThat(kind(missing)).isEqualTo(Settlement.Kind.EXCHANGE_DIFFERENCE);
        assertThat(kind(missing)).isEqualTo(Settlement.Kind.EXCHANGE_DIFFERENCE);
        assertThat(readings).hasValue(1);

        booked(906, "-1.00");

        assertThat(kind(bill(2, 906))).isEqualTo(Settlement.Kind.EXCHANGE_LOSS);
        assertThat(readings).hasValue(2);
    }
}
