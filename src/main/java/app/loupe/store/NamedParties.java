package app.loupe.store;

import app.loupe.domain.RecordKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which partners and products the rows of one connection name, because asking all lines takes as long as reading
 * them. An id stays when the last row that names it goes, until {@link #renew}.
 */
final class NamedParties {
    private static final List<String> PARTNERS = List.of("partner.id from InvoiceEntity",
            "commercialPartner.id from InvoiceEntity", "partner.id from LineEntity");
    private static final List<String> PRODUCTS = List.of("product.id from LineEntity");

    private final StatelessSession session;
    private final String connection;

    NamedParties(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /** The ids of partners, or of products. */
    Set<Long> all(RecordKind kind) {
        return new HashSet<>(session
                .createSelectionQuery(
                        "select n.id from NamedPartyEntity n where n.connectionId = :c and n.kind = :kind",
                        Long.class)
                .setParameter("c", connection).setParameter("kind", kind.name()).list());
    }

    /** Takes note of whom new rows name. */
    void note(List<? extends CountedEntity> rows) {
        var partners = new TreeSet<Long>();
        var products = new TreeSet<Long>();
        for (CountedEntity row : rows) {
            if (row instanceof InvoiceEntity invoice) {
                take(invoice.partner, partners);
                take(invoice.commercialPartner, partners);
            } else if (row instanceof LineEntity line) {
                take(line.partner, partners);
                take(line.product, products);
            }
        }
        add(RecordKind.PARTNER, partners);
        add(RecordKind.PRODUCT, products);
    }

    private static void take(@Nullable RefValue ref, Set<Long> ids) {
        if (ref != null) {
            ids.add(ref.id());
        }
    }

    private void add(RecordKind kind, Set<Long> ids) {
        var fresh = new TreeSet<>(ids);
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            fresh.removeAll(session.createSelectionQuery("select n.id from NamedPartyEntity n "
                    + "where n.connectionId = :c and n.kind = :kind and n.id in (:ids)", Long.class)
                    .setParameter("c", connection).setParameter("kind", kind.name()).setParameter("ids", chunk)
                    .list());
        }
        if (!fresh.isEmpty()) {
            session.insertMultiple(fresh.stream().map(id -> row(kind, id)).toList());
        }
    }

    private NamedPartyEntity row(RecordKind kind, long id) {
        var row = new NamedPartyEntity();
        row.connectionId = connection;
        row.kind = kind.name();
        row.id = id;
        return row;
    }

    /** Forgets those that no row names any more, by reading every row. */
    void renew() {
        Map<RecordKind, Set<Long>> named = new HashMap<>();
        named.put(RecordKind.PARTNER, asked(PARTNERS));
        named.put(RecordKind.PRODUCT, asked(PRODUCTS));
        session.createMutationQuery("delete from NamedPartyEntity n where n.connectionId = :c")
                .setParameter("c", connection).executeUpdate();
        named.forEach(this::add);
    }

    private Set<Long> asked(List<String> columns) {
        var ids = new TreeSet<Long>();
        for (String column : columns) {
            String path = column.substring(0, column.indexOf(' '));
            ids.addAll(
                    session.createSelectionQuery("select distinct e." + column + " e where e.connectionId = :c and e."
                            + path + " is not null", Long.class).setParameter("c", connection).list());
        }
        return ids;
    }
}
