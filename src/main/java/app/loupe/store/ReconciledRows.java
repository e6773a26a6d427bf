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
import java.util.Objects;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads a few columns of the receivable and payable items of one connection; every invoice has such an item. */
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

    /**
     * What a payment box shows of these items. For an item of an invoice that comes from the invoice; for items of other
     * entries the columns have everything, in the order of payment.
     */
    Map<Long, Counterpart> counterparts(Collection<Long> items) {
        var found = new HashMap<Long, Counterpart>();
        Names names = Names.few(session, connection);
        new ColumnSegments(session, connection).some(ColumnKind.ENTRIES, items, row -> found.put(idOf(row[0]),
                counterpart(names, row[9], row[15], row[2], row[16], row[17], row[18])));
        for (List<Long> chunk : CopyTransaction.chunks(items.stream().filter(id -> !found.containsKey(id)).toList())) {
            session.createSelectionQuery("""
                    select l.id, l.accountingDate, l.moveId, coalesce(i.name, l.moveName),
                      coalesce(i.journalId, l.journalId), coalesce(i.ref, l.moveReference),
                      l.balance
                    from LineEntity l
                    left join InvoiceEntity i on i.connectionId = l.connectionId and i.id = l.invoiceId
                    where l.connectionId = :c and l.id in (:ids)""", Object[].class)
                    .setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> found.put(idOf(row[0]),
                            counterpart(names, row[1], row[2], row[3], row[4], row[5], row[6])));
        }
        return found;
    }

    private static Counterpart counterpart(Names names, @Nullable Object date, @Nullable Object move,
            @Nullable Object number, @Nullable Object journal, @Nullable Object reference, @Nullable Object balance) {
        return new Counterpart((LocalDate) date, new Ref(idOf(move), (String) Objects.requireNonNull(number)),
                names.name(NameKind.JOURNAL, (Long) journal), (String) Objects.requireNonNull(reference),
                Decimals.sensible((BigDecimal) Objects.requireNonNull(balance)));
    }
}
