package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultFact;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

class SealedVaultTest {
    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();
    private CredentialVault vault = open(repository);

    private CredentialVault open(InMemoryVaultRepository file) {
        try {
            return new VaultOpener(Clock.systemUTC()).open(file, keyring, FakeKeyHolder.passphrase());
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    @BeforeEach
    void fiveConnections() throws ProblemException {
        for (int number = 1; number <= 5; number++) {
            try (Secret password = Secret.ofChars("password " + number)) {
                vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
            }
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private String password(int number) throws ProblemException {
        return vault.access(Rows.id(number), Rows.endpoint(number)).<String, ProblemException>use(Rows::text);
    }

    @Test
    void whatComesAfterItIsClosedIsGivenUpAndNoFailure() {
        vault.close();

        assertThat(List.<ThrowingCallable>of(() -> password(3), vault::storeKey, () -> vault.delete(Rows.id(1))))
                .allSatisfy(late -> assertThatThrownBy(late).isInstanceOfSatisfying(ProblemException.class,
                        closed -> assertThat(closed.problem().code()).isEqualTo(ProblemCode.FILES_CLOSED)));
    }

    @Test
    void lendsEachPasswordAndWipesItAlsoWhenTheUseFails() throws ProblemException {
        List<Secret> lent = new ArrayList<>();

        assertThat(password(3)).isEqualTo("password 3");
        vault.access(Rows.id(1), Rows.endpoint(1)).<Boolean, ProblemException>use(lent::add);
        assertThatThrownBy(() -> vault.access(Rows.id(2), Rows.endpoint(2)).use(secret -> {
            lent.add(secret);
            throw new IllegalArgumentException("the call failed");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(lent).hasSize(2)
                .allSatisfy(secret -> assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void leavesTheSecretOfTheCallerOpen() throws ProblemException {
        try (Secret password = Secret.ofChars("mine")) {
            vault.add(Rows.id(6), Rows.endpoint(6), password, List.of());

            assertThat(Rows.text(password)).isEqualTo("mine");
        }
    }

    private static ConnectionProfile profile(int row, @Nullable LocalDate expires) {
        return new ConnectionProfile(Rows.id(row), ConnectionProfile.Kind.ODOO, "Row " + row, null, null, "19.0",
                Instant.EPOCH, expires);
    }

    @Test
    void replacesARowWithItsPasswordAndTheKeptProfilesInOneStepAndRewritesTheFile() throws ProblemException {
        List<StoredConnection> before = repository.connections();
        ConnectionProfile edited = profile(3, LocalDate.of(2027, 2, 28));

        try (Secret password = Secret.ofChars("another")) {
            vault.replace(Rows.id(3), Rows.endpoint(7), password, List.of(edited));
            assertThat(Rows.text(password)).isEqualTo("another");
        }

        assertThat(vault.access(Rows.id(3), Rows.endpoint(7)).<String, ProblemException>use(Rows::text))
                .isEqualTo("another");
        assertThat(password(2)).isEqualTo("password 2");
        List<StoredConnection> after = repository.connections();
        assertThat(after).extracting(StoredConnection::id)
                .containsExactlyInAnyOrderElementsOf(before.stream().map(StoredConnection::id).toList());
        assertThat(repository.find(Rows.id(3)).orElseThrow().endpoint()).isEqualTo(Rows.endpoint(7));
        assertThat(vault.keptProfiles().orElseThrow()).extracting(ConnectionProfile::name,
                ConnectionProfile::keyExpires, ConnectionProfile::lastSynced)
                .containsExactly(tuple("Row 3", LocalDate.of(2027, 2, 28), null));
        assertThat(repository.compactions()).isOne();
    }

    @Test
    void aPasswordIsReplacedAlsoWhereTheFileFindsNoRoomToBeRewritten() throws ProblemException {
        repository.full(true);

        try (Secret password = Secret.ofChars("another")) {
            vault.replace(Rows.id(3), Rows.endpoint(3), password, List.of(profile(3, null)));
        }

        assertThat(password(3)).isEqualTo("another");
        assertThat(vault.keptProfiles().orElseThrow()).extracting(ConnectionProfile::name).containsExactly("Row 3");
    }

    @Test
    void aRunThatBeganBeforeAnEditGetsNoPasswordForItsOldAddress() throws ProblemException {
        SecretAccess before = vault.access(Rows.id(3), Rows.endpoint(3));
        assertThat(before.<String, ProblemException>use(Rows::text)).isEqualTo("password 3");
        try (Secret password = Secret.ofChars("another")) {
            vault.replace(Rows.id(3), Rows.endpoint(7), password, List.of());
        }

        List<Secret> lent = new ArrayList<>();
        assertThatThrownBy(() -> before.<Boolean, ProblemException>use(lent::add))
                .hasMessage("password-not-of-this-row");

        assertThat(lent).isEmpty();
    }

    @Test
    void aPasswordThatCannotBeSealedReplacesNothing() throws ProblemException {
        List<StoredConnection> before = repository.connections();

        try (Secret empty = Secret.ofChars("")) {
            assertThatThrownBy(() -> vault.replace(Rows.id(3), Rows.endpoint(7), empty, List.of(profile(3, null))))
                    .hasMessage("password-empty");
        }

        assertThat(repository.connections()).isEqualTo(before);
        assertThat(vault.keptProfiles()).contains(List.of());
        assertThat(repository.compactions()).isZero();
    }

    @Test
    void refusesUnknownRows() {
        assertThatThrownBy(() -> password(9)).hasMessage("connection-unknown");
        assertThatThrownBy(() -> vault.delete(Rows.id(9))).hasMessage("connection-unknown");
        assertThat(repository.facts()).doesNotContainKey(VaultFact.PENDING_REKEY);
    }

    @Test
    void deletingGivesTheOthersANewKeyAndForgetsTheOldOne() throws ProblemException {
        String oldKey = repository.facts().getOrDefault(VaultFact.KEY_ID, "");
        List<StoredConnection> before = repository.connections();

        assertThat(vault.delete(Rows.id(2))).isEmpty();

        assertThat(repository.connections()).hasSize(4).doesNotContainAnyElementsOf(before);
        assertThat(repository.facts().get(VaultFact.KEY_ID)).isNotEqualTo(oldKey);
        assertThat(repository.facts()).doesNotContainKey(VaultFact.PENDING_REKEY);
        assertThat(repository.compactions()).isOne();
        assertThat(keysAtRest()).isOne();
        for (int number : new int[] {1, 3, 4, 5}) {
            assertThat(password(number)).isEqualTo("password " + number);
        }
    }

    @Test
    void s36_aBackupFromBeforeDoesNotOpenWithTheKeyFromAfter() throws ProblemException {
        InMemoryVaultRepository backup = repository.snapshot();

        vault.delete(Rows.id(2));

        MasterKeys after = atRest();
        for (StoredConnection row : backup.connections()) {
            assertThatThrownBy(() -> Rows.opened(after, row)).hasMessage("key-foreign");
        }
        for (StoredConnection row : repository.connections()) {
            assertThat(Rows.opened(after, row)).startsWith("password ");
        }
    }

    @Test
    void s38_withAClosedKeyringTheRowGoesAtOnceAndTheKeyLater() throws ProblemException {
        keyring.refuse(ProblemCode.KEYRING_LOCKED);

        Optional<Problem> notice = vault.delete(Rows.id(2));

        assertThat(notice).contains(Problem.of(ProblemCode.REKEY_PENDING));
        assertThat(repository.find(Rows.id(2))).isEmpty();
        assertThat(repository.compactions()).isOne();
        assertThat(vault.report().rekeyPending()).isTrue();
        assertThat(password(3)).isEqualTo("password 3");

        keyring.behave();
        vault.close();
        vault = open(repository);

        assertThat(vault.report()).matches(report -> !report.rekeyPending() && report.sound() == 4);
        assertThat(keysAtRest()).isOne();
    }

    @Test
    void s38_aRetirementThatFindsNoRoomDoesNotKeepTheVaultClosed() throws ProblemException {
        repository.full(true);
        assertThatThrownBy(() -> vault.delete(Rows.id(2))).hasMessage("disk-full");
        vault.close();

        vault = open(repository);

        assertThat(vault.report().rekeyPending()).isTrue();
        assertThat(password(3)).isEqualTo("password 3");
        vault.close();
        repository.full(false);
        vault = open(repository);
        assertThat(vault.report()).matches(report -> !report.rekeyPending() && report.sound() == 4);
        assertThat(keysAtRest()).isOne();
    }

    @Test
    void s38_aKeyringThatClosesBetweenTheTwoWritesIsFinishedByTheNextDeletion() throws ProblemException {
        InMemoryVaultRepository backup = repository.snapshot();
        keyring.refuseAfter(1, ProblemCode.KEYRING_SLOW);

        assertThat(vault.delete(Rows.id(2))).isPresent();
        InMemoryVaultRepository between = repository.snapshot();
        keyring.behave();
        assertThat(vault.delete(Rows.id(3))).isEmpty();

        MasterKeys after = atRest();
        assertThat(after.size()).isOne();
        for (InMemoryVaultRepository old : List.of(backup, between)) {
            assertThat(old.connections()).allSatisfy(
                    row -> assertThatThrownBy(() -> Rows.opened(after, row)).hasMessage("key-foreign"));
        }
        assertThat(vault.report().sound()).isEqualTo(3);
    }

    @Test
    void deletingKeepsEveryOtherPasswordAndTheStoreKeyUnderAFreshKey() throws ProblemException {
        byte[] storeKey = storeKey();
        InMemoryVaultRepository backup = repository.snapshot();

        assertThat(vault.delete(Rows.id(5))).isEmpty();

        MasterKeys after = atRest();
        assertThat(vault.report().sound()).isEqualTo(4);
        assertThat(storeKey()).isEqualTo(storeKey).hasSize(32);
        assertThat(backup.connections()).allSatisfy(
                row -> assertThatThrownBy(() -> Rows.opened(after, row)).hasMessage("key-foreign"));
        assertThat(backup.facts().get(VaultFact.STORE_KEY)).isNotEqualTo(repository.facts().get(VaultFact.STORE_KEY));
    }

    @Test
    void theStoreKeyIsMadeOnceAndNotReadableByAnotherUser() throws ProblemException {
        byte[] first = storeKey();
        vault.close();
        vault = open(repository);

        assertThat(storeKey()).isEqualTo(first);
        assertThat(repository.facts().getOrDefault(VaultFact.STORE_KEY, "")).hasSizeGreaterThan(100);
        String checkValue = repository.facts().getOrDefault(VaultFact.CHECK_VALUE, "");
        repository.putFact(VaultFact.STORE_KEY, checkValue);
        assertThatThrownBy(() -> vault.storeKey()).hasMessage("key-foreign");
    }

    @Test
    void aRowThatDoesNotOpenStopsNeitherDeletionNorReport() throws ProblemException {
        StoredConnection row = repository.find(Rows.id(1)).orElseThrow();
        repository.put(new StoredConnection(row.id(), Rows.endpoint(77), row.encryptedPassword()));

        assertThat(vault.report()).matches(report -> report.stored() == 5 && report.sound() == 4);
        assertThat(vault.delete(Rows.id(2))).isEmpty();

        assertThat(vault.report()).matches(report -> report.stored() == 4 && report.sound() == 3);
        assertThat(password(3)).isEqualTo("password 3");
    }

    @Test
    void s01_s08_theFileHoldsNeitherPasswordNorKey() throws Exception {
        byte[] storeKey = storeKey();
        vault.delete(Rows.id(5));
        List<byte[]> forbidden = new ArrayList<>(List.of(storeKey));
        for (int number = 1; number <= 5; number++) {
            forbidden.add(("password " + number).getBytes(StandardCharsets.UTF_8));
        }
        try (Secret keyset = atRest().serialised()) {
            forbidden.addAll(WireFormat.keys(Base64.getDecoder().decode(keyset.bytes())));
        }

        List<String> texts = new ArrayList<>(repository.facts().values());
        repository.connections().forEach(row -> texts.add(row.encryptedPassword().base64()));
        for (String text : texts) {
            assertThat(text).doesNotContain("password");
            String sealed = text.matches("[A-Za-z0-9_-]{40,}") ? text : "";
            String bytes = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1);
            for (byte[] secret : forbidden) {
                assertThat(bytes).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(texts).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void anotherThreadDeletesWhileAPasswordIsLent() throws ProblemException {
        String seen = vault.access(Rows.id(1), Rows.endpoint(1)).<String, ProblemException>use(secret -> {
            Optional<Problem> notice = CompletableFuture.supplyAsync(() -> deleted(Rows.id(1)))
                    .orTimeout(2, TimeUnit.MINUTES).join();
            assertThat(notice).isEmpty();
            return Rows.text(secret);
        });

        assertThat(seen).isEqualTo("password 1");
        assertThatThrownBy(() -> password(1)).hasMessage("connection-unknown");
    }

    private Optional<Problem> deleted(ConnectionId id) {
        try {
            return vault.delete(id);
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    private byte[] storeKey() throws ProblemException {
        try (Secret key = vault.storeKey()) {
            return key.bytes().clone();
        }
    }

    private int keysAtRest() {
        return atRest().size();
    }

    private MasterKeys atRest() {
        try (Secret text = Secret.owning(keyring.entry(repository.install()).orElseThrow())) {
            return MasterKeys.parse(text);
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }
}
