package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CredentialVault;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

/** What the owner is told by the keyrings of Windows and macOS, in each of their states, and that none costs the key. */
class OtherKeyringsTest {
    private final CredentialManager windows = new CredentialManager();
    private final Keychain mac = new Keychain();
    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();

    private KeyringHolder onWindows() {
        return new KeyringHolder(KeyringKind.WINDOWS, KeyringHolder.LIMIT, storage -> windows);
    }

    private KeyringHolder onMac() {
        return new KeyringHolder(KeyringKind.MACOS, KeyringHolder.LIMIT, storage -> mac);
    }

    /** Gives up at once: what it waits for never comes. */
    private KeyHolder impatientOnMac() {
        return new KeyringHolder(KeyringKind.MACOS, Duration.ofMillis(1), storage -> mac);
    }

    private CredentialVault open(KeyHolder keyring) throws ProblemException {
        return new VaultOpener(Clock.systemUTC()).open(repository, keyring, FakeKeyHolder.passphrase());
    }

    private void addOne(KeyHolder keyring) throws ProblemException {
        try (CredentialVault vault = open(keyring); Secret password = Secret.ofChars("Zq9!canary")) {
            vault.add(Rows.id(1), Rows.endpoint(1), password, List.of());
        }
    }

    private void refused(KeyHolder keyring, ProblemCode code) {
        var before = List.of(repository.connections(), repository.facts());

        assertThatThrownBy(() -> open(keyring)).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.problem().code()).isEqualTo(code));

        assertThat(List.of(repository.connections(), repository.facts())).isEqualTo(before);
    }

    private void opens(KeyHolder keyring) throws ProblemException {
        try (CredentialVault vault = open(keyring)) {
            assertThat(vault.report().keyHolder()).isEqualTo(keyring.id());
        }
    }

    /** Windows asks nobody; whether the keychain of macOS would nobody can see. */
    @Test
    void onlyOneThatAsksNobodyIsTriedUnasked() {
        assertThat(onWindows().takesUnasked()).isTrue();
        assertThat(onMac().takesUnasked()).isFalse();
    }

    /** 5 access denied, 8 no memory, 87 a wrong parameter, 1223 cancelled, 1312 no logon session as over a network. */
    @ParameterizedTest
    @CsvSource({"5, KEYRING_DENIED", "8, KEYRING_DENIED", "87, KEYRING_DENIED", "1223, KEYRING_DENIED",
        "1312, KEYRING_UNAVAILABLE"})
    void windowsSaysNoAndNothingIsLost(int number, ProblemCode code) throws Exception {
        addOne(onWindows());
        windows.refuse(number);

        refused(onWindows(), code);

        windows.refuse(0);
        opens(onWindows());
    }

    /** Errors -128, -25308 and -25293, in the words of two systems. */
    @ParameterizedTest
    @ValueSource(strings = {"User canceled the operation.", "Der Benutzer hat den Vorgang abgebrochen.",
        "User interaction is not allowed.", "The user name or passphrase you entered is not correct."})
    void macSaysNoAndNothingIsLost(String words) throws Exception {
        addOne(onMac());
        mac.refuse(words);

        refused(onMac(), ProblemCode.KEYRING_DENIED);
        assertThatThrownBy(() -> onMac().store(repository.install(), Secret.ofChars("another")))
                .hasMessage(ProblemCode.KEYRING_DENIED.key());

        mac.refuse("");
        opens(onMac());
    }

    @Test
    void aQuestionThatTheOwnerLeavesOpenIsSlowAndNothingIsLost() throws Exception {
        addOne(onMac());
        mac.ask(true);

        refused(impatientOnMac(), ProblemCode.KEYRING_SLOW);

        mac.ask(false);
        opens(onMac());
    }

    @Test
    void aFirstStartThatIsRefusedMakesNoKey() throws Exception {
        windows.refuse(5);
        refused(onWindows(), ProblemCode.KEYRING_DENIED);
        mac.refuse("User canceled the operation.");
        refused(onMac(), ProblemCode.KEYRING_DENIED);

        windows.refuse(0);
        mac.refuse("");
        assertThat(onWindows().load(repository.install())).isEqualTo(new KeyState.Absent());
        assertThat(onMac().load(repository.install())).isEqualTo(new KeyState.Absent());
    }

    @Test
    void aSessionWithoutCredentialsOffersAPassphraseAtTheFirstStart() throws Exception {
        windows.refuse(1312);

        try (CredentialVault vault = open(onWindows())) {
            assertThat(vault.report().keyHolder()).isEqualTo("passphrase");
        }
    }

    @Nested
    class CredentialManagerKeeps extends KeyHolderContract {
        @Override
        protected KeyHolder holder() {
            return onWindows();
        }

        @Override
        protected void forget(InstallId install) {
            windows.remove(KeyringHolder.SERVICE, install.value());
        }
    }

    @Nested
    class KeychainKeeps extends KeyHolderContract {
        @Override
        protected KeyHolder holder() {
            return onMac();
        }

        @Override
        protected void forget(InstallId install) {
            mac.remove(KeyringHolder.SERVICE, install.value());
        }
    }

    /** That other tests use in the place of a keyring. */
    @Nested
    class FakeKeeps extends KeyHolderContract {
        private final FakeKeyHolder fake = FakeKeyHolder.keyring();

        @Override
        protected KeyHolder holder() {
            return fake;
        }

        @Override
        protected void forget(InstallId install) {
            fake.forget(install);
        }
    }
}
