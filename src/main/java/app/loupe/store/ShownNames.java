package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the names of what the rows of one connection refer to, each once with a row that shows it. Names that no row
 * refers to any more stay until {@link #renew}.
 */
final class ShownNames {

    private final StatelessSession session;
    private final String connection;

    ShownNames(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    private record Key(NameKind kind, long id, long company) {
        static Key of(Named named) {
            return new Key(named.kind(), named.id(), named.company());
        }

        long hash(String name) {
            return ShownNames.hash(kind.name(), id, company, name);
        }

        // by hand: every reference of every line is looked up, and what Java makes of a record is slow until it is hot
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && id == key.id && company == key.company && kind == key.kind;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(id) + Long.hashCode(company)) + kind.hashCode();
        }
    }

    private record Shown(String name, RecordKind by, long record) {}

    /** The hash stored beside a name, by which damage that leaves another readable name is noticed. */
    static long hash(String kind, long id, long company, String name) {
        return Long.parseUnsignedLong(FramedDigest.of(List.of(kind, Long.toString(id), Long.toString(company), name))
                .substring(0, 16), 16);
    }

    /** The ids of partners, or of products, that rows refer to. */
    Set<Long> parties(NameKind kind) {
        return new HashSet<>(session
                .createSelectionQuery("select n.id from ShownNameEntity n where n.connectionId = :c and n.kind = :kind "
                        + "and n.shownBy <> 'PARTNER'",
                        Long.class)
                .setParameter("c", connection).setParameter("kind", kind.name()).list());
    }

    /** Every name that a row shows, with that row. */
    List<NameSample> all() {
        return session.createSelectionQuery(
                "from ShownNameEntity n where n.connectionId = :c and n.recordId <> 0", ShownNameEntity.class)
                .setParameter("c", connection).list().stream()
                .map(row -> new NameSample(new Named(NameKind.valueOf(row.kind), row.id, row.companyId, row.name),
                        RecordKind.valueOf(row.shownBy), row.recordId))
                .toList();
    }

    /** Notes what new records refer to, with the names; returns how many things had another name. */
    int note(CopyTransaction copy, Collection<? extends Record> records) {
        var seen = new HashMap<Key, Shown>();
        for (Record record : records) {
            switch (record) {
                case Invoice invoice -> {
                    see(seen, Named.references(invoice), RecordKind.INVOICE, invoice.id());
                    invoice.lines().forEach(line -> see(seen, line));
                }
                case MoveLine line -> see(seen, line);
                case Partner partner -> see(seen, Named.references(partner), RecordKind.PARTNER, partner.id());
                case Product product -> see(seen, Named.references(product), RecordKind.PRODUCT, product.id());
                default -> throw new IllegalArgumentException(record.getClass().getSimpleName());
            }
        }
        Map<Key, Shown> known = known(seen.keySet());
        var fresh = seen.entrySet().stream().filter(one -> !known.containsKey(one.getKey()))
                .map(one -> row(one.getKey(), one.getValue())).toList();
        if (!fresh.isEmpty()) {
            session.insertMultiple(fresh);
        }
        int renamed = 0;
        for (Map.Entry<Key, Shown> one : seen.entrySet()) {
            Shown before = known.get(one.getKey());
            Shown shown = one.getValue();
            if (before != null && !before.name().equals(shown.name()) && !shown.name().isEmpty()) {
                renamed += rename(copy, one.getKey(), shown.name());
            }
            if (before != null && (before.record() == 0 || isPartyNow(before, shown))) {
                showBy(one.getKey(), shown.by(), shown.record());
            }
        }
        return renamed;
    }

    /** Whether it becomes a party now, because until now only partners referred to it. */
    private static boolean isPartyNow(Shown before, Shown shown) {
        return before.by() == RecordKind.PARTNER && shown.by() != RecordKind.PARTNER;
    }

    private static void see(Map<Key, Shown> seen, MoveLine line) {
        see(seen, Named.references(line), RecordKind.JOURNAL_ITEM, line.id());
    }

    private static void see(Map<Key, Shown> seen, Stream<Named> names, RecordKind by, long record) {
        names.forEach(named -> {
            Key key = Key.of(named);
            Shown before = seen.get(key);
            if (before == null || before.name().isEmpty()) {
                seen.put(key, new Shown(named.name(), by, record));
            }
        });
    }

    private ShownNameEntity row(Key key, Shown shown) {
        var row = new ShownNameEntity();
        row.connectionId = connection;
        row.kind = key.kind().name();
        row.id = key.id();
        row.companyId = key.company();
        row.name = shown.name();
        row.nameHash = key.hash(shown.name());
        row.shownBy = shown.by().name();
        row.recordId = shown.record();
        return row;
    }

    private Map<Key, Shown> known(Collection<Key> keys) {
        var ids = new EnumMap<NameKind, Set<Long>>(NameKind.class);
        keys.forEach(key -> ids.computeIfAbsent(key.kind(), any -> new TreeSet<>()).add(key.id()));
        var known = new HashMap<Key, Shown>();
        ids.forEach((kind, wanted) -> {
            for (List<Long> chunk : CopyTransaction.chunks(wanted)) {
                session.createSelectionQuery("select n.id, n.companyId, n.name, n.shownBy, n.recordId "
                        + "from ShownNameEntity n where n.connectionId = :c and n.kind = :kind and n.id in (:ids)",
                        Object[].class).setParameter("c", connection).setParameter("kind", kind.name())
                        .setParameter("ids", chunk).list()
                        .forEach(row -> known.put(new Key(kind, (Long) row[0], (Long) row[1]), new Shown(
                                (String) row[2], StoreSession.sensible(() -> RecordKind.valueOf((String) row[3])),
                                (Long) row[4])));
            }
        });
        return known;
    }

    /** Gives a thing this name; returns 1 when it had another, otherwise 0. */
    int rename(CopyTransaction copy, Named named) {
        return rename(copy, Key.of(named), named.name());
    }

    private int rename(CopyTransaction copy, Key key, String name) {
        if (key.kind() == NameKind.JOURNAL) {
            doubtPayments(copy, key, name);
        }
        return session.createMutationQuery("update ShownNameEntity n set n.name = :name, n.nameHash = :hash "
                + "where n.connectionId = :c and n.kind = :kind and n.id = :id and n.companyId = :company "
                + "and n.name <> :name").setParameter("name", name).setParameter("hash", key.hash(name))
                .setParameter("c", connection).setParameter("kind", key.kind().name())
                .setParameter("id", key.id()).setParameter("company", key.company()).executeUpdate();
    }

    /**
     * Has payments found anew that have the old name of this journal: a payment keeps the name of its journal as Odoo's
     * box told it. A box names a journal without its currency in brackets.
     */
    private void doubtPayments(CopyTransaction copy, Key journal, String name) {
        copy.doubtPayments(session.createSelectionQuery("""
                select distinct p.invoiceId from PaymentEntity p, ShownNameEntity n
                where p.connectionId = :c and n.connectionId = :c and n.kind = :kind and n.id = :id
                and n.companyId = :company and n.name <> :name and p.label <> ''
                and (p.label = n.name or locate(concat(p.label, ' ('), n.name) = 1)""", Long.class)
                .setParameter("c", connection).setParameter("kind", journal.kind().name())
                .setParameter("id", journal.id()).setParameter("company", journal.company())
                .setParameter("name", name).list());
    }

    private void showBy(Key key, RecordKind kind, long record) {
        session.createMutationQuery("update ShownNameEntity n set n.shownBy = :by, n.recordId = :record "
                + "where n.connectionId = :c and n.kind = :kind and n.id = :id and n.companyId = :company")
                .setParameter("by", kind.name()).setParameter("record", record).setParameter("c", connection)
                .setParameter("kind", key.kind().name()).setParameter("id", key.id())
                .setParameter("company", key.company()).executeUpdate();
    }

    /**
     * Finds other rows that show these names, because no answer came for the rows that did. Without one, the name stays
     * as it is until a new row shows it.
     */
    void sampleAnew(List<Named> names) {
        Map<Key, Shown> silent = known(names.stream().map(Key::of).toList());
        silent.forEach((key, shown) -> showBy(key, shown.by(), 0));
        var left = new HashMap<>(silent);
        showByRows(left, false);
        showByLine(left);
        showByRows(left, true);
    }

    /** Removes from {@code left} the names that another row shows; takes the newest row, which Odoo most likely still has. */
    private void showByRows(Map<Key, Shown> left, boolean ofMasters) {
        Map<RecordKind, List<NameColumn>> columns = left.keySet().stream().map(Key::kind).distinct()
                .flatMap(kind -> NameColumn.of(kind).stream()).filter(column -> column.isOfMasters() == ofMasters)
                .collect(Collectors.groupingBy(NameColumn::shownBy, () -> new EnumMap<>(RecordKind.class),
                        Collectors.toList()));
        columns.forEach((kind, ofKind) -> {
            var newest = new HashMap<Key, Long>();
            each(ofKind, (key, row) -> {
                Shown silent = left.get(key);
                if (silent != null && (silent.by() != kind || silent.record() != row)) {
                    newest.merge(key, row, Math::max);
                }
            });
            newest.forEach((key, row) -> showBy(key, kind, row));
            left.keySet().removeAll(newest.keySet());
        });
    }

    /** Reads each row of one entity once, however many names are looked for. */
    private void each(List<NameColumn> columns, Reference consumer) {
        NameColumn first = columns.getFirst();
        String fields = columns.stream().map(column -> ", e." + column.field()).collect(Collectors.joining());
        String company = columns.stream().anyMatch(NameColumn::isPerCompany) ? ", e.companyId" : "";
        String present = first.shownBy() == RecordKind.INVOICE ? " and e.presence = 'PRESENT'" : "";
        InParts.each("e.id", row -> (Long) row[0],
                next -> session.createSelectionQuery("select e.id" + fields + company + " from " + first.entity()
                        + " e where e.connectionId = :c" + present + next, Object[].class)
                        .setParameter("c", connection),
                InParts.ROWS, row -> {
                    for (int i = 0; i < columns.size(); i++) {
                        NameColumn column = columns.get(i);
                        Object of = column.isPerCompany() ? row[columns.size() + 1] : Long.valueOf(0);
                        if (row[i + 1] instanceof Long id && of instanceof Long companyId) {
                            consumer.of(new Key(column.kind(), id, companyId), (Long) row[0]);
                        }
                    }
                });
    }

    /** Removes from {@code left} the names that a packed line shows. */
    private void showByLine(Map<Key, Shown> left) {
        if (left.keySet().stream().noneMatch(key -> NameColumn.of(key.kind()).stream()
                .anyMatch(NameColumn::isOfLines))) {
            return;
        }
        var newest = new HashMap<Key, Long>();
        eachPacked(true, (key, line) -> {
            Shown silent = left.get(key);
            if (silent != null && silent.record() != line) {
                newest.merge(key, line, Math::max);
            }
        });
        newest.forEach((key, line) -> showBy(key, RecordKind.JOURNAL_ITEM, line));
        left.keySet().removeAll(newest.keySet());
    }

    /** Receives what a row or a packed line refers to. */
    @FunctionalInterface
    private interface Reference {
        void of(Key key, long row);
    }

    /** @param present only lines of invoices that Odoo still has */
    private void eachPacked(boolean present, Reference consumer) {
        var decimals = new Decimals();
        var gone = new HashSet<Long>();
        if (present) {
            gone.addAll(session.createSelectionQuery(
                    "select i.id from InvoiceEntity i where i.connectionId = :c and i.presence <> 'PRESENT'",
                    Long.class)
                    .setParameter("c", connection).list());
        }
        new LineDocuments(session, connection).each((invoice, lines) -> {
            if (!gone.contains(invoice)) {
                lines.forEach(line -> StoreSession
                        .sensible(() -> Named.references(LineMapper.line(line, "", Names.none(), decimals)))
                        .forEach(named -> consumer.of(Key.of(named), line.id)));
            }
        });
    }

    /** Forgets partners and products that no row refers to any more, by reading every row. */
    void renew() {
        var packed = new HashMap<NameKind, Set<Long>>();
        eachPacked(false, (key, line) -> packed.computeIfAbsent(key.kind(), any -> new HashSet<>()).add(key.id()));
        for (NameKind kind : List.of(NameKind.PARTNER, NameKind.PRODUCT)) {
            Set<Long> gone = parties(kind);
            gone.removeAll(packed.getOrDefault(kind, Set.of()));
            for (NameColumn column : NameColumn.of(kind).stream().filter(one -> !one.isOfMasters()).toList()) {
                session.createSelectionQuery("select distinct e." + column.field() + " from " + column.entity()
                        + " e where e.connectionId = :c and e." + column.field() + " is not null", Long.class)
                        .setParameter("c", connection).list().forEach(gone::remove);
            }
            var nobodys = new Shown("", RecordKind.INVOICE, 0);
            Map<Key, Shown> left = gone.stream()
                    .collect(Collectors.toMap(id -> new Key(kind, id, 0), id -> nobodys));
            showByRows(left, true);
            gone.removeIf(id -> !left.containsKey(new Key(kind, id, 0)));
            for (List<Long> chunk : CopyTransaction.chunks(gone)) {
                session.createMutationQuery("delete from ShownNameEntity n where n.connectionId = :c "
                        + "and n.kind = :kind and n.id in (:ids)").setParameter("c", connection)
                        .setParameter("kind", kind.name()).setParameter("ids", chunk).executeUpdate();
            }
        }
    }
}
