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
import org.jspecify.annotations.Nullable;

/** Reads a few columns of the receivable and payable items of one connection; every invoice has such an item. */
final class ReconciledRows {
    private final StatelessSession session;
    private final String connection;

    ReconciledRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Gives every one that was reconciled, whether it counts in a balance or not. */
    void each(Consumer<ReconciledItem> visitor) {
        new ItemRows(session, connection).each(row -> {
            List<Long> partials = row.partials();
            if (!partials.isEmpty()) {
                visitor.accept(new ReconciledItem(row.id(), row.invoice(), idOf(row.currency()),
                        row.amount().subtract(row.open()), partials));
            }
        });
    }

    private static BigDecimal amount(@Nullable Object value) {
        return Decimals.sensible((BigDecimal) Objects.requireNonNull(value));
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
        new ColumnSegments(session, connection).some(ColumnKind.ENTRIES, items, values -> {
            var row = new ItemRow(values);
            found.put(row.id(), counterpart(names, row.date(), row.move(), row.number(), row.journal(),
                    row.reference(), row.balance()));
        });
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
                amount(balance));
    }
}
