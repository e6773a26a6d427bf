package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CredentialVault;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultFact;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

/** A new master key without a deletion: when it is asked for, and only then. */
class KeyChangeSecurityTest {
    private static final Instant MADE = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();

    private CredentialVault open(Instant now) throws ProblemException {
        return new VaultOpener(Clock.fixed(now, ZoneOffset.UTC)).open(repository, keyring,
                FakeKeyHolder.passphrase());
    }

    @BeforeEach
    void twoConnections() throws ProblemException {
        try (CredentialVault vault = open(MADE)) {
            for (int number = 1; number <= 2; number++) {
                try (Secret password = Secret.ofChars("password " + number)) {
                    vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
                }
            }
            vault.storeKey().close();
            vault.bookKey().close();
        }
    }

    private String keyId() {
        return repository.facts().getOrDefault(VaultFact.KEY_ID, "");
    }

    private MasterKeys atRest() throws GeneralSecurityException {
        try (Secret text = Secret.owning(keyring.entry(repository.install()).orElseThrow())) {
            return MasterKeys.parse(text);
        }
    }

    private static void assertOpens(CredentialVault vault) throws ProblemException {
        assertThat(vault.report().sound()).isEqualTo(2);
        for (int number = 1; number <= 2; number++) {
            assertThat(vault.access(Rows.id(number), Rows.endpoint(number)).<String, ProblemException>use(Rows::text))
                    .isEqualTo("password " + number);
        }
    }

    private static byte[] bytes(Secret secret) {
        try (secret) {
            return secret.bytes().clone();
        }
    }

    @Test
    void everythingIsSealedWithANewKeyAndTheOldOneIsForgotten() throws Exception {
        InMemoryVaultRepository backup = repository.snapshot();
        String before = keyId();
        Instant now = MADE.plus(Duration.ofDays(3));

        try (CredentialVault vault = open(now)) {
            byte[] store = bytes(vault.storeKey());
            byte[] book = bytes(vault.bookKey());

            assertThat(vault.changeKey()).isEmpty();

            assertOpens(vault);
            assertThat(vault.report().keyCreated()).contains(now);
            assertThat(vault.report().rekeyPending()).isFalse();
            assertThat(bytes(vault.storeKey())).isEqualTo(store);
            assertThat(bytes(vault.bookKey())).isEqualTo(book);
        }
        assertThat(keyId()).isNotEqualTo(before);
        assertThat(atRest().size()).isOne();
        assertThat(repository.connections()).doesNotContainAnyElementsOf(backup.connections());
        MasterKeys after = atRest();
        for (StoredConnection row : backup.connections()) {
            assertThatThrownBy(() -> Rows.opened(after, row)).hasMessage("key-foreign");
        }
    }

    @Test
    void withoutAConnectionTheKeyChangesAsWell() throws Exception {
        try (CredentialVault vault = open(MADE)) {
            vault.delete(Rows.id(1));
            vault.delete(Rows.id(2));
            String before = keyId();

            assertThat(vault.changeKey()).isEmpty();

            assertThat(keyId()).isNotEqualTo(before);
            assertThat(atRest().size()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYRING_LOCKED", "KEYRING_DENIED", "KEYRING_SLOW", "KEYRING_UNAVAILABLE"})
    void aKeyringThatTakesNoPartLosesNothingAndTheNextStartFinishes(ProblemCode refusal) throws Exception {
        String before = keyId();
        try (CredentialVault vault = open(MADE)) {
            keyring.refuse(refusal);

            assertThat(vault.changeKey()).contains(Problem.of(ProblemCode.KEY_CHANGE_PENDING));

            assertOpens(vault);
            assertThat(vault.report().rekeyPending()).isTrue();
            assertThat(keyId()).isEqualTo(before);
        }

        keyring.behave();
        try (CredentialVault vault = open(MADE)) {
            assertOpens(vault);
            assertThat(vault.report().rekeyPending()).isFalse();
        }
        assertThat(keyId()).isNotEqualTo(before);
        assertThat(atRest().size()).isOne();
    }

    @Test
    void aKeyringThatClosesBetweenTheTwoWritesIsFinishedByTheNextChange() throws Exception {
        InMemoryVaultRepository backup = repository.snapshot();
        try (CredentialVault vault = open(MADE)) {
            keyring.refuseAfter(1, ProblemCode.KEYRING_LOCKED);
            assertThat(vault.changeKey()).isPresent();
            InMemoryVaultRepository between = repository.snapshot();
            keyring.behave();

            assertThat(vault.changeKey()).isEmpty();

            assertOpens(vault);
            MasterKeys after = atRest();
            assertThat(after.size()).isOne();
            for (InMemoryVaultRepository old : List.of(backup, between)) {
                assertThat(old.connections()).allSatisfy(
                        row -> assertThatThrownBy(() -> Rows.opened(after, row)).hasMessage("key-foreign"));
            }
        }
    }

    @Test
    void aFullDiskRefusesBeforeAnythingIsChanged() throws ProblemException {
        try (CredentialVault vault = open(MADE)) {
            Map<VaultFact, String> facts = repository.facts();
            List<StoredConnection> rows = repository.connections();
            int stores = keyring.stores();
            repository.full(true);

            assertThatThrownBy(vault::changeKey).hasMessage("disk-full");

            assertThat(repository.facts()).isEqualTo(facts);
            assertThat(repository.connections()).isEqualTo(rows);
            assertThat(keyring.stores()).isEqualTo(stores);
            assertOpens(vault);
        }
    }

    /** The guide has a note brought back from a copy of the folder: opening that must not take the key of the first one away. */
    @Test
    void noKeyIsTooOldForAnOpening() throws ProblemException {
        Map<VaultFact, String> before = repository.facts();
        int stores = keyring.stores();

        try (CredentialVault vault = open(MADE.plus(Duration.ofDays(4_000)))) {
            assertOpens(vault);
        }

        assertThat(repository.facts()).isEqualTo(before);
        assertThat(keyring.stores()).isEqualTo(stores);
    }
}
