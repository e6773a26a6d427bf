package app.loupe.store;

import app.loupe.domain.Counterpart;
import app.loupe.domain.NameKind;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads the receivable and payable items of one connection, few columns of them: every invoice has one. */
final class ReconciledRows {
    private final StatelessSession session;
    private final String connection;

    ReconciledRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Gives every one that was reconciled. */
    void each(Consumer<ReconciledItem> visitor) {
        InParts.each("l.id", row -> (Long) row[0], this::reconciled, InParts.ROWS,
                row -> visitor.accept(new ReconciledItem((Long) row[0], idOf(row[1]), idOf(row[2]),
                        Decimals.sensible((BigDecimal) row[3]).subtract(Decimals.sensible((BigDecimal) row[4])),
                        LineMapper.ids((String) row[5]))));
    }

    private SelectionQuery<Object[]> reconciled(String condition) {
        return session.createSelectionQuery("""
                select l.id, l.invoiceId, l.currencyId, l.amountCurrency, l.amountResidualCurrency, l.partials
                from LineEntity l
                where l.connectionId = :c and l.kind in (:kinds) and l.partials <> ''""" + condition, Object[].class)
                .setParameter("c", connection).setParameter("kinds", LineMapper.ITEMS);
    }

    private static long idOf(@Nullable Object id) {
        return id == null ? 0 : (Long) id;
    }

    /** What a payment box says of these; of an invoice's item what the invoice says. */
    Map<Long, Counterpart> counterparts(Collection<Long> items) {
        var found = new HashMap<Long, Counterpart>();
        Names names = Names.few(session, connection);
        for (List<Long> chunk : CopyTransaction.chunks(items)) {
            session.createSelectionQuery("""
                    select l.id, l.accountingDate, l.moveId, coalesce(i.name, l.moveName),
                      coalesce(i.journalId, l.journalId), coalesce(i.ref, l.moveReference),
                      l.balance
                    from LineEntity l
                    left join InvoiceEntity i on i.connectionId = l.connectionId and i.id = l.invoiceId
                    where l.connectionId = :c and l.id in (:ids)""", Object[].class)
                    .setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> found.put((Long) row[0], new Counterpart((LocalDate) row[1],
                            new Ref((Long) row[2], (String) row[3]), names.name(NameKind.JOURNAL, (Long) row[4]),
                            (String) row[5], Decimals.sensible((BigDecimal) row[6]))));
        }
        return found;
    }
}
