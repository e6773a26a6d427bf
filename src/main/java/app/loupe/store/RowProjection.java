package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.NameKind;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the invoice table as values, without building entities. */
final class RowProjection {
    private static final int FETCH = 1_000;

    private final StatelessSession session;
    private final List<String> connections;
    private final Decimals decimals = new Decimals();
    private final Map<String, ConnectionId> ids = new HashMap<>();
    private final Map<String, Names> names = new HashMap<>();
    private final Map<RecordId, String> vats = new HashMap<>();
    /** Few texts repeat on nearly every row: one copy of each is kept. */
    private final Map<String, String> shared = new HashMap<>();

    RowProjection(StatelessSession session, List<String> connections) {
        this.session = session;
        this.connections = connections;
    }

    /** Gives all rows of the connections, one after the other; returns how many. */
    int each(Consumer<InvoiceRow> consumer) {
        var count = new int[1];
        partners("").list().forEach(this::noteVat);
        try (Stream<Object[]> rows = invoices("").setFetchSize(FETCH).stream()) {
            rows.forEach(row -> {
                consumer.accept(row(row));
                count[0]++;
            });
        }
        return count[0];
    }

    /** The rows with these ids. */
    List<InvoiceRow> rows(Set<Long> ids) {
        var found = new ArrayList<@Nullable Object[]>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            found.addAll(invoices(" and i.id in (:ids)").setParameter("ids", chunk).list());
        }
        Set<Long> addressed = found.stream().flatMap(r -> Stream.of(id(r[7]), id(r[8]))).collect(Collectors.toSet());
        for (List<Long> chunk : CopyTransaction.chunks(addressed)) {
            partners(" and p.id in (:ids)").setParameter("ids", chunk).list().forEach(this::noteVat);
        }
        return found.stream().map(this::row).toList();
    }

    private SelectionQuery<Object[]> partners(String condition) {
        return session.createSelectionQuery("""
                select p.connectionId, p.id, p.vat from PartnerEntity p
                where p.connectionId in (:c) and p.vat <> ''""" + condition, Object[].class)
                .setParameter("c", connections);
    }

    private void noteVat(@Nullable Object[] r) {
        vats.put(new RecordId(text(r[0]), id(r[1])), text(r[2]));
    }

    private SelectionQuery<Object[]> invoices(String condition) {
        return session.createSelectionQuery("""
                select i.connectionId, i.id, i.name, i.moveType, i.state, i.paymentState, i.printedName,
                  i.commercialPartnerId, i.partnerId, i.invoiceDate, i.dueDate, i.currencyId, i.amountUntaxed,
                  i.amountTax, i.amountTotal, i.amountResidual, i.ref, i.paymentReference, i.origin, i.companyId,
                  i.toReview, i.presence, i.salespersonId, i.journalId, i.companyCurrencyId, i.amountUntaxedSigned,
                  i.amountTotalSigned, i.amountResidualSigned
                from InvoiceEntity i where i.connectionId in (:c)""" + condition, Object[].class)
                .setParameter("c", connections);
    }

    private InvoiceRow row(@Nullable Object[] r) {
        ConnectionId connection = ids.computeIfAbsent(text(r[0]), ConnectionId::new);
        Names own = names.computeIfAbsent(text(r[0]), one -> Names.few(session, one));
        String currency = own.name(NameKind.CURRENCY, (Long) r[11]);
        String booked = own.name(NameKind.CURRENCY, (Long) r[24]);
        long commercial = id(r[7]);
        long partner = id(r[8]);
        return new InvoiceRow(new InvoiceKey(connection, id(r[1])),
                Invoice.numberOf(text(r[2])),
                MoveType.valueOf(text(r[3])), MoveState.valueOf(text(r[4])), PaymentState.valueOf(text(r[5])),
                new InvoiceRow.Partner(shared(text(r[6])), partner, commercial, vat(connection, partner, commercial)),
                (LocalDate) r[9], (LocalDate) r[10],
                new InvoiceRow.Amounts(currency, amount(r[12], currency), amount(r[13], currency),
                        amount(r[14], currency), amount(r[15], currency)),
                new InvoiceRow.Booking(own.name(NameKind.JOURNAL, (Long) r[23]), booked, amount(r[25], booked),
                        amount(r[26], booked), amount(r[27], booked)),
                new InvoiceRow.OtherInfo(text(r[16]), text(r[17]), text(r[18]),
                        own.name(NameKind.COMPANY, (Long) r[19]), own.name(NameKind.SALESPERSON, (Long) r[22]),
                        Boolean.TRUE.equals(r[20])),
                Presence.valueOf(text(r[21])));
    }

    /** The number of who is addressed, or else of the company behind. */
    private String vat(ConnectionId connection, long partner, long commercial) {
        String own = vats.get(new RecordId(connection.value(), partner));
        return own != null ? own : vats.getOrDefault(new RecordId(connection.value(), commercial), "");
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
