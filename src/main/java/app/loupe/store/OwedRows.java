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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads a few columns of the receivable and payable items of one connection. Owed is what counts in a balance. The values
 * are also those of what does not, but was reconciled: who paid what follows from all of these. The commercial partner is
 * the invoice's. Another entry has none: there it is the one in the record of the item's partner, or else that partner
 * itself.
 */
final class OwedRows {
    /** Not "is null": H2 would use its index for that and walk all items of all entries. */
    private static final String NO_INVOICE = " and coalesce(l.invoiceId, 0) = 0";
    /** Whether item {@code l}, with invoice {@code i} or of another entry, counts in a balance. */
    private static final String COUNTS = """
            l.accountingDate is not null and ((l.invoiceId is null and l.kind <> :term and l.parentState = :posted)
                or (l.kind = :term and i.state = :posted and i.presence = :present))""";
    private static final String ITEMS = """
            select l.id, l.invoiceId, coalesce(i.name, l.moveName), l.kind, i.moveType,
              l.companyId, i.commercialPartnerId, l.partnerId, l.currencyId,
              l.accountingDate, l.dueDate, i.invoiceDate, l.amountCurrency, l.amountResidualCurrency, l.partials,
              l.moveId, coalesce(i.journalId, l.journalId), coalesce(i.ref, l.moveReference), l.balance,
              l.amountResidual, i.companyCurrencyId, case when %1$s then 1 else 0 end
            from LineEntity l
            left join InvoiceEntity i on i.connectionId = l.connectionId and i.id = l.invoiceId
            where l.connectionId = :c and l.kind in (:kinds) and (l.partials <> '' or %1$s)""".formatted(COUNTS);
    /** The place of what says whether the item counts. */
    private static final int COUNTING = 21;

    private final StatelessSession session;
    private final String connection;
    private final Decimals decimals = new Decimals();
    private @Nullable Names names;
    private final Map<Long, Long> commercial = new HashMap<>();

    OwedRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /**
     * The values of an item in memory, with its invoice or of another entry; empty when it neither counts nor was
     * reconciled.
     */
    static Optional<@Nullable Object[]> values(LineEntity l, @Nullable InvoiceEntity i) {
        boolean term = LineKind.PAYMENT_TERM.name().equals(l.kind);
        boolean posted = MoveState.POSTED.name().equals(i == null ? l.parentState : i.state);
        boolean counts = posted && l.accountingDate != null
                && (i == null ? !term : term && Presence.PRESENT.name().equals(i.presence));
        if (!LineMapper.ITEMS.contains(l.kind) || (!counts && l.partials.isEmpty())) {
            return Optional.empty();
        }
        Long journal = i == null || i.journalId == null ? l.journalId : i.journalId;
        return Optional.of(new @Nullable Object[] {l.id, l.invoiceId, i == null ? l.moveName : i.name, l.kind,
            i == null ? null : i.moveType, l.companyId, i == null ? null : i.commercialPartnerId, l.partnerId,
            l.currencyId, l.accountingDate, l.dueDate, i == null ? null : i.invoiceDate,
            Decimals.kept(l.amountCurrency),
            Decimals.kept(l.amountResidualCurrency), l.partials, l.moveId, journal, i == null ? l.moveReference : i.ref,
            Decimals.kept(l.balance),
            Decimals.kept(l.amountResidual), i == null ? null : i.companyCurrencyId, counts});
    }

    /** Gives every one that counts. */
    void each(Consumer<OwedItem> consumer) {
        session.createSelectionQuery("select p.id, p.commercialPartnerId from PartnerEntity p "
                + "where p.connectionId = :c and p.commercialPartnerId is not null", Object[].class)
                .setParameter("c", connection).list().forEach(row -> commercial.put(id(row[0]), id(row[1])));
        all(row -> give(row, consumer));
    }

    /** Gives the values of every one that counts or was reconciled, from the columns where they are kept. */
    void all(Consumer<@Nullable Object[]> consumer) {
        var segments = new ColumnSegments(session, connection);
        Optional<Set<Long>> invoices = segments.each(ColumnKind.OWED, consumer);
        if (invoices.isPresent()) {
            ofInvoices(invoices.get(), consumer);
            segments.each(ColumnKind.ENTRIES, consumer).ifPresent(changed -> entries(changed, consumer));
        } else {
            inParts("", consumer);
        }
    }

    private void give(@Nullable Object[] row, Consumer<OwedItem> consumer) {
        if (Boolean.TRUE.equals(row[COUNTING])) {
            consumer.accept(item(row));
        }
    }

    /** Gives those that count of these invoices and with these ids, an item that is both twice. */
    void each(Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer) {
        var rows = new ArrayList<@Nullable Object[]>();
        ofInvoices(invoices, rows::add);
        some(ids, "", rows::add);
        var behind = rows.stream().filter(row -> row[6] == null && row[7] != null).map(row -> id(row[7]))
                .collect(Collectors.toSet());
        for (List<Long> chunk : CopyTransaction.chunks(behind)) {
            session.createSelectionQuery("select p.id, p.commercialPartnerId from PartnerEntity p "
                    + "where p.connectionId = :c and p.id in (:ids) and p.commercialPartnerId is not null",
                    Object[].class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> commercial.put(id(row[0]), id(row[1])));
        }
        rows.forEach(row -> give(row, consumer));
    }

    /** Gives the values of the items of these invoices. */
    void ofInvoices(Collection<Long> invoices, Consumer<@Nullable Object[]> consumer) {
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            query(" and l.invoiceId in (:some)").setParameter("some", chunk).list()
                    .forEach(row -> told(row, consumer));
        }
    }

    /** The same of the items of invoices from one id to another. */
    void between(long first, long last, Consumer<@Nullable Object[]> consumer) {
        query(" and l.invoiceId >= :first and l.invoiceId <= :last").setParameter("first", first)
                .setParameter("last", last).list().forEach(row -> told(row, consumer));
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
            query(" and l.id in (:some)" + condition).setParameter("some", chunk).list()
                    .forEach(row -> told(row, consumer));
        }
    }

    private SelectionQuery<Object[]> query(String condition) {
        return session.createSelectionQuery(ITEMS + condition, Object[].class)
                .setParameter("c", connection).setParameter("kinds", LineMapper.ITEMS)
                .setParameter("term", LineKind.PAYMENT_TERM.name())
                .setParameter("posted", MoveState.POSTED.name())
                .setParameter("present", Presence.PRESENT.name());
    }

    private void inParts(String condition, Consumer<@Nullable Object[]> consumer) {
        InParts.each("l.id", row -> id(row[0]), next -> query(condition + next), InParts.ROWS,
                row -> told(row, consumer));
    }

    /** A query says with a number what the columns keep as a truth. */
    private static void told(@Nullable Object[] row, Consumer<@Nullable Object[]> consumer) {
        row[COUNTING] = Integer.valueOf(1).equals(row[COUNTING]);
        consumer.accept(row);
    }

    private OwedItem item(@Nullable Object[] row) {
        Ref currency = names().ref(NameKind.CURRENCY, (Long) row[8]);
        String code = Ref.nameOf(currency);
        return new OwedItem(id(row[0]), id(row[1]),
                new OwedItem.Entry(id(row[15]), row[4] == null ? null : MoveType.valueOf(text(row[4])),
                        Invoice.numberOf(text(row[2])), names().name(NameKind.JOURNAL, (Long) row[16]), text(row[17])),
                isPayable(row),
                names().ref(NameKind.COMPANY, (Long) row[5]), names().ref(NameKind.PARTNER, partner(row)), currency,
                new OwedItem.Dates((LocalDate) Objects.requireNonNull(row[9]), (LocalDate) row[10],
                        (LocalDate) row[11]),
                amount(row[12], code), amount(row[13], code),
                booked(row), LineMapper.ids(text(row[14])));
    }

    /** All of them, once somebody asks: who wants the values alone needs none. */
    private Names names() {
        Names known = names == null ? Names.all(session, connection) : names;
        names = known;
        return known;
    }

    private @Nullable Long partner(@Nullable Object[] row) {
        return row[6] != null || row[7] == null ? (Long) row[6] : commercial.getOrDefault(id(row[7]), id(row[7]));
    }

    private OwedItem.Booked booked(@Nullable Object[] row) {
        Ref currency = names().ref(NameKind.CURRENCY, (Long) row[20]);
        String code = Ref.nameOf(currency);
        return new OwedItem.Booked(currency, amount(row[18], code), amount(row[19], code));
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
