package app.loupe.store;

import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.RecordKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the rows of one connection refer to and by which name they show it, and gives a thing its new name in
 * every row at once. Asking all lines for that takes as long as reading them. What no row refers to any more stays until
 * {@link #renew}.
 */
final class ShownNames {
    private final StatelessSession session;
    private final String connection;

    ShownNames(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    private record Key(NameKind kind, long id, long company) {
        Named named(String name) {
            return new Named(kind, id, company, name);
        }
    }

    private record Shown(String name, RecordKind by, long record) {}

    /** The ids of partners, or of products, that rows refer to. */
    Set<Long> parties(NameKind kind) {
        return new HashSet<>(session
                .createSelectionQuery("select n.id from ShownNameEntity n where n.connectionId = :c and n.kind = :kind",
                        Long.class)
                .setParameter("c", connection).setParameter("kind", kind.name()).list());
    }

    /** Every name, with the row that shows it. */
    List<NameSample> all() {
        return session.createSelectionQuery("from ShownNameEntity n where n.connectionId = :c", ShownNameEntity.class)
                .setParameter("c", connection).list().stream()
                .map(row -> new NameSample(new Named(NameKind.valueOf(row.kind), row.id, row.companyId, row.name),
                        RecordKind.valueOf(row.shownBy), row.recordId))
                .toList();
    }

    /** Takes note of what new rows refer to; where they show another name, all rows get it. */
    void note(List<? extends CountedEntity> rows) {
        var seen = new HashMap<Key, Shown>();
        for (CountedEntity row : rows) {
            if (row instanceof RecordEntity record) {
                for (NameColumn column : NameColumn.of(record)) {
                    RefValue ref = column.isRemembered() ? column.value(record) : null;
                    if (ref != null) {
                        seen.merge(new Key(column.kind(), ref.id(), column.company(record)),
                                new Shown(ref.name(), column.shownBy(), record.id),
                                (one, other) -> one.name().isEmpty() ? other : one);
                    }
                }
            }
        }
        Map<Key, String> known = known(seen.keySet());
        var fresh = seen.entrySet().stream().filter(one -> !known.containsKey(one.getKey()))
                .map(one -> row(one.getKey(), one.getValue())).toList();
        if (!fresh.isEmpty()) {
            session.insertMultiple(fresh);
        }
        seen.forEach((key, shown) -> {
            String before = known.get(key);
            if (before != null && !before.equals(shown.name()) && !shown.name().isEmpty()) {
                rename(key.named(shown.name()));
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
        row.shownBy = shown.by().name();
        row.recordId = shown.record();
        return row;
    }

    private Map<Key, String> known(Collection<Key> keys) {
        var ids = new EnumMap<NameKind, Set<Long>>(NameKind.class);
        keys.forEach(key -> ids.computeIfAbsent(key.kind(), any -> new TreeSet<>()).add(key.id()));
        var known = new HashMap<Key, String>();
        ids.forEach((kind, wanted) -> {
            for (List<Long> chunk : CopyTransaction.chunks(wanted)) {
                session.createSelectionQuery("select n.id, n.companyId, n.name from ShownNameEntity n "
                        + "where n.connectionId = :c and n.kind = :kind and n.id in (:ids)", Object[].class)
                        .setParameter("c", connection).setParameter("kind", kind.name()).setParameter("ids", chunk)
                        .list().forEach(row -> known.put(new Key(kind, (Long) row[0], (Long) row[1]),
                                (String) row[2]));
            }
        });
        return known;
    }

    /** Gives a thing this name in every row; returns how many rows showed another. */
    int rename(Named named) {
        int renamed = 0;
        for (NameColumn column : NameColumn.of(named.kind())) {
            String condition = " where e.connectionId = :c and e." + column.field() + ".id = :id" + companyOf(column);
            var update = session.createMutationQuery("update " + column.entity() + " e set e." + column.field()
                    + ".name = :name" + condition + " and e." + column.field() + ".name <> :name")
                    .setParameter("c", connection).setParameter("id", named.id()).setParameter("name", named.name());
            if (column.isPerCompany()) {
                update.setParameter("company", named.company());
            }
            renamed += update.executeUpdate();
        }
        session.createMutationQuery("update ShownNameEntity n set n.name = :name where n.connectionId = :c "
                + "and n.kind = :kind and n.id = :id and n.companyId = :company").setParameter("name", named.name())
                .setParameter("c", connection).setParameter("kind", named.kind().name())
                .setParameter("id", named.id()).setParameter("company", named.company()).executeUpdate();
        return renamed;
    }

    private static String companyOf(NameColumn column) {
        return column.isPerCompany() ? " and e.company.id = :company" : "";
    }

    /** Finds another row that shows it; forgets it when there is none. */
    void sampleAnew(Named named) {
        Key key = new Key(named.kind(), named.id(), named.company());
        session.createMutationQuery("delete from ShownNameEntity n where n.connectionId = :c and n.kind = :kind "
                + "and n.id = :id and n.companyId = :company").setParameter("c", connection)
                .setParameter("kind", named.kind().name()).setParameter("id", named.id())
                .setParameter("company", named.company()).executeUpdate();
        for (NameColumn column : NameColumn.of(named.kind())) {
            Long other = column.isRemembered() ? newest(column, named) : null;
            if (other != null) {
                session.insert(row(key, new Shown(named.name(), column.shownBy(), other)));
                return;
            }
        }
    }

    /** The newest one: of those that Odoo still has it is the likeliest. */
    private @Nullable Long newest(NameColumn column, Named named) {
        String present = column.shownBy() == RecordKind.INVOICE ? " and e.presence = 'PRESENT'" : "";
        var query = session.createSelectionQuery("select max(e.id) from " + column.entity()
                + " e where e.connectionId = :c and e." + column.field() + ".id = :id" + companyOf(column) + present,
                Long.class).setParameter("c", connection).setParameter("id", named.id());
        if (column.isPerCompany()) {
            query.setParameter("company", named.company());
        }
        return query.getSingleResultOrNull();
    }

    /** Forgets partners and products that no row refers to any more, by reading every row. */
    void renew() {
        for (NameKind kind : List.of(NameKind.PARTNER, NameKind.PRODUCT)) {
            var named = new TreeSet<Long>();
            for (NameColumn column : NameColumn.of(kind).stream().filter(NameColumn::isRemembered).toList()) {
                named.addAll(session.createSelectionQuery("select distinct e." + column.field() + ".id from "
                        + column.entity() + " e where e.connectionId = :c and e." + column.field() + ".id is not null",
                        Long.class).setParameter("c", connection).list());
            }
            Set<Long> gone = parties(kind);
            gone.removeAll(named);
            for (List<Long> chunk : CopyTransaction.chunks(gone)) {
                session.createMutationQuery("delete from ShownNameEntity n where n.connectionId = :c "
                        + "and n.kind = :kind and n.id in (:ids)").setParameter("c", connection)
                        .setParameter("kind", kind.name()).setParameter("ids", chunk).executeUpdate();
            }
        }
    }
}
