package app.loupe.store;

import app.loupe.domain.NameKind;
import app.loupe.domain.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** Reads the payments of some invoices of one connection, within one transaction. */
record PaymentRows(StatelessSession session, String connection) {
    private static final Comparator<PaymentEntity> OLDEST_FIRST = Comparator
            .<PaymentEntity, LocalDate>comparing(row -> row.paymentDate,
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(row -> row.position);

    /** The payments of these invoices, oldest first, with the decimals of their invoice's currency. */
    Map<Long, List<Payment>> of(List<Long> invoices) {
        var rows = new ArrayList<>(session.createSelectionQuery(
                "from PaymentEntity p where p.connectionId = :c and p.invoiceId in (:ids)", PaymentEntity.class)
                .setParameter("c", connection).setParameter("ids", invoices).list());
        rows.sort(OLDEST_FIRST);
        Map<Long, String> currencies = currencies(rows.stream().map(row -> row.invoiceId).distinct().toList());
        var decimals = new Decimals();
        var payments = new HashMap<Long, List<Payment>>();
        rows.forEach(row -> payments.computeIfAbsent(row.invoiceId, any -> new ArrayList<>())
                .add(PaymentMapper.payment(row, currencies.getOrDefault(row.invoiceId, ""), decimals)));
        return payments;
    }

    private Map<Long, String> currencies(List<Long> invoices) {
        var names = Names.few(session, connection);
        var currencies = new HashMap<Long, String>();
        if (!invoices.isEmpty()) {
            session.createSelectionQuery("select i.id, i.currencyId from InvoiceEntity i where i.connectionId = :c "
                    + "and i.id in (:ids)", Object[].class).setParameter("c", connection).setParameter("ids", invoices)
                    .list().forEach(row -> currencies.put((Long) row[0], names.name(NameKind.CURRENCY, (Long) row[1])));
        }
        return currencies;
    }
}
