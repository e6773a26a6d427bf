package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deletion that the keyring refused, where the vault file refuses what is to become of it then. */
class FailedDeletionTest extends DeskOverMemory {
    private boolean hasBegun;

    /** A desk whose vault file refuses this, as soon as a deletion was noted in it. */
    private ConnectionDesk refusing(String refused) {
        DeskPorts ports = stores.ports();
        var rows = (VaultRepository) Proxy.newProxyInstance(VaultRepository.class.getClassLoader(),
                new Class<?>[] {VaultRepository.class}, (proxy, method, arguments) -> {
                    if (hasBegun && method.getName().equals(refused)) {
                        throw ProblemException.of(ProblemCode.STORE_FAILED, "vault.mv.db");
                    }
                    hasBegun |= method.getName().equals("apply");
                    try {
                        return method.invoke(stores, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        var noted = new NotedDeletions(stores, rows);
        var vault = (CredentialVault) Proxy.newProxyInstance(CredentialVault.class.getClassLoader(),
                new Class<?>[] {CredentialVault.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("deletions") ? noted : method.invoke(stores, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return new ConnectionDesk(new DeskPorts(rows, vault, ports.profiles(), ports.copy(),
                ports.gateway(), ports.book(), ports.dragged()), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(),
                "Sample", false);
    }

    /** The owner saw that it stays: the start that deletes it says so, once. */
    @ParameterizedTest
    @ValueSource(strings = {"facts", "apply"})
    void theNextStartSaysWhichConnectionItDeleted(String refused) throws Exception {
        ConnectionProfile stays = add(desk, "erp.acme.example");
        ConnectionProfile profile = desk.addSample();
        stores.deletionRefused = ProblemCode.KEYRING_LOCKED;
        assertThatThrownBy(() -> refusing(refused).delete(profile.id(), Notes.GO, DeletionProgress.UNWATCHED))
                .hasMessage("keyring-locked");
        stores.deletionRefused = null;

        assertThat(desk(stores).repair()).containsExactly(Problem.of(ProblemCode.DELETION_FINISHED, "Sample"));
        assertThat(stores.profiles()).extracting(ConnectionProfile::id).containsExactly(stays.id());
        assertThat(desk(stores).repair()).isEmpty();
    }

    /** What is left of one whose password is gone is no connection that anybody saw. */
    @Test
    void aStartThatFinishesWhatHadBegunSaysNothing() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(profile.id())).hasMessage("deletion-unfinished");
        stores.diskFull = false;

        assertThat(desk(stores).repair()).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    /** Its address is all that is known of it. */
    @Test
    void oneWithoutAProfileIsNamedByItsServer() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        desk.noteDeletion(profile.id(), Notes.GO);
        stores.profiles.clear();
        stores.kept = Optional.empty();

        assertThat(desk(stores).repair())
                .containsExactly(Problem.of(ProblemCode.DELETION_FINISHED, "erp.acme.example"));
    }

    @Test
    void whatWasDeletedIsToldAlthoughTheNextCouldNotBe() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        desk.noteDeletion(first.id(), Notes.GO);
        desk.noteDeletion(second.id(), Notes.GO);
        stores.book.beforeChange = () -> stores.diskFull = true;

        assertThat(desk(stores).repair()).extracting(Problem::code)
                .containsExactly(ProblemCode.DELETION_FINISHED, ProblemCode.DELETION_UNFINISHED);
    }

    /** The sample company has no password that could be gone: what the vault has of it is its profile. */
    @Test
    void theSampleStaysWhereNothingOfItIsGone() throws Exception {
        ConnectionProfile sample = desk.addSample();
        stores.deletionRefused = ProblemCode.KEYRING_LOCKED;

        assertThatThrownBy(() -> desk.delete(sample.id())).hasMessage("keyring-locked");

        assertThat(desk.list()).extracting(ConnectionProfile::id).containsExactly(sample.id());
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts", "apply"})
    void whyItFailedIsTold(String refused) throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.deletionRefused = ProblemCode.KEYRING_LOCKED;

        assertThatThrownBy(() -> refusing(refused).delete(profile.id(), Notes.GO, DeletionProgress.UNWATCHED))
                .hasMessage("keyring-locked").satisfies(told -> assertThat(told.getSuppressed()).singleElement()
                        .satisfies(next -> assertThat(next).hasMessage("store-failed")));

        assertThat(stores.facts).containsEntry(VaultFact.PENDING_DELETION, profile.id().value());
    }

    /** The password is gone then: "what was stored before is not changed" would not be true. */
    @ParameterizedTest
    @EnumSource(names = {"STORE_FAILED", "MEMORY_EXHAUSTED"})
    void oneThatTheFilesBrokeOffIsToldAsUnfinishedAndTheNextStartFinishesIt(ProblemCode why) throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.copyKeeps.put(profile.id(), why);

        assertThatThrownBy(() -> desk.delete(profile.id())).hasMessage("deletion-interrupted");
        assertThat(desk.list()).isEmpty();
        assertThat(desk(stores).repair()).extracting(Problem::code)
                .containsExactly(ProblemCode.DELETION_INTERRUPTED);

        stores.copyKeeps.clear();
        assertThat(desk(stores).repair()).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    /** It is noted, so the next start finishes it, whatever became of what was to follow. */
    @ParameterizedTest
    @ValueSource(strings = {"facts", "apply"})
    void oneThatCouldNotEvenBeLeftIsToldAsUnfinished(String refused) throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.copyKeeps.put(profile.id(), ProblemCode.STORE_FAILED);

        assertThatThrownBy(() -> refusing(refused).delete(profile.id(), Notes.GO, DeletionProgress.UNWATCHED))
                .hasMessage("deletion-interrupted");

        stores.copyKeeps.clear();
        assertThat(desk(stores).repair()).isEmpty();
        assertThat(stores.rows).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    /** Nothing of it is gone, and it stays: then the failure is told as it is. */
    @Test
    void oneThatTheVaultCouldNotBeginIsToldAsTheFailureThatItIs() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.deletionRefused = ProblemCode.STORE_FAILED;

        assertThatThrownBy(() -> desk.delete(profile.id())).hasMessage("store-failed");
        assertThat(desk.list()).extracting(ConnectionProfile::id).containsExactly(profile.id());
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_FAILED", "DISK_FULL"})
    void oneThatIsRefusedKeepsNoOther(ProblemCode why) throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        ConnectionProfile third = add(desk, "third.acme.example");
        for (ConnectionProfile one : List.of(first, second, third)) {
            desk.noteDeletion(one.id(), Notes.GO);
        }
        stores.copyKeeps.put(first.id(), why);

        assertThat(desk(stores).repair()).extracting(Problem::code).containsExactlyInAnyOrder(
                ProblemCode.DELETION_FINISHED, ProblemCode.DELETION_FINISHED,
                Deletions.unfinished(Problem.of(why)).code());
        assertThat(stores.rows).isEmpty();
        assertThat(stores.facts).containsEntry(VaultFact.PENDING_DELETION, first.id().value());
    }
}
