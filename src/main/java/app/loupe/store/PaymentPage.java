package app.loupe.store;

import app.loupe.domain.Payment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hibernate.StatelessSession;

/** Saves the payments of a page of invoices; those that are the same as before are not written again. */
final class PaymentPage {
    private final StatelessSession session;
    private final String connection;
    private final CopyTransaction copy;

    PaymentPage(StatelessSession session, String connection, LedgeredSession.Delta delta) {
        this.session = session;
        this.connection = connection;
        this.copy = new CopyTransaction(session, connection, delta);
    }

    /** Returns how many rows were written. */
    int save(Map<Long, List<Payment>> page) {
        Map<Long, List<Long>> before = hashes(page.keySet());
        var replaced = new TreeSet<Long>();
        var rows = new ArrayList<PaymentEntity>();
        var hashing = new ContentHashing();
        page.forEach((invoice, payments) -> {
            var own = new ArrayList<PaymentEntity>();
            for (int i = 0; i < payments.size(); i++) {
                own.add(PaymentMapper.row(connection, invoice, i, payments.get(i), hashing.of(payments.get(i))));
            }
            List<Long> known = before.getOrDefault(invoice, List.of());
            if (!known.equals(own.stream().map(row -> row.rowHash).toList())) {
                rows.addAll(own);
                if (!known.isEmpty()) {
                    replaced.add(invoice);
                }
            }
        });
        copy.remove(CountedRows.PAYMENTS, CopyTransaction.By.INVOICE, replaced);
        copy.add(rows);
        return rows.size();
    }

    /** The hashes of what is stored, in its order. */
    private Map<Long, List<Long>> hashes(Collection<Long> invoices) {
        var hashes = new HashMap<Long, List<Long>>();
        if (copy.isClear(CountedRows.PAYMENTS, CopyTransaction.By.INVOICE, invoices)) {
            return hashes;
        }
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            session.createSelectionQuery("""
                    select p.invoiceId, p.rowHash from PaymentEntity p
                    where p.connectionId = :c and p.invoiceId in (:ids) order by p.invoiceId, p.position""",
                    Object[].class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> hashes.computeIfAbsent((Long) row[0], any -> new ArrayList<>())
                            .add((Long) row[1]));
        }
        return hashes;
    }
}
