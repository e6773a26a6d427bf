package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.Profiles;

class ConnectionDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final MemoryStores stores = new MemoryStores();
    private final ConnectionDesk desk = desk(stores);

    private static ConnectionDesk desk(MemoryStores stores) {
        return new ConnectionDesk(stores.ports(), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(), "Sample");
    }

    private static Endpoint endpoint(String host) throws ProblemException {
        return new Endpoint(OdooAddress.parse(host), "acme", "ann");
    }

    private static ConnectionProfile add(ConnectionDesk desk, String host) throws ProblemException {
        try (Secret secret = Secret.ofChars("pass")) {
            ConnectionProfile profile = desk.add(new ConnectionDetails(endpoint(host), "", null, null), secret,
                    LocalDate.of(2025, 1, 1));
            assertThat(secret.length()).isEqualTo(4);
            assertThat(secret.bytes()).isEqualTo(new byte[] {'p', 'a', 's', 's'});
            return profile;
        }
    }

    private ConnectionProfile edit(ConnectionProfile profile, String host, Secret secret, @Nullable CertificatePin pin)
            throws ProblemException {
        var details = new ConnectionDetails(endpoint(host), profile.name(), pin, null);
        return desk.edit(profile.id(), details, secret, new CancelToken());
    }

    private static void synced(MemoryStores stores, ConnectionProfile profile, int invoices) {
        stores.profiles.put(profile.id(), Profiles.synced(profile, NOW, "19.0"));
        stores.invoices.put(profile.id(), invoices);
    }

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
    void aVaultThatRefusesLeavesNothingBehind() {
        stores.vaultRefuses = true;

        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("keyring-locked");

        assertThat(stores.profiles).isEmpty();
        assertThat(stores.rows).isEmpty();
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
        for (int writes = 0; writes <= 4; writes++) {
            var interrupted = new MemoryStores();
            ConnectionProfile kept = add(desk(interrupted), "kept.acme.example");
            ConnectionProfile gone = add(desk(interrupted), "erp.acme.example");
            synced(interrupted, kept, 7);
            synced(interrupted, gone, 412);
            interrupted.writesLeft = writes;
            if (writes < 4) {
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
        assertThatThrownBy(() -> desk.delete(first.id())).hasMessage("disk-full");
        assertThatThrownBy(() -> desk.delete(second.id())).hasMessage("disk-full");
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
        assertThatThrownBy(() -> desk.delete(first.id())).hasMessage("disk-full");
        assertThatThrownBy(() -> desk.delete(second.id())).hasMessage("disk-full");

        assertThat(desk.repair()).hasValueSatisfying(
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

        assertThatThrownBy(() -> desk.delete(profile.id())).hasMessage(ProblemCode.DISK_FULL.key());

        assertThat(stores.rows).isEmpty();
        assertThat(stores.invoices).containsEntry(profile.id(), 412);
    }

    @Test
    void aFullDiskIsToldAlsoWhereNothingIsToBeDeleted() throws Exception {
        add(desk, "erp.acme.example");
        stores.rows.clear();
        stores.kept = Optional.empty();
        stores.diskFull = true;

        assertThat(desk.repair())
                .hasValueSatisfying(notice -> assertThat(notice.code()).isEqualTo(ProblemCode.DISK_FULL));
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
                .containsExactly(ProblemCode.PASSWORD_LOST);
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
        new KeptProfiles(stores.ports()).synced(shop.id(), NOW, "19.0");
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

        new KeptProfiles(stores.ports()).synced(shop.id(), NOW, "19.0");
        assertThat(desk.problems()).containsOnlyKeys(other.id(), gone.id());
        desk.delete(gone.id());
        assertThat(desk.problems()).containsOnlyKeys(other.id());
        new KeptProfiles(stores.ports()).synced(other.id(), NOW, "19.0");
        assertThat(desk.problems()).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.COPY_UNFILLED);
    }

    @Test
    void damageMetWhileARunEndsIsNotTakenBackByIt() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        ConnectionProfile other = add(desk, "old.acme.example");
        stores.facts.put(VaultFact.COPY_UNFILLED, shop.id().value());
        stores.beforeChange = () -> stores.facts.put(VaultFact.COPY_UNFILLED, "*");

        new KeptProfiles(stores.ports()).synced(shop.id(), NOW, "19.0");

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
