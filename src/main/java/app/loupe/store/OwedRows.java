package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveType;
import app.loupe.domain.NameKind;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.util.ArrayList;
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

/**
 * The receivable and payable items of one connection that count in a balance. The commercial partner is the invoice's.
 * Another entry has none: there it is the one in the record of the item's partner, or else that partner itself.
 */
final class OwedRows {
    private final StatelessSession session;
    private final String connection;
    private final ItemRows items;
    private final Decimals decimals = new Decimals();
    private @Nullable Names names;
    private final Map<Long, Long> commercial = new HashMap<>();

    OwedRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        items = new ItemRows(session, connection);
    }

    /** Gives every one. */
    void each(Consumer<OwedItem> consumer) {
        partners("").list().forEach(this::note);
        items.each(row -> give(row, consumer));
    }

    /** Gives those of these invoices and with these ids, an item that is both twice. */
    void each(Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer) {
        var rows = new ArrayList<ItemRow>();
        items.each(invoices, ids, rows::add);
        Set<Long> behind = rows.stream().filter(row -> row.commercialPartner() == null)
                .flatMap(row -> Stream.ofNullable(row.partner())).collect(Collectors.toSet());
        for (List<Long> chunk : CopyTransaction.chunks(behind)) {
            partners(" and p.id in (:ids)").setParameter("ids", chunk).list().forEach(this::note);
        }
        rows.forEach(row -> give(row, consumer));
    }

    private SelectionQuery<Object[]> partners(String condition) {
        return session.createSelectionQuery("select p.id, p.commercialPartnerId from PartnerEntity p "
                + "where p.connectionId = :c and p.commercialPartnerId is not null" + condition, Object[].class)
                .setParameter("c", connection);
    }

    private void note(@Nullable Object[] partner) {
        commercial.put((Long) Objects.requireNonNull(partner[0]), (Long) Objects.requireNonNull(partner[1]));
    }

    private void give(ItemRow row, Consumer<OwedItem> consumer) {
        if (row.counts()) {
            consumer.accept(item(row));
        }
    }

    private OwedItem item(ItemRow row) {
        Ref currency = names().ref(NameKind.CURRENCY, row.currency());
        String code = Ref.nameOf(currency);
        MoveType type = row.type();
        return new OwedItem(row.id(), row.invoice(),
                new OwedItem.Entry(row.move(), type, Invoice.numberOf(row.number()),
                        names().name(NameKind.JOURNAL, row.journal()), row.reference()),
                type == null ? LineKind.PAYABLE.name().equals(row.kind()) : !type.isSale(),
                names().ref(NameKind.COMPANY, row.company()), names().ref(NameKind.PARTNER, partner(row)), currency,
                new OwedItem.Dates(Objects.requireNonNull(row.date()), row.due(), row.invoiceDate()),
                decimals.amount(row.amount(), code), decimals.amount(row.open(), code), booked(row), row.partials());
    }

    /** All of them, once something counts. */
    private Names names() {
        Names known = names == null ? Names.all(session, connection) : names;
        names = known;
        return known;
    }

    private @Nullable Long partner(ItemRow row) {
        Long own = row.partner();
        return row.commercialPartner() != null || own == null
                ? row.commercialPartner()
                : commercial.getOrDefault(own, own);
    }

    private OwedItem.Booked booked(ItemRow row) {
        Ref currency = names().ref(NameKind.CURRENCY, row.companyCurrency());
        String code = Ref.nameOf(currency);
        return new OwedItem.Booked(currency, decimals.amount(row.balance(), code),
                decimals.amount(row.residual(), code));
    }
}
