package app.loupe.store;

import app.loupe.domain.NameKind;
import app.loupe.domain.Ref;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * The names of what the rows of one connection refer to, for one reading; rows have ids only. Unknown names are empty.
 * Not safe for use by several threads.
 */
final class Names {
    private static final String QUERY = "select n.kind, n.id, n.companyId, n.name, n.nameHash from ShownNameEntity n "
            + "where n.connectionId = :c";

    private final @Nullable StatelessSession lazy;
    private final String connection;
    private final Map<Key, Ref> known;

    /**
     * Asked for several names of every row of a copy: the hash of a record is made of method handles, which cost more
     * than the map.
     */
    private record Key(String kind, long id, long company) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && id == that.id && company == that.company && kind.equals(that.kind);
        }

        @Override
        public int hashCode() {
            return (kind.hashCode() * 31 + Long.hashCode(id)) * 31 + Long.hashCode(company);
        }
    }

    private Names(@Nullable StatelessSession lazy, String connection, Map<Key, Ref> known) {
        this.lazy = lazy;
        this.connection = connection;
        this.known = known;
    }

    /** For reading some records: each name is looked up when it is first needed. */
    static Names few(StatelessSession session, String connection) {
        return new Names(session, connection, new HashMap<>());
    }

    /** For reading all records. */
    static Names all(StatelessSession session, String connection) {
        var names = new Names(null, connection, new HashMap<>());
        names.take(session.createSelectionQuery(QUERY, Object[].class).setParameter("c", connection));
        return names;
    }

    /** For readings in which names do not matter. */
    static Names none() {
        return new Names(null, "", new HashMap<>());
    }

    /** The same in a later transaction, for the next records of the same reading; names that are new since are looked up. */
    Names in(StatelessSession session) {
        return new Names(session, connection, known);
    }

    /** The id of a reference. */
    static @Nullable Long id(@Nullable Ref ref) {
        return ref == null ? null : ref.id();
    }

    /** The reference of an id; null when there is none. */
    @Nullable
    Ref ref(NameKind kind, @Nullable Long id) {
        return id == null ? null : find(new Key(kind.name(), id, 0));
    }

    /** The account as the company of the row calls it. */
    @Nullable
    Ref account(@Nullable Long id, @Nullable Long company) {
        return id == null ? null : find(new Key(NameKind.ACCOUNT.name(), id, company == null ? 0 : company));
    }

    /** The name alone; empty without. */
    String name(NameKind kind, @Nullable Long id) {
        return Ref.nameOf(ref(kind, id));
    }

    private Ref find(Key key) {
        Ref ref = known.get(key);
        if (ref != null) {
            return ref;
        }
        if (lazy != null) {
            take(lazy.createSelectionQuery(QUERY + " and n.kind = :kind and n.id = :id", Object[].class)
                    .setParameter("c", connection).setParameter("kind", key.kind()).setParameter("id", key.id()));
        }
        return known.computeIfAbsent(key, any -> new Ref(key.id(), ""));
    }

    private void take(SelectionQuery<Object[]> query) {
        for (Object[] row : query.list()) {
            var key = new Key((String) row[0], (Long) row[1], (Long) row[2]);
            String name = (String) row[3];
            if (ShownNames.hash(key.kind(), key.id(), key.company(), name) != (Long) row[4]) {
                throw new IllegalStateException("a name is not what was stored");
            }
            known.put(key, new Ref(key.id(), name));
        }
    }
}
