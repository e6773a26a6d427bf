package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * Reads and changes the rows of connections within a session, and with each row its position in the list and the note
 * that it is lost.
 */
record ConnectionRows(StatelessSession session) {
    /** All, in the order in which they were added. */
    List<ConnectionEntity> all() {
        List<String> order = order();
        return session.createSelectionQuery("from ConnectionEntity", ConnectionEntity.class).stream()
                .sorted(Comparator.comparingInt((ConnectionEntity row) -> order.indexOf(row.id))
                        .thenComparing(row -> row.id))
                .toList();
    }

    Optional<ConnectionEntity> find(ConnectionId id) {
        return session.createSelectionQuery("from ConnectionEntity c where c.id = :id", ConnectionEntity.class)
                .setParameter("id", id.value()).uniqueResultOptional();
    }

    /** Adds a row behind the others, or in the place of one that was lost. */
    void add(StoredConnection connection) {
        if (find(connection.id()).isPresent()) {
            throw new EntityExistsException();
        }
        insert(connection);
    }

    /** Puts a row in the place of the one with its id, if there is one. */
    void put(StoredConnection connection) {
        delete(connection.id());
        insert(connection);
    }

    private void insert(StoredConnection connection) {
        session.insert(row(connection));
        var meta = new VaultMeta(session);
        meta.set(VaultState.LOST + connection.id().value(), "");
        List<String> order = order();
        if (!order.contains(connection.id().value())) {
            order.add(connection.id().value());
        }
        meta.set(VaultState.ORDER, String.join(" ", order));
    }

    /** Removes these, also those noted as lost. */
    void remove(Collection<ConnectionId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var meta = new VaultMeta(session);
        List<String> order = order();
        for (ConnectionId id : ids) {
            delete(id);
            order.remove(id.value());
            meta.set(VaultState.LOST + id.value(), "");
        }
        meta.set(VaultState.ORDER, String.join(" ", order));
    }

    private void delete(ConnectionId id) {
        session.createMutationQuery("delete from ConnectionEntity c where c.id = :id").setParameter("id", id.value())
                .executeUpdate();
    }

    /** Changes nothing but the ciphertext of a row that is there. */
    void sealAgain(StoredConnection again) {
        int found = session
                .createMutationQuery("update ConnectionEntity c set c.encryptedPassword = :sealed where c.id = :id")
                .setParameter("sealed", again.encryptedPassword().base64()).setParameter("id", again.id().value())
                .executeUpdate();
        if (found != 1) {
            throw new EntityNotFoundException(again.id().value());
        }
    }

    private List<String> order() {
        return new ArrayList<>(Arrays.asList(new VaultMeta(session).get(VaultState.ORDER).orElse("").split(" ")));
    }

    private static ConnectionEntity row(StoredConnection connection) {
        var row = new ConnectionEntity();
        row.id = connection.id().value();
        row.url = connection.endpoint().address().url();
        row.database = connection.endpoint().database();
        row.username = connection.endpoint().username();
        row.encryptedPassword = connection.encryptedPassword().base64();
        return row;
    }

    /** @throws ProblemException when the address is none; Loupe writes no such row */
    static StoredConnection connection(ConnectionEntity row) throws ProblemException {
        var endpoint = new Endpoint(OdooAddress.parse(row.url), row.database, row.username);
        return new StoredConnection(new ConnectionId(row.id), endpoint, new SealedPassword(row.encryptedPassword));
    }
}
