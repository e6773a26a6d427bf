package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.NameKind;
import app.loupe.domain.Named;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Profiles;
import testkit.StoreRecords;

/** Whoever meets damage, reading or writing, all connections of the file are told of. */
class LossIsToldIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final List<ConnectionProfile> PROFILES = List.of(Profiles.of(SHOP), Profiles.of(OTHER));
    private static final Instant WHEN = StoreRecords.WRITTEN;
    private static final Set<Long> IDS = Set.of(1L);

    @TempDir
    private Path folder;

    private final AtomicBoolean damaged = new AtomicBoolean();
    private final List<Set<ConnectionId>> told = new ArrayList<>();

    private interface Work {
        void with(CopyRepository copy) throws ProblemException;
    }

    /** One call of each method of the copy. */
    private static Map<String, Work> calls() {
        var names = List.of(new Named(NameKind.PARTNER, 7, 0, "Azure"));
        var calls = new LinkedHashMap<String, Work>();
        calls.put("stamps", copy -> copy.stamps(SHOP, RecordKind.INVOICE));
        calls.put("saveInvoices", copy -> copy.saveInvoices(SHOP, StoreRecords.invoices(1, 1, 1)));
        calls.put("saveJournalItems",
                copy -> copy.saveJournalItems(SHOP, List.of(StoreRecords.line(71, 8, 1, "EUR", "Payment"))));
        calls.put("savePartners", copy -> copy.savePartners(SHOP, List.of(StoreRecords.partner(5, "A"))));
        calls.put("saveProducts", copy -> copy.saveProducts(SHOP, List.of(StoreRecords.product(5, "A"))));
        calls.put("savePayments", copy -> copy.savePayments(SHOP, Map.of(1L, List.of())));
        calls.put("saveNotedPayments", copy -> copy.saveNotedPayments(SHOP, Map.of(1L, List.of())));
        calls.put("paymentsWanted", copy -> copy.paymentsWanted(SHOP, true));
        calls.put("doubtPayments", copy -> copy.doubtPayments(SHOP, IDS));
        calls.put("figures", copy -> copy.figures(SHOP, IDS));
        calls.put("doubt", copy -> copy.doubt(SHOP, IDS));
        calls.put("readAgain", copy -> copy.readAgain(SHOP, RecordKind.PARTNER, IDS));
        calls.put("eachReconciled", copy -> copy.eachReconciled(SHOP, item -> {}));
        calls.put("counterparts", copy -> copy.counterparts(SHOP, IDS));
        calls.put("draftLines", copy -> copy.draftLines(SHOP));
        calls.put("names", copy -> copy.names(SHOP));
        calls.put("rename", copy -> copy.rename(SHOP, names));
        calls.put("sampleAnew", copy -> copy.sampleAnew(SHOP, names));
        calls.put("referenced", copy -> copy.referenced(SHOP, RecordKind.PARTNER));
        calls.put("companiesWithoutContact", copy -> copy.companiesWithoutContact(SHOP));
        calls.put("markRemoved", copy -> copy.markRemoved(SHOP, IDS, WHEN));
        calls.put("markInaccessible", copy -> copy.markInaccessible(SHOP, IDS, WHEN));
        calls.put("inaccessible", copy -> copy.inaccessible(SHOP));
        calls.put("dropJournalItems", copy -> copy.dropJournalItems(SHOP, IDS));
        calls.put("watermark", copy -> copy.watermark(SHOP));
        calls.put("listedAt", copy -> copy.listedAt(SHOP));
        calls.put("publish", copy -> copy.publish(SHOP, WHEN, WHEN));
        calls.put("endUnpublished", copy -> copy.endUnpublished(SHOP));
        calls.put("widen", copy -> copy.widen(SHOP));
        calls.put("delete", copy -> copy.delete(SHOP));
        calls.put("withdraw", copy -> copy.withdraw(Set.of(SHOP)));
        return calls;
    }

    private InvoiceStore open(VaultFile vault) throws ProblemException {
        try (var key = OpenStore.key((byte) 7)) {
            InvoiceStore store = InvoiceStore.open(vault, key, OpenStore.CLOCK, () -> PROFILES, sql -> {
                if (damaged.getAndSet(false)) {
                    throw new StoreSession.SenselessValueException(new IllegalStateException("a flipped bit"));
                }
                return sql;
            });
            store.onLoss(told::add);
            return store;
        }
    }

    private void meets(Work work, CopyRepository copy, String name) {
        told.clear();
        damaged.set(true);
        assertThatThrownBy(() -> work.with(copy)).as(name).isInstanceOfSatisfying(ProblemException.class,
                met -> assertThat(met.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
        assertThat(told).as(name).containsExactly(Set.of(SHOP, OTHER));
    }

    @Test
    void byEveryMethodOfTheCopy() throws ProblemException {
        Map<String, Work> calls = calls();
        // what flushes sets nothing aside, because it goes on with the file that is there
        assertThat(calls.keySet()).isEqualTo(Arrays.stream(CopyRepository.class.getMethods()).map(Method::getName)
                .filter(name -> !name.equals("flush")).collect(Collectors.toSet()));
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var store = open(vault)) {
            for (ConnectionProfile profile : PROFILES) {
                store.profiles().put(profile);
            }

            calls.forEach((name, work) -> meets(work, OpenStore.copies(store), name));
        }
    }

    @Test
    void byOthersWhoReadOrWrite() throws ProblemException {
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var store = open(vault)) {
            for (ConnectionProfile profile : PROFILES) {
                store.profiles().put(profile);
            }

            meets(copy -> store.reader().invoice(new InvoiceKey(SHOP, 1)), OpenStore.copies(store), "reader");
            meets(copy -> store.journal().runs(10), OpenStore.copies(store), "journal");
            meets(copy -> store.profiles().profiles(), OpenStore.copies(store), "profiles");
            meets(copy -> store.profiles().synced(OTHER, WHEN, "19.0"), OpenStore.copies(store),
                    "profile of another one");
            meets(copy -> store.held().held(SHOP, IDS), OpenStore.copies(store), "held");
        }
    }

    @Test
    void ofMissingRecordsTheirConnectionAlone() throws Exception {
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var store = open(vault)) {
            for (ConnectionProfile profile : PROFILES) {
                store.profiles().put(profile);
            }
            OpenStore.copies(store).savePartners(SHOP, List.of(StoreRecords.partner(5, "A")));
            OpenStore.copies(store).savePartners(OTHER, List.of(StoreRecords.partner(5, "A")));
            OpenStore.copies(store).flush();
        }
        try (var key = OpenStore.key((byte) 7)) {
            assertThat(ChangedFile.of(folder, key, "DELETE FROM partner WHERE connection_id = 'aaaaaaaa'")).isOne();
        }

        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var store = open(vault)) {
            assertThat(store.scrub()).singleElement()
                    .satisfies(found -> assertThat(found.code()).isEqualTo(ProblemCode.STORE_SHORT));
            assertThat(told).containsExactly(Set.of(SHOP));
        }
    }
}
