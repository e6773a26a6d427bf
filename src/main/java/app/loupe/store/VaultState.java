package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/**
 * What the vault file holds for one account: its facts, and each connection without the sealed password, of which there
 * is only a digest.
 *
 * @param user the owner
 * @param shared facts of the installation
 * @param facts facts of the user, their generation among them
 * @param rows the connections by their id
 */
record VaultState(String user, Map<String, String> shared, Map<String, String> facts, Map<String, Row> rows) {
    /** The fact that counts the changes of a user's part of the file. */
    static final String GENERATION = "generation";
    /** The beginning of the name of a fact that keeps what is known of a connection whose sealed password was lost. */
    static final String LOST = "lost:";
    /** Ids are random; this fact keeps the order they were added in. */
    static final String ORDER = "connection-order";
    /** The id of the installation. */
    static final String INSTALL_ID = "install-id";

    VaultState {
        shared = Map.copyOf(shared);
        facts = Map.copyOf(facts);
        rows = Map.copyOf(rows);
    }

    /**
     * A connection without its sealed password.
     *
     * @param length characters of the sealed password
     * @param digest of the whole row, see {@link #digest}
     */
    record Row(String url, String database, String username, int length, String digest) {
        static Row of(String user, ConnectionEntity entity) {
            String sealed = entity.encryptedPassword;
            var bare = new Row(entity.url, entity.database, entity.username, sealed.length(), "");
            return new Row(entity.url, entity.database, entity.username, sealed.length(),
                    bare.digest(user, entity.id, sealed));
        }

        /** SHA-256 over user, id, address, database, user name and this sealed password; tells nothing of what is sealed. */
        String digest(String user, String id, String sealed) {
            return FramedDigest.of(List.of(user, id, url, database, username, sealed));
        }

        /** The value of the fact that remembers a lost connection. */
        String remembered() {
            return String.join("\n", url, database, username);
        }
    }

    /** Reads what the open file holds for the session's user. */
    static VaultState of(StoreSession session) throws ProblemException {
        Map<String, String> shared = session.shared(VaultState::facts);
        return session.read(s -> of(session.user().value(), shared, s));
    }

    private static VaultState of(String user, Map<String, String> shared, StatelessSession session) {
        var rows = new TreeMap<String, Row>();
        session.createSelectionQuery("from ConnectionEntity", ConnectionEntity.class).stream()
                .forEach(row -> rows.put(row.id, Row.of(user, row)));
        return new VaultState(user, shared, facts(session), rows);
    }

    /** The facts that the session sees. */
    static Map<String, String> facts(StatelessSession session) {
        var facts = new TreeMap<String, String>();
        new VaultMeta(session).all().forEach(row -> facts.put(row.name, row.value));
        return facts;
    }

    String install() {
        return shared.getOrDefault(INSTALL_ID, "");
    }

    long generation() {
        return generation(facts.getOrDefault(GENERATION, ""));
    }

    /** The number in the text of the fact; 0 when it was never counted or makes no sense. */
    static long generation(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /**
     * Whether the file found is the one in this ledger, or a later state of it: a killed process may leave a ledger that
     * is older than its file, never a newer one.
     */
    boolean isOf(VaultState found) {
        boolean same = user.equals(found.user) && found.shared.entrySet().containsAll(shared.entrySet());
        return same && (found.generation() > generation() || (facts.equals(found.facts) && rows.equals(found.rows)));
    }

    /**
     * Whether the file found is of another installation than this ledger. Of a damaged one some fact of the installation is
     * still there, though its id may be another now.
     */
    boolean isOfAnotherThan(VaultState found) {
        return !found.install().isEmpty() && !found.install().equals(install())
                && Collections.disjoint(shared.entrySet(), found.shared.entrySet());
    }

    /** Whether the id of this installation stands in a file of this content, which is plain; of a damaged one it may not. */
    boolean isSeenIn(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(install());
    }

    /** Reads the value of {@link Row#remembered}; empty when it names no address. */
    static Optional<Endpoint> endpoint(String remembered) {
        String[] parts = remembered.split("\n", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Endpoint(OdooAddress.parse(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        } catch (ProblemException edited) {
            return Optional.empty();
        }
    }

    /** The connection that a fact remembers as lost; empty for every other fact. */
    static Optional<ConnectionId> lost(String fact) {
        try {
            return fact.startsWith(LOST)
                    ? Optional.of(new ConnectionId(fact.substring(LOST.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException edited) {
            return Optional.empty();
        }
    }
}
