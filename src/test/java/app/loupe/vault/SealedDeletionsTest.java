package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BegunDeletion;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.LastDeletion;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

/** Which deletions have begun is sealed, outlives every change of the key, and is the business of the folder that was asked. */
class SealedDeletionsTest {
    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();
    private SealedVault vault;

    @BeforeEach
    void threeConnections() throws ProblemException {
        vault = open();
        for (int number = 1; number <= 3; number++) {
            try (Secret password = Secret.ofChars("password " + number)) {
                vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
            }
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private SealedVault open() throws ProblemException {
        return new VaultOpener(Clock.systemUTC()).open(repository, keyring, FakeKeyHolder.passphrase());
    }

    private static BegunDeletion here(int number, Notes notes) {
        return new BegunDeletion(Rows.id(number), notes, Optional.empty());
    }

    private static BegunDeletion elsewhere(int number, Notes notes) {
        return new BegunDeletion(Rows.id(number), notes, Optional.of("here"));
    }

    @Test
    void theyAreRememberedInTheirOrderUntilTheyEnd() throws Exception {
        vault.deletions().begin(Rows.id(3), Notes.GO);
        vault.deletions().begin(Rows.id(1), Notes.STAY);
        vault.close();
        vault = open();
        assertThat(vault.warnings()).isEmpty();
        assertThat(vault.deletions().begun()).containsExactly(here(3, Notes.GO), here(1, Notes.STAY));

        vault.deletions().begin(Rows.id(3), Notes.STAY);
        assertThat(vault.deletions().begun()).containsExactlyInAnyOrder(here(3, Notes.STAY), here(1, Notes.STAY));
        vault.deletions().end(Rows.id(3), Optional.empty());
        assertThat(repository.facts()).doesNotContainKey(VaultFact.LAST_DELETION);
        var last = new LastDeletion(Instant.parse("2026-04-01T12:00:00Z"), 7);
        vault.deletions().end(Rows.id(1), Optional.of(last));

        assertThat(vault.deletions().begun()).isEmpty();
        assertThat(repository.facts()).doesNotContainKey(VaultFact.PENDING_DELETION)
                .containsEntry(VaultFact.LAST_DELETION, last.text());
    }

    @Test
    void theFileNamesNeitherConnectionNorPlace() throws Exception {
        vault.deletions().begin(Rows.id(3), Notes.GO);

        assertThat(repository.facts().get(VaultFact.PENDING_DELETION)).doesNotContain(Rows.id(3).value(), "here");
    }

    @Test
    void aChangeOfTheKeySealsThemAnew() throws Exception {
        vault.deletions().begin(Rows.id(3), Notes.STAY);
        String before = repository.facts().get(VaultFact.PENDING_DELETION);
        vault.delete(Rows.id(2));
        assertThat(vault.changeKey()).isEmpty();

        assertThat(vault.deletions().begun()).containsExactly(here(3, Notes.STAY));
        assertThat(repository.facts().get(VaultFact.PENDING_DELETION)).isNotEqualTo(before);
        vault.close();
        vault = open();
        assertThat(vault.deletions().begun()).containsExactly(here(3, Notes.STAY));
    }

    @Test
    void inACopyTheyAreLeftToTheFolderThatWasAsked() throws Exception {
        vault.deletions().begin(Rows.id(3), Notes.GO);
        vault.close();
        repository.movedTo("elsewhere");
        vault = open();

        assertThat(vault.warnings()).containsExactly(Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, "here"));
        assertThat(vault.deletions().begun()).containsExactly(elsewhere(3, Notes.GO));

        vault.deletions().begin(Rows.id(1), Notes.GO);
        assertThat(vault.deletions().begun()).as("one of its own does not touch the other")
                .containsExactly(elsewhere(3, Notes.GO), here(1, Notes.GO));
        vault.deletions().end(Rows.id(1), Optional.empty());
        assertThat(vault.deletions().begun()).containsExactly(elsewhere(3, Notes.GO));

        vault.delete(Rows.id(2));
        assertThat(vault.deletions().begun()).as("it took the key").containsExactly(here(3, Notes.GO));
        vault.close();
        vault = open();
        assertThat(vault.warnings()).isEmpty();
    }

    @Test
    void whatWaitsInOneOtherFolderIsToldOnce() throws Exception {
        vault.deletions().begin(Rows.id(3), Notes.GO);
        vault.deletions().begin(Rows.id(1), Notes.GO);
        keyring.refuse(ProblemCode.KEYRING_LOCKED);
        assertThat(vault.delete(Rows.id(2))).isPresent();
        vault.close();
        keyring.behave();
        repository.movedTo("elsewhere");
        vault = open();

        assertThat(vault.warnings()).containsExactly(Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, "here"));
    }

    @Test
    void withAPassphraseEachCopyHasAKeyOfItsOwnAndFinishesThem() throws Exception {
        var own = new InMemoryVaultRepository();
        FakeKeyHolder none = FakeKeyHolder.passphrase();
        try (SealedVault opened = new VaultOpener(Clock.systemUTC()).open(own, none, none)) {
            opened.deletions().begin(Rows.id(3), Notes.GO);
        }
        own.movedTo("elsewhere");
        try (SealedVault opened = new VaultOpener(Clock.systemUTC()).open(own, none, none)) {
            assertThat(opened.warnings()).isEmpty();
            assertThat(opened.deletions().begun()).containsExactly(here(3, Notes.GO));
        }
    }

    @Test
    void whatNoSealVouchesForIsNoDeletion() throws Exception {
        vault.close();
        repository.putFact(VaultFact.PENDING_DELETION, Rows.id(1).value() + " " + Rows.id(2).value());
        vault = open();

        assertThat(vault.warnings()).containsExactly(Problem.of(ProblemCode.PENDING_UNSEALED));
        assertThat(vault.deletions().begun()).isEmpty();
        assertThat(vault.changeKey()).isEmpty();
        assertThat(repository.facts()).doesNotContainKey(VaultFact.PENDING_DELETION);
        vault.close();
        vault = open();
        assertThat(vault.warnings()).isEmpty();
    }
}
