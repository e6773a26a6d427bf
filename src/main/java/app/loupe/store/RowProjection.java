package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.NameKind;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one connection's invoices as values, without building entities. */
final class RowProjection {
    private final StatelessSession session;
    private final String connection;
    private final ConnectionId id;
    private final Decimals decimals = new Decimals();
    private final Names names;
    private final Map<Long, String> vats = new HashMap<>();
    /** One copy of each of the few texts that repeat on nearly every row. */
    private final Map<String, String> shared = new HashMap<>();

    RowProjection(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        id = new ConnectionId(connection);
        names = Names.few(session, connection);
    }

    /** Gives all rows, one after the other. */
    void each(Consumer<InvoiceRow> consumer) {
        partners("").list().forEach(this::noteVat);
        Consumer<@Nullable Object[]> give = row -> consumer.accept(row(row));
        new ColumnSegments(session, connection).each(ColumnKind.INVOICES, give)
                .ifPresentOrElse(changed -> some(changed, give),
                        () -> InParts.each("i.id", row -> id(row[0]), this::invoices,
                                InParts.ROWS, row -> give.accept(row)));
    }

    /** The rows with these ids. */
    List<InvoiceRow> rows(Set<Long> ids) {
        var found = new ArrayList<@Nullable Object[]>();
        some(ids, found::add);
        Set<Long> addressed = found.stream().flatMap(r -> Stream.of(id(r[6]), id(r[7]))).collect(Collectors.toSet());
        for (List<Long> chunk : CopyTransaction.chunks(addressed)) {
            partners(" and p.id in (:ids)").setParameter("ids", chunk).list().forEach(this::noteVat);
        }
        return found.stream().map(this::row).toList();
    }

    /** Gives the values of the rows with these ids. */
    void some(Collection<Long> ids, Consumer<@Nullable Object[]> consumer) {
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            invoices(" and i.id in (:ids)").setParameter("ids", chunk).list().forEach(consumer);
        }
    }

    /** The same of those from one id to another. */
    void between(long first, long last, Consumer<@Nullable Object[]> consumer) {
        invoices(" and i.id >= :first and i.id <= :last").setParameter("first", first).setParameter("last", last)
                .list().forEach(consumer);
    }

    /** The same values of an invoice in memory with its lines. */
    static @Nullable Object[] values(InvoiceEntity i, List<LineEntity> lines) {
        LocalDate due = i.amountResidual.signum() == 0
                ? null
                : lines.stream().filter(line -> LineKind.PAYMENT_TERM.name().equals(line.kind)
                        && line.amountResidualCurrency.signum() != 0).map(line -> line.dueDate)
                        .filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        return new @Nullable Object[] {i.id, i.name, i.moveType, i.state, i.paymentState, i.printedName,
            i.commercialPartnerId, i.partnerId, i.invoiceDate, i.dueDate, i.currencyId, Decimals.kept(i.amountUntaxed),
            Decimals.kept(i.amountTax),
            Decimals.kept(i.amountTotal), Decimals.kept(i.amountResidual), i.ref, i.paymentReference, i.origin,
            i.companyId, i.toReview, i.presence,
            i.salespersonId, i.journalId, i.companyCurrencyId, Decimals.kept(i.amountUntaxedSigned),
            Decimals.kept(i.amountTotalSigned),
            Decimals.kept(i.amountResidualSigned), due};
    }

    private SelectionQuery<Object[]> partners(String condition) {
        return session.createSelectionQuery(
                "select p.id, p.vat from PartnerEntity p where p.connectionId = :c and p.vat <> ''" + condition,
                Object[].class).setParameter("c", connection);
    }

    private void noteVat(@Nullable Object[] r) {
        vats.put(id(r[0]), text(r[1]));
    }

    private SelectionQuery<Object[]> invoices(String condition) {
        return session.createSelectionQuery("""
                select i.id, i.name, i.moveType, i.state, i.paymentState, i.printedName,
                  i.commercialPartnerId, i.partnerId, i.invoiceDate, i.dueDate, i.currencyId, i.amountUntaxed,
                  i.amountTax, i.amountTotal, i.amountResidual, i.ref, i.paymentReference, i.origin, i.companyId,
                  i.toReview, i.presence, i.salespersonId, i.journalId, i.companyCurrencyId, i.amountUntaxedSigned,
                  i.amountTotalSigned, i.amountResidualSigned,
                  case when i.amountResidual <> 0 then (select min(l.dueDate) from LineEntity l
                    where l.connectionId = :c and l.invoiceId = i.id and l.kind = :term
                      and l.amountResidualCurrency <> 0) end
                from InvoiceEntity i where i.connectionId = :c""" + condition, Object[].class)
                .setParameter("c", connection).setParameter("term", LineKind.PAYMENT_TERM.name());
    }

    private InvoiceRow row(@Nullable Object[] r) {
        String currency = names.name(NameKind.CURRENCY, (Long) r[10]);
        String booked = names.name(NameKind.CURRENCY, (Long) r[23]);
        long commercial = id(r[6]);
        long partner = id(r[7]);
        return new InvoiceRow(new InvoiceKey(id, id(r[0])),
                Invoice.numberOf(text(r[1])),
                MoveType.valueOf(text(r[2])), MoveState.valueOf(text(r[3])), PaymentState.valueOf(text(r[4])),
                new InvoiceRow.Partner(shared(text(r[5])), partner, commercial, vat(partner, commercial)),
                (LocalDate) r[8], (LocalDate) r[9],
                new InvoiceRow.Amounts(currency, amount(r[11], currency), amount(r[12], currency),
                        amount(r[13], currency), amount(r[14], currency),
                        Objects.equals(r[27], r[9]) ? null : (LocalDate) r[27]),
                new InvoiceRow.Booking(names.name(NameKind.JOURNAL, (Long) r[22]), booked, amount(r[24], booked),
                        amount(r[25], booked), amount(r[26], booked)),
                new InvoiceRow.OtherInfo(text(r[15]), text(r[16]), text(r[17]),
                        names.name(NameKind.COMPANY, (Long) r[18]), names.name(NameKind.SALESPERSON, (Long) r[21]),
                        Boolean.TRUE.equals(r[19])),
                Presence.valueOf(text(r[20])));
    }

    /** The VAT number of the partner addressed, or else of the company behind. */
    private String vat(long partner, long commercial) {
        String own = vats.get(partner);
        return own != null ? own : vats.getOrDefault(commercial, "");
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

    private String shared(String text) {
        return shared.computeIfAbsent(text, same -> same);
    }
}
