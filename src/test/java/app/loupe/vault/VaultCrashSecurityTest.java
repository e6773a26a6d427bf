package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultFact;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.CallCounter;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

/** Ends the process before and after every single call of a deletion and a rotation, also while finishing one. */
class VaultCrashSecurityTest {
    /** Row change, keyring, rows, keyring, file, fact. */
    private static final int CALLS_OF_A_DELETION = 6;
    /** A rewrite that shows that there is room, and then the same with no row. */
    private static final int CALLS_OF_A_CHANGE = 7;
    /** Up to here nothing was asked for. */
    private static final int ASKED = 2;
    private static final List<Integer> ALL = List.of(1, 2, 3, 4);

    /** One installation with four connections. */
    private static final class Scene {
        final CallCounter counter = new CallCounter();
        final InMemoryVaultRepository repository = new InMemoryVaultRepository(Rows.INSTALL, Rows.USER, counter);
        final FakeKeyHolder keyring = new FakeKeyHolder("secret-service", counter);
        final InMemoryVaultRepository backup;
        final byte[] storeKey;
        final byte[] bookKey;

        Scene() throws ProblemException {
            try (CredentialVault vault = open()) {
                for (int number = 1; number <= 4; number++) {
                    try (Secret password = Secret.ofChars("password " + number)) {
                        vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
                    }
                }
                try (Secret key = vault.storeKey()) {
                    storeKey = key.bytes().clone();
                }
                try (Secret key = vault.bookKey()) {
                    bookKey = key.bytes().clone();
                }
            }
            backup = repository.snapshot();
            counter.reset();
        }

        CredentialVault open() throws ProblemException {
            return new VaultOpener(Clock.systemUTC()).open(repository, keyring, FakeKeyHolder.passphrase());
        }

        /** The next start: everything is finished, everything left opens, nothing old does. */
        void assertFinished(List<Integer> left) throws ProblemException, GeneralSecurityException {
            counter.reset();
            try (CredentialVault vault = open()) {
                assertThat(repository.connections()).extracting(StoredConnection::id)
                        .containsExactlyElementsOf(left.stream().map(Rows::id).toList());
                assertThat(vault.report()).matches(report -> report.sound() == left.size() && !report.rekeyPending());
                for (int number : left) {
                    String opened = vault.access(Rows.id(number), Rows.endpoint(number))
                            .<String, ProblemException>use(Rows::text);
                    assertThat(opened).isEqualTo("password " + number);
                }
                try (Secret key = vault.storeKey()) {
                    assertThat(key.bytes()).isEqualTo(storeKey);
                }
                try (Secret key = vault.bookKey()) {
                    assertThat(key.bytes()).isEqualTo(bookKey).isNotEqualTo(storeKey);
                }
            }
            assertThat(repository.facts()).doesNotContainKey(VaultFact.PENDING_REKEY);
            try (Secret text = Secret.owning(keyring.entry(Rows.INSTALL).orElseThrow())) {
                MasterKeys atRest = MasterKeys.parse(text);
                assertThat(atRest.size()).isOne();
                for (StoredConnection row : backup.connections()) {
                    assertThatThrownBy(() -> Rows.opened(atRest, row)).hasMessage("key-foreign");
                }
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(CredentialVault vault) throws ProblemException;
    }

    private static void crash(Scene scene, Work work, boolean before, int call) throws ProblemException {
        try (CredentialVault vault = scene.open()) {
            if (before) {
                scene.counter.crashBefore(call);
            } else {
                scene.counter.crashAfter(call);
            }
            assertThatThrownBy(() -> work.on(vault)).isInstanceOf(CallCounter.Crash.class);
        }
    }

    @Test
    void s37_aDeletionHasTheseCallsAndNoOther() throws Exception {
        var scene = new Scene();

        try (CredentialVault vault = scene.open()) {
            vault.delete(Rows.id(2));
        }

        assertThat(scene.counter.calls()).isEqualTo(CALLS_OF_A_DELETION);
        scene.assertFinished(List.of(1, 3, 4));
    }

    @Test
    void s37_aCrashAnywhereInADeletionIsFinishedAtTheNextStart() throws Exception {
        ConnectionId deleted = Rows.id(2);
        for (int call = 1; call <= CALLS_OF_A_DELETION; call++) {
            for (boolean before : new boolean[] {true, false}) {
                var scene = new Scene();

                crash(scene, vault -> vault.delete(deleted), before, call);

                if (before && call == 1) {
                    // nothing had happened and nobody was told that it had
                    assertThat(scene.repository.find(deleted)).isPresent();
                    continue;
                }
                assertThat(scene.repository.find(deleted)).isEmpty();
                scene.assertFinished(List.of(1, 3, 4));
            }
        }
    }

    @Test
    void s37_aCrashWhileFinishingIsFinishedToo() throws Exception {
        ConnectionId deleted = Rows.id(2);
        for (int first = 1; first < CALLS_OF_A_DELETION; first++) {
            for (int second = 1; second <= CALLS_OF_A_DELETION; second++) {
                var scene = new Scene();
                crash(scene, vault -> vault.delete(deleted), false, first);

                scene.counter.crashAfter(second);
                try (CredentialVault vault = scene.open()) {
                    assertThat(vault.report().rekeyPending()).isFalse();
                } catch (CallCounter.Crash again) {
                    assertThat(scene.repository.find(deleted)).isEmpty();
                }

                scene.assertFinished(List.of(1, 3, 4));
            }
        }
    }

    @Test
    void s37_aChangeOfTheKeyHasTheseCallsAndNoOther() throws Exception {
        var scene = new Scene();

        try (CredentialVault vault = scene.open()) {
            assertThat(vault.changeKey()).isEmpty();
        }

        assertThat(scene.counter.calls()).isEqualTo(CALLS_OF_A_CHANGE);
        scene.assertFinished(ALL);
    }

    @Test
    void s37_aCrashAnywhereInAChangeOfTheKeyIsFinishedAtTheNextStart() throws Exception {
        for (int call = 1; call <= CALLS_OF_A_CHANGE; call++) {
            for (boolean before : new boolean[] {true, false}) {
                var scene = new Scene();

                crash(scene, CredentialVault::changeKey, before, call);

                if (call < ASKED || (before && call == ASKED)) {
                    assertThat(scene.repository.facts()).as("nothing had happened")
                            .isEqualTo(scene.backup.facts());
                    continue;
                }
                scene.assertFinished(ALL);
            }
        }
    }

    @Test
    void s37_aCrashWhileFinishingAChangeOfTheKeyIsFinishedToo() throws Exception {
        for (int first = ASKED; first < CALLS_OF_A_CHANGE; first++) {
            for (int second = 1; second <= CALLS_OF_A_CHANGE; second++) {
                var scene = new Scene();
                crash(scene, CredentialVault::changeKey, false, first);

                scene.counter.crashAfter(second);
                try (CredentialVault vault = scene.open()) {
                    assertThat(vault.report().rekeyPending()).isFalse();
                } catch (CallCounter.Crash again) {
                    assertThat(scene.repository.connections()).hasSameSizeAs(ALL);
                }

                scene.assertFinished(ALL);
            }
        }
    }

    @Test
    void s37_aCrashInTheVeryFirstStartLeavesNoHalfInstallation() throws Exception {
        for (int call = 1; call <= 2; call++) {
            for (boolean before : new boolean[] {true, false}) {
                var counter = new CallCounter();
                var repository = new InMemoryVaultRepository(Rows.INSTALL, Rows.USER, counter);
                var keyring = new FakeKeyHolder("secret-service", counter);
                var opener = new VaultOpener(Clock.systemUTC());
                if (before) {
                    counter.crashBefore(call);
                } else {
                    counter.crashAfter(call);
                }
                assertThatThrownBy(() -> opener.open(repository, keyring, FakeKeyHolder.passphrase()))
                        .isInstanceOf(CallCounter.Crash.class);

                counter.reset();
                try (CredentialVault vault = opener.open(repository, keyring, FakeKeyHolder.passphrase());
                        Secret password = Secret.ofChars("Zq9!canary")) {
                    vault.add(Rows.id(1), Rows.endpoint(1), password, List.of());
                    assertThat(vault.report().sound()).isOne();
                }
                assertThat(keyring.stores()).isOne();
            }
        }
    }
}
