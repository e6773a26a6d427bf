package testkit;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Payment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Payments by their invoice, as fakes keep them. */
public final class KeyedPayments {
    private KeyedPayments() {}

    /** Those of these invoices of one connection. */
    public static Map<Long, List<Payment>> of(Map<InvoiceKey, List<Payment>> all, ConnectionId connection,
            Set<Long> invoices) {
        return invoices.stream().collect(Collectors.toMap(id -> id,
                id -> all.getOrDefault(new InvoiceKey(connection, id), List.of())));
    }
}
