package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CredentialVault;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

class VaultOpenerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();
    private final FakeKeyHolder passphrase = FakeKeyHolder.passphrase();
    private final VaultOpener opener = new VaultOpener(Clock.fixed(NOW, ZoneOffset.UTC));

    private CredentialVault open() throws ProblemException {
        return opener.open(repository, keyring, passphrase);
    }

    private void addOne() throws ProblemException {
        try (CredentialVault vault = open(); Secret password = Secret.ofChars("Zq9!canary")) {
            vault.add(Rows.id(1), Rows.endpoint(1), password, List.of());
        }
    }

    @Test
    void aNewInstallationMakesOneKeyInTheKeyring() throws ProblemException {
        try (CredentialVault vault = open()) {
            assertThat(vault.report()).isEqualTo(
                    new CredentialVault.VaultReport("secret-service", Optional.of(NOW), 0, List.of(), false,
                            Optional.empty()));
        }

        assertThat(keyring.stores()).isOne();
        assertThat(passphrase.loads()).isZero();
        assertThat(repository.facts()).containsEntry(VaultFact.KEY_HOLDER, "secret-service")
                .containsKeys(VaultFact.KEY_ID, VaultFact.CHECK_VALUE);
    }

    @Test
    void theSecondStartUsesTheSameKeyAndWritesNothing() throws ProblemException {
        addOne();
        Map<VaultFact, String> before = repository.facts();

        try (CredentialVault vault = open()) {
            assertThat(vault.access(Rows.id(1), Rows.endpoint(1)).<String, ProblemException>use(Rows::text))
                    .isEqualTo("Zq9!canary");
        }

        assertThat(keyring.stores()).isOne();
        assertThat(repository.facts()).isEqualTo(before);
    }

    @Test
    void withoutAKeyringANewInstallationUsesThePassphraseAndStaysWithIt() throws ProblemException {
        keyring.answer(new KeyState.Unavailable("no bus"));
        addOne();
        keyring.behave();

        try (CredentialVault vault = open()) {
            assertThat(vault.report().keyHolder()).isEqualTo("passphrase");
            assertThat(vault.report().sound()).isOne();
        }
        assertThat(keyring.stores()).isZero();
        assertThat(passphrase.stores()).isOne();
    }

    @Test
    void neverMakesAKeyBesideAnExistingStore() throws ProblemException {
        addOne();
        keyring.forget(repository.install());
        var rows = repository.connections();
        Map<VaultFact, String> facts = repository.facts();

        assertRefused(ProblemCode.KEY_MISSING);
        assertThat(keyring.stores()).isOne();
        assertThat(keyring.entry(repository.install())).isEmpty();
        assertThat(repository.connections()).isEqualTo(rows);
        assertThat(repository.facts()).isEqualTo(facts);
    }

    @Test
    void everyAnswerButAKeyLeavesTheStoreAsItIs() throws ProblemException {
        addOne();
        var rows = repository.connections();
        Map<VaultFact, String> facts = repository.facts();
        Map<KeyState, ProblemCode> answers = Map.of(new KeyState.Locked(), ProblemCode.KEYRING_LOCKED,
                new KeyState.Denied(), ProblemCode.KEYRING_DENIED, new KeyState.Slow(), ProblemCode.KEYRING_SLOW,
                new KeyState.Unavailable("x"), ProblemCode.KEYRING_UNAVAILABLE, new KeyState.Unreadable("x"),
                ProblemCode.KEY_UNREADABLE, new KeyState.Absent(), ProblemCode.KEY_MISSING);

        for (var answer : answers.entrySet()) {
            keyring.answer(answer.getKey());
            assertRefused(answer.getValue());
        }

        assertThat(keyring.stores()).isOne();
        assertThat(passphrase.loads()).isZero();
        assertThat(repository.connections()).isEqualTo(rows);
        assertThat(repository.facts()).isEqualTo(facts);
    }

    @Test
    void refusesAForeignAndAnUnreadableEntry() throws Exception {
        addOne();

        try (Secret foreign = Rows.keys().serialised()) {
            keyring.put(repository.install(), foreign.bytes());
        }
        assertRefused(ProblemCode.KEY_FOREIGN);
        keyring.put(repository.install(), "five kilobytes ".repeat(340).getBytes(StandardCharsets.UTF_8));
        assertRefused(ProblemCode.KEY_UNREADABLE);
        assertThat(keyring.stores()).isOne();
    }

    @Test
    void anUnreadableEntryIsNotOverwrittenEvenInANewInstallation() {
        keyring.put(repository.install(), "?".getBytes(StandardCharsets.UTF_8));

        assertRefused(ProblemCode.KEY_UNREADABLE);
        assertThat(keyring.stores()).isZero();
    }

    @Test
    void refusesAnEditedCheckValueOrKeyId() throws ProblemException {
        addOne();
        String keyId = repository.facts().getOrDefault(VaultFact.KEY_ID, "");
        String check = repository.facts().getOrDefault(VaultFact.CHECK_VALUE, "");

        for (String wrong : List.of("not hex", "00000001", "-1", "123456789abcdef")) {
            repository.putFact(VaultFact.KEY_ID, wrong);
            assertRefused(ProblemCode.KEY_FOREIGN);
        }
        repository.putFact(VaultFact.KEY_ID, keyId);
        repository.putFact(VaultFact.CHECK_VALUE, check.substring(4));
        assertRefused(ProblemCode.KEY_FOREIGN);
        repository.putFact(VaultFact.CHECK_VALUE, check);
        open().close();
    }

    @Test
    void lostFactsAreMadeAgainFromTheRightKeyOnly() throws Exception {
        addOne();
        for (VaultFact fact : VaultFact.values()) {
            repository.putFact(fact, "");
        }
        byte[] right = keyring.entry(repository.install()).orElseThrow();

        try (Secret foreign = Rows.keys().serialised()) {
            keyring.put(repository.install(), foreign.bytes());
        }
        assertRefused(ProblemCode.KEY_FOREIGN);
        keyring.put(repository.install(), right);
        try (CredentialVault vault = open()) {
            assertThat(vault.report().sound()).isOne();
        }
        assertThat(repository.facts()).containsKeys(VaultFact.KEY_ID, VaultFact.CHECK_VALUE);
    }

    @Test
    void doesNotMoveToAnotherKeyringByItself() throws ProblemException {
        addOne();
        repository.putFact(VaultFact.KEY_HOLDER, "kwallet");

        assertRefused(ProblemCode.KEYRING_UNAVAILABLE);
        assertThat(keyring.loads()).isOne();
    }

    @Test
    void aPassphraseThatWasNotGivenOrIsWrongHasItsOwnWords() throws ProblemException {
        keyring.answer(new KeyState.Unavailable("no bus"));
        addOne();

        passphrase.answer(new KeyState.Locked());
        assertRefused(ProblemCode.PASSPHRASE_NEEDED);
        passphrase.answer(new KeyState.Denied());
        assertRefused(ProblemCode.PASSPHRASE_WRONG);
        passphrase.answer(new KeyState.Absent());
        assertRefused(ProblemCode.KEY_MISSING);
    }

    @Test
    void closesTheKeysetThatItWasGiven() throws Exception {
        addOne();
        Secret given = Secret.owning(keyring.entry(repository.install()).orElseThrow());
        keyring.answer(new KeyState.Present(given));

        open().close();

        assertThatThrownBy(given::bytes).isInstanceOf(IllegalStateException.class);
    }

    private void assertRefused(ProblemCode code) {
        assertThatThrownBy(this::open).isInstanceOf(ProblemException.class).hasMessage(code.key());
    }
}
