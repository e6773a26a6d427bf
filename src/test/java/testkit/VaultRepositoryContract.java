package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every vault repository does, the real one and the fakes. */
public abstract class VaultRepositoryContract {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The repository under test, empty at the beginning of each test; the subclass closes it. */
    protected abstract VaultRepository vault() throws ProblemException;

    /** A row with a random id. */
    protected static StoredConnection connection(String name, String sealed) throws ProblemException {
        var endpoint = new Endpoint(OdooAddress.parse("https://" + name + ".example:8443/sub"), "db-" + name, "bot ü");
        return new StoredConnection(ConnectionId.random(RANDOM), endpoint, new SealedPassword(sealed));
    }

    @Test
    void givesBackWhatWasInserted() throws Exception {
        var row = connection("acme", "c2VhbGVk");

        vault().insert(row, Map.of());

        assertThat(vault().find(row.id())).contains(row);
        assertThat(vault().connections()).containsExactly(row);
    }

    @Test
    void listsConnectionsOldestFirst() throws Exception {
        var rows = new ArrayList<StoredConnection>();
        for (int i = 0; i < 12; i++) {
            rows.add(connection("shop" + i, "eA"));
            vault().insert(rows.getLast(), Map.of());
        }

        vault().apply(new VaultChange(Set.of(rows.get(4).id()), List.of(), Map.of()));
        rows.remove(4);

        assertThat(vault().connections()).containsExactlyElementsOf(rows);
    }

    @Test
    void refusesAnIdThatIsTaken() throws Exception {
        var row = connection("acme", "one");
        vault().insert(row, Map.of());

        assertThatThrownBy(() -> vault().insert(row, Map.of())).isInstanceOf(ProblemException.class);

        assertThat(vault().connections()).containsExactly(row);
    }

    @Test
    void appliesDeletionResealingAndFactsTogether() throws Exception {
        var gone = connection("gone", "b2xk");
        var stays = connection("stays", "b2xk");
        vault().insert(gone, Map.of());
        vault().insert(stays, Map.of());
        var again = new StoredConnection(stays.id(), stays.endpoint(), new SealedPassword("bmV3"));

        vault().apply(new VaultChange(Set.of(gone.id()), List.of(again), Map.of(VaultFact.KEY_ID, "7")));

        assertThat(vault().connections()).containsExactly(again);
        assertThat(vault().facts()).containsExactlyEntriesOf(Map.of(VaultFact.KEY_ID, "7"));
    }

    @Test
    void putsARowInThePlaceOfTheOneWithItsIdOrAsANewOne() throws Exception {
        var first = connection("first", "b2xk");
        var second = connection("second", "b2xk");
        vault().insert(first, Map.of());
        vault().insert(second, Map.of());
        var moved = new StoredConnection(first.id(), connection("elsewhere", "bmV3").endpoint(),
                new SealedPassword("bmV3"));
        var third = connection("third", "bmV3");

        vault().put(moved, Map.of(VaultFact.PROFILES, "sealed"));
        vault().put(third, Map.of());

        assertThat(vault().connections()).containsExactly(moved, second, third);
        assertThat(vault().facts()).containsExactlyEntriesOf(Map.of(VaultFact.PROFILES, "sealed"));
    }

    @Test
    void doesNothingOfAChangeThatSealsAMissingRow() throws Exception {
        var stays = connection("stays", "b2xk");
        var missing = connection("missing", "bmV3");
        vault().insert(stays, Map.of());

        assertThatThrownBy(() -> vault()
                .apply(new VaultChange(Set.of(stays.id()), List.of(missing), Map.of(VaultFact.KEY_ID, "7"))))
                .isInstanceOf(ProblemException.class);

        assertThat(vault().connections()).containsExactly(stays);
        assertThat(vault().facts()).isEmpty();
    }

    @Test
    void setsReplacesAndRemovesFacts() throws Exception {
        vault().apply(VaultChange.ofFacts(Map.of(VaultFact.KEY_ID, "1", VaultFact.KEY_HOLDER, "passphrase")));
        vault().apply(VaultChange.ofFacts(Map.of(VaultFact.KEY_ID, "2", VaultFact.KEY_HOLDER, "")));

        assertThat(vault().facts()).containsExactlyEntriesOf(Map.of(VaultFact.KEY_ID, "2"));
    }

    @Test
    void addsARowWithItsFactsOrNeither() throws Exception {
        var row = connection("acme", "c2VhbGVk");
        vault().insert(row, Map.of(VaultFact.PROFILES, "one"));
        assertThat(vault().facts()).containsExactlyEntriesOf(Map.of(VaultFact.PROFILES, "one"));

        assertThatThrownBy(() -> vault().insert(row, Map.of(VaultFact.PROFILES, "two")))
                .isInstanceOf(ProblemException.class);

        assertThat(vault().facts()).containsExactlyEntriesOf(Map.of(VaultFact.PROFILES, "one"));
    }

    @Test
    void changesAFactByWhatItSaysNow() throws Exception {
        vault().change(VaultFact.COPY_UNFILLED, now -> now + "a");
        vault().change(VaultFact.COPY_UNFILLED, now -> now + "b");

        assertThat(vault().facts()).containsExactlyEntriesOf(Map.of(VaultFact.COPY_UNFILLED, "ab"));

        vault().change(VaultFact.COPY_UNFILLED, now -> "");
        assertThat(vault().facts()).isEmpty();
    }

    @Test
    void keepsEverythingThroughACompaction() throws Exception {
        var row = connection("acme", "c2VhbGVk");
        vault().insert(row, Map.of());
        vault().apply(VaultChange.ofFacts(Map.of(VaultFact.STORE_KEY, "sealed")));

        vault().compact();

        assertThat(vault().connections()).containsExactly(row);
        assertThat(vault().facts()).containsEntry(VaultFact.STORE_KEY, "sealed");
    }

    @Test
    void findsNothingUnderAnUnknownId() throws Exception {
        assertThat(vault().find(ConnectionId.random(RANDOM))).isEmpty();
    }
}
