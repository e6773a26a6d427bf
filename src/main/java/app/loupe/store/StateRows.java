package app.loupe.store;

import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads what every sync needs of all present invoices and of all items of other entries: the write date of each, which
 * invoices are drafts, and whose payments are to be found. Reads the columns where they are kept.
 */
final class StateRows {
    /** Whether invoice {@code i} has payments, or had some when they were last found. */
    static final String HAS_PAYMENTS = """
            (i.state = 'POSTED' and (i.amountResidual <> i.amountTotal or i.paymentState <> 'NOT_PAID')
              or exists (select 1 from PaymentEntity p where p.connectionId = i.connectionId and p.invoiceId = i.id))""";

    private static final String INVOICES = """
            select i.id, i.writeDate, i.state, i.presence,
              case when i.paymentsAt = i.writeDate then 0 when %s then 1 else 0 end
            from InvoiceEntity i where i.connectionId = :c""".formatted(HAS_PAYMENTS);
    private static final String ITEMS = "select l.id, l.writeDate from LineEntity l where l.connectionId = :c";
    /** Uses the index of all items of all entries, for reading all of them. */
    private static final String OF_NO_INVOICE = " and l.invoiceId is null";
    /** Uses the items' own ids. */
    private static final String WITHOUT_INVOICE = " and coalesce(l.invoiceId, 0) = 0";

    private final StatelessSession session;
    private final String connection;

    StateRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /**
     * The state of a present invoice.
     *
     * @param written Odoo's write date
     */
    record State(long id, Instant written, boolean draft) {}

    /** The values of a present invoice in memory whose payments count as found. */
    static @Nullable Object[] found(InvoiceEntity invoice) {
        return new @Nullable Object[] {invoice.id, moment(invoice.writeDate),
            MoveState.DRAFT.name().equals(invoice.state), false};
    }

    /** The values of an item in memory. */
    static @Nullable Object[] item(LineEntity item) {
        return new @Nullable Object[] {item.id, moment(item.writeDate)};
    }

    /** Gives every present invoice. */
    void eachInvoice(Consumer<State> consumer) {
        Consumer<@Nullable Object[]> give = row -> consumer.accept(new State(id(row), written(row), truth(row[2])));
        new ColumnSegments(session, connection).each(ColumnKind.STATES, give).ifPresentOrElse(
                changed -> some(ColumnKind.STATES, changed, give),
                () -> InParts.each("i.id", row -> id(row), next -> query(INVOICES + next), InParts.ROWS,
                        row -> invoice(row, give)));
    }

    /** The present invoices whose payments are to be found; empty when no columns are kept. */
    Optional<List<Long>> paymentsWanted() {
        var wanted = new ArrayList<Long>();
        Consumer<@Nullable Object[]> give = row -> {
            if (truth(row[3])) {
                wanted.add(id(row));
            }
        };
        return new ColumnSegments(session, connection).each(ColumnKind.STATES, give).map(changed -> {
            some(ColumnKind.STATES, changed, give);
            return wanted;
        });
    }

    /** Gives every item that belongs to no invoice, with Odoo's write date. */
    void eachItem(BiConsumer<Long, Instant> consumer) {
        Consumer<@Nullable Object[]> give = row -> consumer.accept(id(row), written(row));
        new ColumnSegments(session, connection).each(ColumnKind.ITEMS, give).ifPresentOrElse(
                changed -> some(ColumnKind.ITEMS, changed, give), () -> items(give));
    }

    /** Gives the values of the invoices from one id to another. */
    void between(long first, long last, Consumer<@Nullable Object[]> consumer) {
        query(INVOICES + " and i.id >= :first and i.id <= :last").setParameter("first", first)
                .setParameter("last", last).list().forEach(row -> invoice(row, consumer));
    }

    /** Gives the values of all items that belong to no invoice; the index has them, so no rows are read. */
    void items(Consumer<@Nullable Object[]> consumer) {
        items(query(ITEMS + OF_NO_INVOICE), consumer);
    }

    /** Gives the values of the rows of one of the two kinds with these ids. */
    void some(ColumnKind kind, Collection<Long> ids, Consumer<@Nullable Object[]> consumer) {
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            if (kind == ColumnKind.STATES) {
                query(INVOICES + " and i.id in (:ids)").setParameter("ids", chunk).list()
                        .forEach(row -> invoice(row, consumer));
            } else {
                items(query(ITEMS + WITHOUT_INVOICE + " and l.id in (:ids)").setParameter("ids", chunk), consumer);
            }
        }
    }

    private SelectionQuery<Object[]> query(String text) {
        return session.createSelectionQuery(text, Object[].class).setParameter("c", connection);
    }

    private static void invoice(Object[] row, Consumer<@Nullable Object[]> consumer) {
        if (Presence.PRESENT.name().equals(row[3])) {
            consumer.accept(new @Nullable Object[] {row[0], moment(row[1]), MoveState.DRAFT.name().equals(row[2]),
                Integer.valueOf(1).equals(row[4])});
        }
    }

    private static void items(SelectionQuery<Object[]> query, Consumer<@Nullable Object[]> consumer) {
        query.list().forEach(row -> consumer.accept(new @Nullable Object[] {row[0], moment(row[1])}));
    }

    /** Microseconds: Odoo writes no smaller part of a second. */
    private static Long moment(@Nullable Object written) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) Objects.requireNonNull(written));
    }

    private static Instant written(@Nullable Object[] row) {
        return Instant.EPOCH.plus((Long) Objects.requireNonNull(row[1]), ChronoUnit.MICROS);
    }

    private static long id(@Nullable Object[] row) {
        return (Long) Objects.requireNonNull(row[0]);
    }

    private static boolean truth(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }
}
