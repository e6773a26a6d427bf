package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InstallId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultFact;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

/** A retirement that waits: whatever keeps it from its end keeps nobody from what is there, and it comes to its end later. */
class PendingRetirementTest {
    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();
    private SealedVault vault;

    @BeforeEach
    void oneIsPending() throws ProblemException {
        vault = open();
        for (int number = 1; number <= 3; number++) {
            try (Secret password = Secret.ofChars("password " + number)) {
                vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
            }
        }
        keyring.refuse(ProblemCode.KEYRING_LOCKED);
        assertThat(vault.delete(Rows.id(2))).isPresent();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private SealedVault open() throws ProblemException {
        return new VaultOpener(Clock.systemUTC()).open(repository, keyring, FakeKeyHolder.passphrase());
    }

    private void assertPends() throws ProblemException {
        assertThat(vault.report().rekeyPending()).isTrue();
        assertOpens();
    }

    private void assertDone() throws ProblemException, GeneralSecurityException {
        assertThat(vault.report()).matches(report -> !report.rekeyPending() && report.sound() == 2);
        assertOpens();
        try (Secret text = Secret.owning(keyring.entry(repository.install()).orElseThrow())) {
            assertThat(MasterKeys.parse(text).size()).isOne();
        }
    }

    private void assertOpens() throws ProblemException {
        assertThat(vault.access(Rows.id(3), Rows.endpoint(3)).<String, ProblemException>use(Rows::text))
                .isEqualTo("password 3");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISK_FULL", "STORE_FAILED", "MEMORY_EXHAUSTED", "DATA_FOLDER_READ_ONLY"})
    void s38_aDiskThatTakesNothingDoesNotKeepTheVaultClosed(ProblemCode refusal) throws Exception {
        vault.close();
        keyring.behave();
        repository.refuse(refusal);

        vault = open();

        assertPends();
        vault.close();
        repository.behave();
        vault = open();
        assertDone();
    }

    /** As when the disk has taken the change and refuses what is written behind it: the file and the memory must name one key. */
    @Test
    void s38_whatAFileTookAndYetRefusedIsInForce() throws Exception {
        keyring.behave();
        repository.refuseAfterAnotherKey(ProblemCode.STORE_FAILED);

        assertThatThrownBy(vault::retireUnasked).hasMessage("store-failed");

        assertPends();
        try (Secret password = Secret.ofChars("password 4")) {
            vault.add(Rows.id(4), Rows.endpoint(4), password, List.of());
        }
        vault.close();
        vault = open();
        assertThat(vault.report()).matches(report -> !report.rekeyPending() && report.sound() == 3);
        assertOpens();
        assertThat(vault.access(Rows.id(4), Rows.endpoint(4)).<String, ProblemException>use(Rows::text))
                .isEqualTo("password 4");
    }

    @Test
    void s38_damageDoes() throws Exception {
        vault.close();
        keyring.behave();
        repository.refuse(ProblemCode.STORE_DAMAGED);

        assertThatThrownBy(this::open).hasMessage("store-damaged");

        repository.behave();
        vault = open();
        assertDone();
    }

    @Test
    void s38_onceTheKeyringIsOpenAgainItIsDoneWithoutAnotherStart() throws Exception {
        assertThat(vault.retireUnasked()).isFalse();
        assertPends();
        keyring.behave();

        assertThat(vault.retireUnasked()).isTrue();

        assertDone();
        int stores = keyring.stores();
        assertThat(vault.retireUnasked()).as("nothing waits").isFalse();
        assertThat(keyring.stores()).isEqualTo(stores);
    }

    /** A try that asked each time would ask its owner every few minutes. */
    @Test
    void nobodyIsAskedForIt() throws Exception {
        int loads = keyring.loads();
        int refused = keyring.refusals();

        assertThat(vault.retireUnasked()).isFalse();

        assertThat(keyring.loads()).isEqualTo(loads);
        assertThat(keyring.refusals()).as("nothing was to be kept").isEqualTo(refused);
    }

    @Test
    void aTryThatFailsSaysWhyAndLeavesItForTheNext() throws Exception {
        keyring.behave();
        repository.refuse(ProblemCode.STORE_FAILED);
        assertThatThrownBy(vault::retireUnasked).hasMessage("store-failed");
        assertPends();
        repository.behave();

        assertThat(vault.retireUnasked()).isTrue();

        assertDone();
    }

    private SealedVault openCopy(InMemoryVaultRepository copy) throws ProblemException {
        return new VaultOpener(Clock.systemUTC()).open(copy, keyring, FakeKeyHolder.passphrase());
    }

    /** A backup that was brought back beside the folder, or a copy of it, has the same entry in the keyring. */
    @Test
    void s38_aCopyOfTheFolderTakesTheKeyFromNobody() throws Exception {
        vault.close();
        keyring.behave();

        try (SealedVault copy = openCopy(repository.snapshot().movedTo("elsewhere"))) {
            assertThat(copy.warnings()).containsExactly(Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, "here"));
            int looks = keyring.looks();
            assertThat(copy.retireUnasked()).isFalse();
            assertThat(keyring.looks()).as("what is not done here asks the keyring nothing").isEqualTo(looks);
            assertThat(copy.report().rekeyPending()).isTrue();
            assertThat(copy.report().rekeyLeftTo()).contains("here");
        }

        vault = open();
        assertThat(vault.warnings()).isEmpty();
        assertThat(vault.report().rekeyLeftTo()).isEmpty();
        assertDone();
    }

    @Test
    void s38_aFolderThatWasMovedDoesItWhenItIsAskedItself() throws Exception {
        vault.close();
        keyring.behave();
        repository.movedTo("elsewhere");
        vault = open();
        assertPends();

        assertThat(vault.changeKey()).isEmpty();

        assertDone();
        vault.close();
        vault = open();
        assertThat(vault.warnings()).isEmpty();
    }

    /** Whoever can write to a copy of the folder could have it take the key from the folder in use. */
    @Test
    void s38_whatNoSealVouchesForIsNotDoneWhateverItSays() throws Exception {
        vault.close();
        keyring.behave();
        int stores = keyring.stores();
        int rewrites = repository.compactions();
        repository.putFact(VaultFact.PENDING_REKEY,
                Objects.requireNonNull(repository.facts().get(VaultFact.KEY_ID)) + "\nhere");

        vault = open();

        assertThat(vault.warnings()).containsExactly(Problem.of(ProblemCode.PENDING_UNSEALED));
        assertThat(vault.retireUnasked()).isFalse();
        assertThat(vault.report().rekeyPending()).isFalse();
        assertThat(keyring.stores()).isEqualTo(stores);
        assertThat(repository.compactions()).isEqualTo(rewrites);
        assertOpens();

        // until the owner asks for it
        assertThat(vault.changeKey()).isEmpty();
        assertDone();
        vault.close();
        vault = open();
        assertThat(vault.warnings()).isEmpty();
    }

    /** A wish of another installation, or for another user, is none here. */
    @Test
    void s38_theSealIsThatOfThisFolderAndUser() throws Exception {
        String wish = Objects.requireNonNull(repository.facts().get(VaultFact.PENDING_REKEY));
        MasterKeys keys = MasterKeys.parse(Secret.owning(keyring.entry(repository.install()).orElseThrow()));
        var own = new SealedFacts(new Binding(repository.install(), repository.user()));
        assertThat(own.retirement(keys, wish)).map(Retirement::place).contains("here");
        for (Binding other : List.of(new Binding(new InstallId("install-2"), repository.user()),
                new Binding(repository.install(), new UserId("user-2")))) {
            assertThat(new SealedFacts(other).retirement(keys, wish)).isEmpty();
        }
        assertThat(own.deletions(keys, wish)).isEmpty();
        assertThat(own.retirement(MasterKeys.generate(), wish)).isEmpty();
    }

    @Test
    void nothingIsTriedWhileSomebodyElseUsesTheKeysNorOnceTheyAreClosed() throws Exception {
        var keys = new LentKeys(new VaultKeys(repository, keyring, new Binding(repository.install(), repository.user()),
                Clock.systemUTC(), MasterKeys.generate()));
        var asked = new AtomicInteger();

        boolean done = keys.ask(open -> CompletableFuture.supplyAsync(() -> {
            try {
                return keys.askIfFree(other -> asked.incrementAndGet()).isPresent();
            } catch (ProblemException failure) {
                throw new IllegalStateException(failure);
            }
        }).join());

        assertThat(done).isFalse();
        assertThat(keys.askIfFree(other -> asked.incrementAndGet())).contains(1);
        keys.close();
        assertThat(keys.askIfFree(other -> asked.incrementAndGet())).isEmpty();
        assertThat(asked).hasValue(1);
    }
}
