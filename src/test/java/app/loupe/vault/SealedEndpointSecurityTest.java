package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

/** Which address the vault vouches for, whatever the file says. */
class SealedEndpointSecurityTest {
    private static final ConnectionId ID = Rows.id(1);
    private static final Endpoint OWN = Rows.endpoint(1);
    private static final Endpoint FOREIGN = Rows.endpoint(2);
    private static final ConnectionProfile PROFILE = new ConnectionProfile(ID, ConnectionProfile.Kind.ODOO, "Shop",
            null, null, "", null);

    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final CredentialVault vault = open();

    private CredentialVault open() {
        try {
            return new VaultOpener(Clock.systemUTC()).open(repository, FakeKeyHolder.keyring(),
                    FakeKeyHolder.passphrase());
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    @BeforeEach
    void oneConnection() throws ProblemException {
        try (Secret password = Secret.ofChars("password")) {
            vault.add(ID, OWN, password, List.of(PROFILE));
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void edited(Endpoint endpoint) throws ProblemException {
        StoredConnection row = repository.find(ID).orElseThrow();
        repository.put(new StoredConnection(ID, endpoint, row.encryptedPassword()), Map.of());
    }

    /** The file says that the password is lost, and that the connection led there. */
    private void lost(Endpoint endpoint) throws ProblemException {
        repository.put(new StoredConnection(ID, endpoint, new SealedPassword("none")), Map.of());
        repository.lose(ID);
    }

    private void fact(String sealed) throws ProblemException {
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.PROFILES, sealed)));
    }

    @Test
    void aWholeRowVouchesForItself() throws ProblemException {
        fact("");

        assertThat(vault.endpoint(ID)).contains(OWN);
        assertThat(vault.endpoint(Rows.id(9))).isEmpty();
    }

    @Test
    void anEditedRowIsNotBelievedAndNotSealedLater() throws ProblemException {
        edited(FOREIGN);
        assertThat(vault.endpoint(ID)).isEmpty();

        vault.keepProfiles(List.of(PROFILE.expiring(LocalDate.of(2027, 1, 1))));
        assertThat(vault.endpoint(ID)).isEmpty();
        fact("");
        vault.keepProfiles(List.of(PROFILE));
        assertThat(vault.endpoint(ID)).isEmpty();

        edited(OWN);
        assertThat(vault.endpoint(ID)).contains(OWN);
    }

    @Test
    void aRowWhosePasswordIsDamagedLeadsWhereItsSealedProfileSays() throws ProblemException {
        repository.put(Rows.with(repository.find(ID).orElseThrow(), "A".repeat(40)), Map.of());

        assertThat(vault.endpoint(ID)).contains(OWN);
    }

    @Test
    void aLostOneLeadsWhereBothSayAndNowhereWhenTheyDiffer() throws ProblemException {
        lost(OWN);
        assertThat(vault.endpoint(ID)).contains(OWN);

        lost(FOREIGN);
        assertThat(vault.endpoint(ID)).isEmpty();
    }

    @Test
    void aLostOneWithoutASealedProfileLeadsNowhere() throws ProblemException {
        lost(OWN);
        fact("damaged");

        assertThat(vault.endpoint(ID)).isEmpty();
        vault.keepProfiles(List.of(PROFILE));
        assertThat(vault.endpoint(ID)).as("keeping it now makes nothing certain").isEmpty();
    }

    @Test
    void aRowThatIsGoneAltogetherStillLeadsWhereItsSealedProfileSays() throws ProblemException {
        repository.apply(new VaultChange(Set.of(ID), List.of(), Map.of()));

        assertThat(vault.endpoint(ID)).contains(OWN);
    }

    @Test
    void theNewAddressOfAnEditIsTheSealedOne() throws ProblemException {
        try (Secret password = Secret.ofChars("another")) {
            vault.replace(ID, FOREIGN, password, List.of(PROFILE));
        }
        lost(FOREIGN);

        assertThat(vault.endpoint(ID)).contains(FOREIGN);
    }

    @Test
    void profilesOfALoupeThatSealedNoAddressGainIt() throws ProblemException {
        fact("");
        vault.keepProfiles(List.of(PROFILE));
        lost(OWN);

        assertThat(vault.endpoint(ID)).contains(OWN);
    }

    @Test
    void nothingOfADeletedConnectionStaysSealed() throws ProblemException {
        vault.delete(ID);

        assertThat(vault.endpoint(ID)).isEmpty();
    }
}
