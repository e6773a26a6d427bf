package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.NameKind;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads the receivable and payable items of one connection that count, few columns of them. The commercial partner is the
 * invoice's; of another entry, which has none, what the record of the item's partner says, else that partner itself.
 */
final class OwedRows {
    private static final int FETCH = 1_000;
    private static final String COUNTING = """
            select l.id, l.invoiceId, coalesce(i.name, l.moveName), l.kind, i.moveType,
              l.companyId, coalesce(i.commercialPartnerId, p.commercialPartnerId, l.partnerId), l.currencyId,
              l.accountingDate, l.dueDate, i.invoiceDate, l.amountCurrency, l.amountResidualCurrency, l.partials,
              l.moveId, coalesce(i.journalId, l.journalId), coalesce(i.ref, l.moveReference), l.balance,
              l.amountResidual, i.companyCurrencyId
            from LineEntity l
            left join InvoiceEntity i on i.connectionId = l.connectionId and i.id = l.invoiceId
            left join PartnerEntity p on p.connectionId = l.connectionId and p.id = l.partnerId
            where l.connectionId = :c and l.kind in (:kinds) and l.accountingDate is not null
              and ((l.invoiceId is null and l.kind <> :term and l.parentState = :posted)
                or (l.kind = :term and i.state = :posted and i.presence = :present))""";

    private final StatelessSession session;
    private final String connection;
    private final Decimals decimals = new Decimals();
    private final Names names;

    OwedRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        this.names = Names.all(session, connection);
    }

    /** Gives every one; returns how many. */
    int each(Consumer<OwedItem> consumer) {
        return give(query(""), consumer);
    }

    /** Gives those of these invoices and those with these ids, an item that is both twice; returns how many. */
    int each(Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer) {
        int count = 0;
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            count += give(query(" and l.invoiceId in (:some)").setParameter("some", chunk), consumer);
        }
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            count += give(query(" and l.id in (:some)").setParameter("some", chunk), consumer);
        }
        return count;
    }

    private SelectionQuery<Object[]> query(String condition) {
        return session.createSelectionQuery(COUNTING + condition, Object[].class)
                .setParameter("c", connection).setParameter("kinds", LineMapper.ITEMS)
                .setParameter("term", LineKind.PAYMENT_TERM.name())
                .setParameter("posted", MoveState.POSTED.name())
                .setParameter("present", Presence.PRESENT.name()).setFetchSize(FETCH);
    }

    private int give(SelectionQuery<Object[]> query, Consumer<OwedItem> consumer) {
        var count = new int[1];
        try (Stream<Object[]> rows = query.stream()) {
            rows.forEach(row -> {
                consumer.accept(item(row));
                count[0]++;
            });
        }
        return count[0];
    }

    private OwedItem item(@Nullable Object[] row) {
        Ref currency = names.ref(NameKind.CURRENCY, (Long) row[7]);
        String code = currency == null ? "" : currency.name();
        return new OwedItem(id(row[0]), id(row[1]),
                new OwedItem.Entry(id(row[14]), row[4] == null ? null : MoveType.valueOf(text(row[4])),
                        Invoice.numberOf(text(row[2])), names.name(NameKind.JOURNAL, (Long) row[15]), text(row[16])),
                isPayable(row),
                names.ref(NameKind.COMPANY, (Long) row[5]), names.ref(NameKind.PARTNER, (Long) row[6]), currency,
                new OwedItem.Dates((LocalDate) Objects.requireNonNull(row[8]), (LocalDate) row[9], (LocalDate) row[10]),
                amount(row[11], code), amount(row[12], code),
                booked(row), LineMapper.ids(text(row[13])));
    }

    private OwedItem.Booked booked(@Nullable Object[] row) {
        Ref currency = names.ref(NameKind.CURRENCY, (Long) row[19]);
        String code = currency == null ? "" : currency.name();
        return new OwedItem.Booked(currency, amount(row[17], code), amount(row[18], code));
    }

    private static boolean isPayable(@Nullable Object[] row) {
        return row[4] == null ? LineKind.PAYABLE.name().equals(row[3]) : !MoveType.valueOf(text(row[4])).isSale();
    }

    private BigDecimal amount(@Nullable Object value, String currency) {
        return value instanceof BigDecimal number ? decimals.amount(number, currency) : BigDecimal.ZERO;
    }

    private static long id(@Nullable Object value) {
        return value instanceof Long id ? id : 0;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : (String) value;
    }
}
