package app.loupe.store;

import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import java.util.Collection;
import java.util.Objects;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads a few values of the receivable and payable items of one connection: of those that count in a balance, and of
 * those that do not, but were reconciled. {@link OwedRows} are those that count.
 */
final class ItemRows {
    /** Not "is null": H2 would use its index for that and walk all items of all entries. */
    private static final String NO_INVOICE = " and coalesce(l.invoiceId, 0) = 0";
    private static final String ITEMS = ItemRow.SELECT + """

            from LineEntity l
            left join InvoiceEntity i on i.connectionId = l.connectionId and i.id = l.invoiceId
            where l.connectionId = :c and l.kind in (:kinds) and (l.partials <> '' or %1$s)"""
            .formatted(ItemRow.COUNTS);

    private final StatelessSession session;
    private final String connection;

    ItemRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Gives all of them, from the columns where they are kept. */
    void each(Consumer<ItemRow> consumer) {
        Consumer<@Nullable Object[]> give = values -> consumer.accept(new ItemRow(values));
        var segments = new ColumnSegments(session, connection);
        Optional<Set<Long>> invoices = segments.each(ColumnKind.INVOICE_ITEMS, give);
        if (invoices.isPresent()) {
            ofInvoices(invoices.get(), give);
            segments.each(ColumnKind.ENTRIES, give).ifPresent(changed -> entries(changed, give));
        } else {
            inParts("", give);
        }
    }

    /** Gives those of these invoices and with these ids, an item that is both twice. */
    void each(Set<Long> invoices, Set<Long> ids, Consumer<ItemRow> consumer) {
        Consumer<@Nullable Object[]> give = values -> consumer.accept(new ItemRow(values));
        ofInvoices(invoices, give);
        some(ids, "", give);
    }

    /** Gives the values of the items of these invoices, from the tables. */
    void ofInvoices(Collection<Long> invoices, Consumer<@Nullable Object[]> consumer) {
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            give(query(" and l.invoiceId in (:some)").setParameter("some", chunk), consumer);
        }
    }

    /** The same of the items of invoices from one id to another. */
    void between(long first, long last, Consumer<@Nullable Object[]> consumer) {
        give(query(" and l.invoiceId >= :first and l.invoiceId <= :last").setParameter("first", first)
                .setParameter("last", last), consumer);
    }

    /** The same of all items that belong to no invoice. */
    void entries(Consumer<@Nullable Object[]> consumer) {
        inParts(NO_INVOICE, consumer);
    }

    /** The same of those among them that have these ids. */
    void entries(Collection<Long> ids, Consumer<@Nullable Object[]> consumer) {
        some(ids, NO_INVOICE, consumer);
    }

    private void some(Collection<Long> ids, String condition, Consumer<@Nullable Object[]> consumer) {
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            give(query(" and l.id in (:some)" + condition).setParameter("some", chunk), consumer);
        }
    }

    private SelectionQuery<Object[]> query(String condition) {
        return session.createSelectionQuery(ITEMS + condition, Object[].class)
                .setParameter("c", connection).setParameter("kinds", LineMapper.ITEMS)
                .setParameter("term", LineKind.PAYMENT_TERM.name())
                .setParameter("posted", MoveState.POSTED.name())
                .setParameter("present", Presence.PRESENT.name());
    }

    private static void give(SelectionQuery<Object[]> query, Consumer<@Nullable Object[]> consumer) {
        query.list().forEach(row -> consumer.accept(ItemRow.asKept(row)));
    }

    private void inParts(String condition, Consumer<@Nullable Object[]> consumer) {
        InParts.each("l.id", row -> (Long) Objects.requireNonNull(row[ItemRow.ID]), next -> query(condition + next),
                InParts.ROWS, row -> consumer.accept(ItemRow.asKept(row)));
    }
}
