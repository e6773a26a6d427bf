package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import testkit.Profiles;

/** What a desk makes of vaults and copies that were damaged, lost, or put back from an older time. */
class ConnectionRepairTest extends DeskOverMemory {
    @Test
    void aFullDiskIsToldWhereAnInterruptedAdditionIsTakenBack() throws Exception {
        stores.invoices.put(add(desk, "erp.acme.example").id(), 412);
        stores.rows.clear();
        stores.kept = Optional.empty();
        stores.diskFull = true;

        assertThat(desk.repair())
                .singleElement()
                .satisfies(notice -> assertThat(notice.code()).isEqualTo(ProblemCode.DELETION_UNFINISHED));
    }

    /** Nobody was told that it goes later, and what is written to it meanwhile is not to go with it. */
    @Test
    void whatCouldNotBeDeletedAtAllIsNotDeletedByTheNextStart() throws Exception {
        ConnectionProfile stays = add(desk, "erp.acme.example");
        stores.deletionRefused = ProblemCode.KEYRING_LOCKED;
        desk.noteDeletion(stays.id(), Notes.GO);
        assertThatThrownBy(() -> desk.delete(stays.id(), Notes.GO, DeletionProgress.UNWATCHED))
                .isInstanceOf(ProblemException.class);
        assertThat(desk.list()).extracting(ConnectionProfile::id).containsExactly(stays.id());

        stores.deletionRefused = null;
        assertThat(desk(stores).repair()).isEmpty();
        assertThat(desk(stores).list()).extracting(ConnectionProfile::id).containsExactly(stays.id());
        assertThat(stores.find(stays.id())).isPresent();
    }

    /** Of two that differ the vault's word counts: it is not given up for the older one where the copy cannot be told. */
    @Test
    void whatTheVaultTellsIsKeptWhereTheCopyTakesNothing() throws Exception {
        ConnectionProfile before = add(desk, "erp.acme.example");
        var renamed = new ConnectionProfile(before.id(), before.kind(), "Renamed", before.since(), before.pin(),
                before.serverVersion(), before.lastSynced());
        stores.kept = Optional.of(List.of(renamed));
        stores.copyRefused = true;

        assertThat(desk.repair()).extracting(Problem::code).containsExactly(ProblemCode.STORE_FAILED);
        assertThat(stores.kept.orElseThrow()).extracting(ConnectionProfile::name).containsExactly("Renamed");

        stores.copyRefused = false;
        assertThat(desk(stores).repair()).isEmpty();
        assertThat(desk(stores).list()).extracting(ConnectionProfile::name).containsExactly("Renamed");
    }

    /** Of several that had no record no file is rewritten, and none of it is noted as a deletion. */
    @Test
    void additionsThatWereInterruptedAreTakenBackWithoutARewrite() throws Exception {
        for (int number = 1; number <= 3; number++) {
            add(desk, "erp" + number + ".acme.example");
        }
        stores.rows.clear();
        stores.kept = Optional.empty();
        stores.diskFull = true;

        assertThat(desk.repair()).isEmpty();

        assertThat(stores.profiles).isEmpty();
        assertThat(stores.rewrites).isZero();
        assertThat(stores.facts).doesNotContainKeys(VaultFact.PENDING_DELETION, VaultFact.LAST_DELETION);
    }

    /** Once its profile is gone nothing else tells of its rows. */
    @Test
    void s37_whatIsDroppedIsDroppedWholeWhereverItWasInterrupted() throws Exception {
        for (int writes = 0; writes <= 4; writes++) {
            var interrupted = new MemoryStores();
            ConnectionProfile dropped = add(desk(interrupted), "erp.acme.example");
            interrupted.invoices.put(dropped.id(), 412);
            interrupted.rows.clear();
            interrupted.kept = Optional.of(List.of());
            interrupted.writesLeft = writes;
            if (writes < 4) {
                assertThatThrownBy(() -> desk(interrupted).repair()).isInstanceOf(MemoryStores.PowerCut.class);
            }
            interrupted.writesLeft = -1;

            desk(interrupted).repair();

            assertThat(interrupted.profiles).as("%d writes", writes).isEmpty();
            assertThat(interrupted.invoices).as("%d writes", writes).isEmpty();
            assertThat(interrupted.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
        }
    }

    /** What needs room for a whole file comes last: no name, day or certificate is lost for it. */
    @Test
    void aProfileThatTheVaultKeepsComesBackWhileAnotherCannotBeDropped() throws Exception {
        ConnectionProfile kept = add(desk, "kept.acme.example");
        var told = stores.kept;
        ConnectionProfile dropped = add(desk, "erp.acme.example");
        stores.rows.remove(dropped.id());
        stores.kept = told;
        stores.profiles.remove(kept.id());
        stores.invoices.put(dropped.id(), 412);
        stores.diskFull = true;

        assertThat(desk.repair()).isNotEmpty();

        assertThat(desk.list()).extracting(ConnectionProfile::name).contains(kept.name());
    }

    @Test
    void invoicesWhoseRowWasLostInAnotherWayAreNotDeleted() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        synced(stores, profile, 412);
        stores.rows.clear();

        desk.repair();

        assertThat(stores.invoices).containsEntry(profile.id(), 412);
        assertThat(desk.list()).hasSize(1);
        assertThat(desk.delete(profile.id()).invoices()).isEqualTo(412);
    }

    @Test
    void anOlderVaultDeletesNoInvoicesAndTheConnectionIsWholeWhenItsPasswordIsTypedAgain() throws Exception {
        ConnectionProfile stays = add(desk, "kept.acme.example");
        ConnectionProfile before = add(desk, "before.acme.example");
        desk.delete(before.id());
        var olderRows = Map.copyOf(stores.rows);
        var olderProfiles = stores.kept;
        ConnectionProfile after = add(desk, "erp.acme.example");
        ConnectionProfile sample = desk.addSample();
        stores.profiles.put(after.id(), Profiles.synced(after, NOW.plusSeconds(60), "19.0"));
        stores.profiles.put(sample.id(), Profiles.synced(sample, NOW.plusSeconds(60), "19.0"));
        stores.invoices.put(after.id(), 412);
        stores.invoices.put(sample.id(), 1_200);
        stores.rows.clear();
        stores.rows.putAll(olderRows);
        stores.kept = olderProfiles;

        assertThat(desk.repair()).isEmpty();

        assertThat(stores.invoices).containsEntry(after.id(), 412).containsEntry(sample.id(), 1_200);
        assertThat(desk.list()).extracting(ConnectionProfile::id).containsExactly(stays.id(), after.id(), sample.id());
        assertThat(desk.problems()).containsOnlyKeys(after.id());
        assertThat(desk.problems().get(after.id())).extracting(Problem::code)
                .containsExactly(ProblemCode.ADDRESS_LOST);
        assertThat(desk.endpoint(after.id())).isEmpty();
        stores.server = Map.of();
        try (Secret secret = Secret.ofChars("again")) {
            edit(after, "erp.acme.example", secret, null);
        }
        assertThat(desk.problems()).isEmpty();
        assertThat(stores.rows).containsKey(after.id());
    }

    @Test
    void anInvoiceCopyWithAnOlderVaultThatKnowsOfNoDeletionIsKept() throws Exception {
        add(desk, "kept.acme.example");
        var olderRows = Map.copyOf(stores.rows);
        var olderProfiles = stores.kept;
        ConnectionProfile after = add(desk, "erp.acme.example");
        synced(stores, after, 412);
        stores.rows.clear();
        stores.rows.putAll(olderRows);
        stores.kept = olderProfiles;
        stores.facts.put(VaultFact.LAST_DELETION, "no time 7");

        desk.repair();

        assertThat(stores.invoices).containsEntry(after.id(), 412);
    }

    @Test
    void aRowWithoutAProfileGetsOne() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.profiles.clear();

        desk.repair();

        assertThat(desk.list()).extracting(ConnectionProfile::id, ConnectionProfile::name)
                .containsExactly(tuple(profile.id(), "acme"));
    }

    @Test
    void aConnectionThatLostItsPasswordIsNamedAndIsWholeWhenItIsTypedAgain() throws Exception {
        ConnectionProfile kept = add(desk, "kept.acme.example");
        ConnectionProfile lost = add(desk, "erp.acme.example");
        stores.lose(lost.id());

        desk.repair();

        assertThat(desk.list()).extracting(ConnectionProfile::id).containsExactly(kept.id(), lost.id());
        assertThat(desk.endpoint(lost.id())).contains(endpoint("erp.acme.example"));
        assertThat(desk.problems()).containsOnlyKeys(lost.id());
        assertThat(desk.problems().get(lost.id())).containsExactly(
                Problem.of(ProblemCode.PASSWORD_LOST, lost.name(), lost.id().value()));
        assertThatThrownBy(() -> desk.test(lost.id(), null, new CancelToken())).hasMessage("password-lost");

        var pin = new CertificatePin("cd".repeat(32));
        try (Secret secret = Secret.ofChars("again")) {
            assertThat(edit(lost, "erp.acme.example", secret, pin)).isEqualTo(Profiles.pinned(lost, pin));
        }
        assertThat(desk.problems()).isEmpty();
        assertThat(stores.find(lost.id()).orElseThrow().endpoint()).isEqualTo(endpoint("erp.acme.example"));
        assertThat(stores.kept.orElseThrow()).contains(Profiles.pinned(lost, pin));
    }

    @Test
    void aConnectionWhoseAddressNoSealVouchesForSaysSoAndNeedsItTypedAgain() throws Exception {
        ConnectionProfile lost = add(desk, "erp.acme.example");
        stores.lose(lost.id());
        stores.unsealed.add(lost.id());
        stores.server = Map.of();

        assertThat(desk.repair()).isEmpty();

        assertThat(desk.endpoint(lost.id())).isEmpty();
        Problem told = Problem.of(ProblemCode.ADDRESS_LOST, lost.name(), lost.id().value());
        assertThat(desk.problems()).containsEntry(lost.id(), List.of(told));
        assertThatThrownBy(() -> desk.test(lost.id(), null, new CancelToken())).hasMessage("address-lost");
        var typed = new ConnectionDetails(endpoint("erp.acme.example"), "", null, null);
        assertThatThrownBy(() -> desk.edit(lost.id(), typed, null, null, new CancelToken()))
                .hasMessage("password-empty");
        try (Secret secret = Secret.ofChars("again")) {
            edit(lost, "erp.acme.example", secret, null);
        }
        assertThat(stores.secretsLent).as("the server was asked whether it has the same books").hasSize(1);
        assertThat(stores.find(lost.id()).orElseThrow().endpoint()).isEqualTo(endpoint("erp.acme.example"));
    }

    @Test
    void aConnectionWithoutAProfileOrACertainAddressCanBeDeleted() throws Exception {
        ConnectionProfile lost = add(desk, "erp.acme.example");
        stores.lose(lost.id());
        stores.unsealed.add(lost.id());
        stores.profiles.clear();

        desk.delete(lost.id());

        assertThat(stores.lost).isEmpty();
    }

    @Test
    void aConnectionThatLostItsPasswordCanBeDeletedWithAllThatIsKeptOfIt() throws Exception {
        ConnectionProfile lost = add(desk, "erp.acme.example");
        stores.lose(lost.id());

        desk.delete(lost.id());

        assertThat(desk.list()).isEmpty();
        assertThat(stores.lost).isEmpty();
        assertThat(stores.kept).contains(List.of());
    }

    @Test
    void aCopyThatIsSetAsideKeepsNameFirstDayAndCertificateAndSaysSoUntilItIsFilled() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        var pin = new CertificatePin("cd".repeat(32));
        try (Secret secret = Secret.ofChars("again")) {
            edit(shop, "erp.acme.example", secret, pin);
        }
        ConnectionProfile sample = desk.addSample();
        synced(stores, Profiles.pinned(shop, pin), 412);
        stores.profiles.clear();
        stores.invoices.clear();
        stores.facts.put(VaultFact.COPY_UNFILLED, "*");

        assertThat(desk.repair()).isEmpty();

        assertThat(desk.list()).containsExactly(Profiles.pinned(shop, pin), sample);
        assertThat(stores.facts).containsEntry(VaultFact.COPY_UNFILLED, shop.id().value() + " " + sample.id().value());
        desk.profiles().synced(shop.id(), NOW, "19.0");
        assertThat(desk.problems()).containsOnlyKeys(sample.id());
        desk.delete(sample.id());
        assertThat(desk.problems()).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.COPY_UNFILLED);
    }

    @Test
    void aCopyThatIsSetAsideWhileRunningIsWholeAgainConnectionByConnection() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        ConnectionProfile other = add(desk, "old.acme.example");
        ConnectionProfile gone = add(desk, "gone.acme.example");
        stores.facts.put(VaultFact.COPY_UNFILLED, "*");
        assertThat(desk.problems()).containsOnlyKeys(shop.id(), other.id(), gone.id());

        desk.profiles().synced(shop.id(), NOW, "19.0");
        assertThat(desk.problems()).containsOnlyKeys(other.id(), gone.id());
        desk.delete(gone.id());
        assertThat(desk.problems()).containsOnlyKeys(other.id());
        desk.profiles().synced(other.id(), NOW, "19.0");
        assertThat(desk.problems()).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.COPY_UNFILLED);
    }

    @Test
    void damageMetWhileARunEndsIsNotTakenBackByIt() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        ConnectionProfile other = add(desk, "old.acme.example");
        stores.facts.put(VaultFact.COPY_UNFILLED, shop.id().value());
        stores.beforeChange = () -> stores.facts.put(VaultFact.COPY_UNFILLED, "*");

        desk.profiles().synced(shop.id(), NOW, "19.0");

        assertThat(stores.facts).containsEntry(VaultFact.COPY_UNFILLED, other.id().value());
    }

    @Test
    void anOlderCopyBringsBackNothingThatWasDeletedAndNoOlderCertificate() throws Exception {
        ConnectionProfile gone = add(desk, "gone.acme.example");
        ConnectionProfile stays = add(desk, "erp.acme.example");
        synced(stores, gone, 412);
        synced(stores, stays, 7);
        var older = Map.copyOf(stores.profiles);
        var olderInvoices = Map.copyOf(stores.invoices);
        desk.delete(gone.id());
        var pin = new CertificatePin("cd".repeat(32));
        try (Secret secret = Secret.ofChars("again")) {
            edit(stays, "erp.acme.example", secret, pin);
        }
        stores.profiles.putAll(older);
        stores.invoices.putAll(olderInvoices);

        desk.repair();

        assertThat(stores.profiles).containsOnlyKeys(stays.id());
        assertThat(stores.profile(stays.id()).orElseThrow().pin()).isEqualTo(pin);
        assertThat(stores.invoices).containsOnlyKeys(stays.id());
    }

    @Test
    void aFolderOfAnEarlierVersionGainsTheKeptProfiles() throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        ConnectionProfile sample = desk.addSample();
        stores.kept = Optional.empty();

        desk.repair();

        assertThat(desk.list()).containsExactly(profile, sample);
        assertThat(stores.kept).contains(List.of(profile, sample));
    }
}
