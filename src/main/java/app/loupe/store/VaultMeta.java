package app.loupe.store;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Reads and sets named facts within a session; the session's user decides whose. */
final class VaultMeta {
    private final StatelessSession session;

    VaultMeta(StatelessSession session) {
        this.session = session;
    }

    Optional<String> get(String name) {
        return session.createSelectionQuery("select m.value from MetaEntity m where m.name = :name", String.class)
                .setParameter("name", name).uniqueResultOptional();
    }

    List<MetaEntity> all() {
        return session.createSelectionQuery("from MetaEntity", MetaEntity.class).list();
    }

    /** Replaces the value; an empty one removes the fact. */
    void set(String name, String value) {
        session.createMutationQuery("delete from MetaEntity m where m.name = :name").setParameter("name", name)
                .executeUpdate();
        if (!value.isEmpty()) {
            var row = new MetaEntity();
            row.name = name;
            row.value = value;
            session.insert(row);
        }
    }
}
