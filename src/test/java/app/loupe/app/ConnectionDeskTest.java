package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionDeskTest extends DeskOverMemory {
    @Test
    void addingKeepsRowAndProfileUnderOneId() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");

        assertThat(stores.rows).containsOnlyKeys(profile.id());
        assertThat(desk.list()).containsExactly(profile);
        assertThat(profile.name()).isEqualTo("acme");
        assertThat(profile.since()).isEqualTo("2025-01-01");
        assertThat(desk.endpoint(profile.id())).contains(endpoint("erp.acme.example"));
    }

    @ParameterizedTest
    @CsvSource({"SIGN_IN_REFUSED, ' pass', PASSWORD_BEGINS_WITH_SPACE",
        "API_KEY_REFUSED, 'pass ', PASSWORD_ENDS_WITH_SPACE",
        "SIGN_IN_REFUSED, 'pa ss', SIGN_IN_REFUSED", "NETWORK_DOWN, ' pass', NETWORK_DOWN"})
    void aBlankAroundARefusedPasswordIsNamed(ProblemCode server, String typed, ProblemCode told) {
        stores.serverSays = server;

        assertThatThrownBy(() -> {
            try (Secret secret = Secret.ofChars(typed)) {
                desk.test(endpoint("erp.acme.example"), secret, null, new CancelToken());
            }
        }).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(told));
    }

    @Test
    void theSameEndpointIsNotAddedTwice() throws Exception {
        add(desk, "erp.acme.example");

        assertThatThrownBy(() -> add(desk, "https://ERP.acme.example/web")).isInstanceOfSatisfying(
                ProblemException.class, refusal -> {
                    assertThat(refusal.problem().code()).isEqualTo(ProblemCode.CONNECTION_EXISTS);
                    assertThat(refusal.problem().parameters()).containsExactly("acme");
                });
        assertThat(stores.rows).hasSize(1);
    }

    @Test
    void aSecondDatabaseOfTheSameNameIsCalledAfterItsHost() throws Exception {
        add(desk, "erp.acme.example");

        assertThat(add(desk, "old.acme.example").name()).isEqualTo("acme (old.acme.example)");
    }

    @Test
    void aNameThatAnotherHasIsRefusedAndNothingIsStored() throws Exception {
        add(desk, "erp.acme.example");
        var details = new ConnectionDetails(endpoint("old.acme.example"), " ACME\u00a0", null, null);

        try (Secret secret = Secret.ofChars("pass")) {
            assertThatThrownBy(() -> desk.add(details, secret, null)).isInstanceOfSatisfying(ProblemException.class,
                    refused -> {
                        assertThat(refused.problem().code()).isEqualTo(ProblemCode.NAME_TAKEN);
                        assertThat(refused.problem().parameters().getFirst()).isEqualTo("acme");
                    });
        }
        assertThat(stores.rows).hasSize(1);
        assertThat(stores.profiles).hasSize(1);
    }

    @Test
    void theSampleCompanyMakesWayForAConnectionOfItsName() throws Exception {
        try (Secret secret = Secret.ofChars("pass")) {
            desk.add(new ConnectionDetails(endpoint("erp.acme.example"), "sample", null, null), secret, null);
        }

        assertThat(desk.addSample().name()).isEqualTo("Sample 2");
    }

    @Test
    void aVaultThatRefusesLeavesNothingBehind() {
        stores.vaultRefuses = true;

        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("keyring-locked");

        assertThat(stores.profiles).isEmpty();
        assertThat(stores.rows).isEmpty();
    }

    /** Nobody deleted a connection: its one row goes, and no file is rewritten, which would need room and take what is kept. */
    @Test
    void aVaultThatRefusesHasNothingRewritten() {
        stores.vaultRefuses = true;
        stores.diskFull = true;

        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("keyring-locked")
                .satisfies(refused -> assertThat(refused.getSuppressed()).isEmpty());

        assertThat(stores.profiles).isEmpty();
        assertThat(stores.rewrites).isZero();
    }

    /** What is left of it is dropped at the next start. */
    @Test
    void whyTheVaultRefusedIsToldThoughTheCopyTakesNothing() {
        stores.vaultRefuses = true;
        stores.withdrawalRefused = ProblemCode.STORE_FAILED;

        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("keyring-locked")
                .satisfies(refused -> assertThat(refused.getSuppressed()).singleElement()
                        .satisfies(left -> assertThat(left).hasMessage("store-failed")));
    }

    @Test
    void anAdditionIsDoneWithTheRowAndNothingAfterItCanFail() throws Exception {
        stores.profilesRefused = true;

        ConnectionProfile profile = add(desk, "erp.acme.example");

        assertThat(desk.list()).containsExactly(profile);
        assertThat(stores.kept).contains(List.of(profile));
    }

    @Test
    void theSampleCompanyHasNoRowAndComesOnce() throws Exception {
        ConnectionProfile sample = desk.addSample();

        assertThat(sample.kind()).isEqualTo(Kind.SAMPLE);
        assertThat(stores.rows).isEmpty();
        assertThat(desk.endpoint(sample.id())).isEmpty();
        assertThatThrownBy(desk::addSample).hasMessage("connection-exists");

        stores.invoices.put(sample.id(), 1_200);
        assertThat(desk.delete(sample.id()).invoices()).isEqualTo(1_200);
        assertThat(desk.list()).isEmpty();
    }

    @Test
    void deletingTakesRowProfileAndInvoicesAndNotesWhen() throws Exception {
        ConnectionProfile kept = add(desk, "kept.acme.example");
        ConnectionProfile gone = add(desk, "erp.acme.example");
        synced(stores, gone, 412);
        stores.rekeyPends = true;

        var deletion = desk.delete(gone.id());

        assertThat(deletion.invoices()).isEqualTo(412);
        assertThat(deletion.notice()).hasValueSatisfying(
                notice -> assertThat(notice.code()).isEqualTo(ProblemCode.REKEY_PENDING));
        assertThat(stores.rows).containsOnlyKeys(kept.id());
        assertThat(stores.profiles).containsOnlyKeys(kept.id());
        assertThat(stores.facts).containsOnlyKeys(VaultFact.LAST_DELETION).containsValue("2026-11-23T12:00:00Z 412");
    }

    @Test
    void deletingWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> desk.delete(new ConnectionId("aaaa1111"))).hasMessage("connection-unknown");
        assertThat(stores.facts).isEmpty();
    }

    @Test
    void anAdditionInterruptedAnywhereIsWholeOrGoneAfterTheNextStart() throws Exception {
        for (int writes = 0; writes <= 2; writes++) {
            var interrupted = new MemoryStores();
            interrupted.writesLeft = writes;
            if (writes < 2) {
                assertThatThrownBy(() -> add(desk(interrupted), "erp.acme.example"))
                        .isInstanceOf(MemoryStores.PowerCut.class);
            } else {
                add(desk(interrupted), "erp.acme.example");
            }
            interrupted.writesLeft = -1;

            desk(interrupted).repair();

            int expected = writes < 2 ? 0 : 1;
            assertThat(interrupted.rows).as("%d writes", writes).hasSize(expected);
            assertThat(interrupted.profiles.keySet()).isEqualTo(interrupted.rows.keySet());
        }
    }

    @Test
    void s37_aDeletionInterruptedAnywhereIsFinishedAtTheNextStart() throws Exception {
        for (int writes = 0; writes <= 5; writes++) {
            var interrupted = new MemoryStores();
            ConnectionProfile kept = add(desk(interrupted), "kept.acme.example");
            ConnectionProfile gone = add(desk(interrupted), "erp.acme.example");
            synced(interrupted, kept, 7);
            synced(interrupted, gone, 412);
            interrupted.writesLeft = writes;
            if (writes < 5) {
                assertThatThrownBy(() -> desk(interrupted).delete(gone.id())).isInstanceOf(MemoryStores.PowerCut.class);
            } else {
                desk(interrupted).delete(gone.id());
            }
            interrupted.writesLeft = -1;

            desk(interrupted).repair();

            boolean begun = writes > 0;
            assertThat(interrupted.rows.containsKey(gone.id())).as("%d writes", writes).isEqualTo(!begun);
            assertThat(interrupted.profiles.containsKey(gone.id())).isEqualTo(!begun);
            assertThat(interrupted.invoices.containsKey(gone.id())).isEqualTo(!begun);
            assertThat(interrupted.rows).containsKey(kept.id());
            assertThat(interrupted.invoices).containsEntry(kept.id(), 7);
            assertThat(interrupted.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
        }
    }

    @Test
    void s37_aDeletionThatFailedIsNotForgottenWithTheNextOne() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        synced(stores, first, 412);
        synced(stores, second, 7);
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(first.id())).hasMessage("deletion-unfinished");
        assertThatThrownBy(() -> desk.delete(second.id())).hasMessage("deletion-unfinished");
        stores.diskFull = false;

        assertThat(desk.delete(second.id()).invoices()).isEqualTo(7);

        assertThat(stores.facts).containsEntry(VaultFact.PENDING_DELETION, first.id().value());
        assertThat(stores.invoices).containsOnlyKeys(first.id());
        assertThat(desk.repair()).isEmpty();
        assertThat(stores.invoices).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    @Test
    void s37_allDeletionsThatFailedAreFinishedAtTheNextStart() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(first.id())).hasMessage("deletion-unfinished");
        assertThatThrownBy(() -> desk.delete(second.id())).hasMessage("deletion-unfinished");

        assertThat(desk.repair()).singleElement().satisfies(
                notice -> assertThat(notice.code()).isEqualTo(ProblemCode.DELETION_UNFINISHED));
        assertThat(stores.facts).containsEntry(VaultFact.PENDING_DELETION,
                first.id().value() + " " + second.id().value());

        stores.diskFull = false;
        assertThat(desk.repair()).isEmpty();
        assertThat(desk.list()).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    @Test
    void thePasswordGoesBeforeTheInvoicesWhichAFullDiskMayKeep() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        synced(stores, profile, 412);
        stores.diskFull = true;

        assertThatThrownBy(() -> desk.delete(profile.id())).hasMessage(ProblemCode.DELETION_UNFINISHED.key());

        assertThat(stores.rows).isEmpty();
        assertThat(stores.invoices).containsEntry(profile.id(), 412);
    }
}
