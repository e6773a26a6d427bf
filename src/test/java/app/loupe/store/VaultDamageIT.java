package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a vault file that was damaged: nothing is lost in silence, and whatever is whole still works. */
class VaultDamageIT {
    private static final int PAGE = 4_096;
    private static final int SEALED_BYTES = 309;
    private static final Map<VaultFact, String> FACTS = Map.of(VaultFact.KEY_ID, "0badcafe", VaultFact.STORE_KEY,
            "c2VhbGVkIHN0b3JlIGtleQ", VaultFact.CHECK_VALUE, "Y2hlY2s", VaultFact.KEY_HOLDER, "secret-service");

    @TempDir
    Path temp;

    private final Random random = new Random(20_261_126);
    private final List<StoredConnection> rows = new ArrayList<>();
    private Path healthy;
    private InstallId install;
    private UserId user;

    /** A closed vault with five connections, after a few changes as they happen in its life. */
    @BeforeEach
    void fill() throws Exception {
        healthy = Files.createDirectory(temp.resolve("healthy"));
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            install = vault.install();
            user = vault.user();
            vault.apply(VaultChange.ofFacts(FACTS));
            for (int i = 0; i < 6; i++) {
                rows.add(row("shop" + i));
                vault.insert(rows.getLast(), Map.of());
            }
            vault.apply(new VaultChange(Set.of(rows.getFirst().id()), List.of(), Map.of()));
            vault.compact();
            rows.removeFirst();
            StoredConnection again = sealed(rows.getFirst().id(), rows.getFirst().endpoint());
            vault.apply(new VaultChange(Set.of(), List.of(again), Map.of()));
            vault.compact();
            rows.set(0, again);
            rows.add(row("last"));
            vault.insert(rows.getLast(), Map.of());
        }
    }

    private StoredConnection row(String name) throws ProblemException {
        return sealed(ConnectionId.random(new java.security.SecureRandom()),
                new Endpoint(OdooAddress.parse("https://" + name + ".example"), "db " + name, "ann@" + name));
    }

    private StoredConnection sealed(ConnectionId id, Endpoint endpoint) {
        byte[] bytes = new byte[SEALED_BYTES];
        random.nextBytes(bytes);
        return new StoredConnection(id, endpoint,
                new SealedPassword(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    private Path copy(String name) throws IOException {
        Path target = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(healthy)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(healthy.resolve("vault.mv.db"));
    }

    /** How it went: {@code whole}, {@code mended}, {@code mended, n lost}; anything else fails the test here. */
    private String outcome(String damage, byte[] file) throws Exception {
        Path folder = copy("damaged");
        Path path = folder.resolve("vault.mv.db");
        Files.write(path, file);
        String said;
        try (var vault = VaultFile.open(folder, OpenStore.ANNA)) {
            assertThat(vault.install()).as(damage).isEqualTo(install);
            assertThat(vault.user()).as(damage).isEqualTo(user);
            assertThat(vault.facts()).as(damage).isEqualTo(FACTS);
            assertThat(rows).as(damage).containsAll(vault.connections());
            Map<ConnectionId, Endpoint> lost = vault.lost();
            for (StoredConnection row : rows) {
                assertThat(vault.find(row.id()).isPresent()).as(damage + " " + row.id())
                        .isEqualTo(!lost.containsKey(row.id()));
                assertThat(lost.getOrDefault(row.id(), row.endpoint())).as(damage).isEqualTo(row.endpoint());
            }
            assertThat(lost.keySet()).as(damage).isSubsetOf(rows.stream().map(StoredConnection::id).toList());
            List<ProblemCode> told = vault.warnings().stream().map(Problem::code).toList();
            said = told.isEmpty() ? "whole" : "mended" + (lost.isEmpty() ? "" : ", " + lost.size() + " lost");
            assertThat(told).as(damage).isSubsetOf(ProblemCode.VAULT_MENDED);
            assertThat(lost.isEmpty() || !told.isEmpty()).as(damage).isTrue();
            if (!told.isEmpty()) {
                assertThat(folder.resolve(vault.warnings().getFirst().parameters().getFirst())).as(damage)
                        .hasBinaryContent(file);
            }
        }
        try (var again = VaultFile.open(folder, OpenStore.ANNA)) {
            assertThat(again.warnings()).as("mended for good: " + damage).isEmpty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.delete(left);
            }
        }
        return said;
    }

    @Test
    void c1_aTruncatedVaultIsNeverSilentlyShort() throws Exception {
        byte[] whole = bytes();
        var outcomes = new TreeMap<String, Integer>();
        for (int cut = 0; cut < 30; cut++) {
            int length = (int) ((long) whole.length * cut / 30) + cut * 7 % 13;
            outcomes.merge(outcome("cut to " + length, Arrays.copyOf(whole, length)), 1, Integer::sum);
        }
        assertThat(outcomes).containsKey("mended, 6 lost").hasSizeGreaterThan(1);
    }

    @Test
    void c2_aZeroedPageIsNamedAndWhatIsWholeElsewhereIsFound() throws Exception {
        byte[] whole = bytes();
        var outcomes = new TreeMap<String, Integer>();
        for (int page = 0; page < whole.length / PAGE; page++) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0);
            outcomes.merge(outcome("page " + page, damaged), 1, Integer::sum);
        }
        assertThat(outcomes).hasSizeGreaterThan(1);
    }

    @Test
    void c2_aFlippedBitInASealedPasswordCostsNoMoreThanThisOne() throws Exception {
        byte[] whole = bytes();
        String sealed = rows.get(2).encryptedPassword().base64();
        byte[] damaged = whole.clone();
        for (int at : places(whole, sealed)) {
            damaged[at + 17] ^= 1;
        }

        assertThat(outcome("every copy of one password", damaged)).isEqualTo("mended, 1 lost");
    }

    @Test
    void c2_flippedBitsAndExchangedPagesAreNeverSilent() throws Exception {
        byte[] whole = bytes();
        for (int i = 0; i < 25; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(outcome("bit of byte " + at, damaged)).isNotEmpty();
        }
        for (int i = 0; i < 8; i++) {
            int one = random.nextInt(whole.length / PAGE);
            int two = random.nextInt(whole.length / PAGE);
            byte[] damaged = whole.clone();
            System.arraycopy(whole, one * PAGE, damaged, two * PAGE, PAGE);
            System.arraycopy(whole, two * PAGE, damaged, one * PAGE, PAGE);
            assertThat(outcome("pages " + one + " and " + two, damaged)).isNotEmpty();
        }
    }

    private static List<Integer> places(byte[] file, String text) {
        String all = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        var places = new ArrayList<Integer>();
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            places.add(at);
        }
        assertThat(places).isNotEmpty();
        return places;
    }

    @Test
    void anOlderVaultBringsNothingBackThatWasDeleted() throws Exception {
        byte[] older = bytes();
        StoredConnection gone = rows.removeLast();
        StoredConnection added = row("new");
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            vault.apply(new VaultChange(Set.of(gone.id()), List.of(), Map.of()));
            vault.compact();
            vault.insert(added, Map.of());
        }
        rows.add(added);

        assertThat(outcome("older", older)).isEqualTo("mended, 1 lost");
    }

    @Test
    void anotherFileOrNoneInItsPlaceIsMadeAnew() throws Exception {
        assertThat(outcome("empty", new byte[0])).isEqualTo("mended, 6 lost");
        assertThat(outcome("nonsense", "no database ".repeat(4_000).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("mended, 6 lost");

        Files.delete(healthy.resolve("vault.mv.db"));
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            assertThat(vault.warnings()).extracting(Problem::code).containsExactly(ProblemCode.VAULT_MENDED);
            assertThat(vault.install()).isEqualTo(install);
            assertThat(vault.lost()).hasSize(6);
        }
    }

    @Test
    void aLostPasswordThatIsTypedAgainOrDeletedIsLostNoLonger() throws Exception {
        Files.write(healthy.resolve("vault.mv.db"), new byte[0]);
        StoredConnection typed = sealed(rows.get(1).id(), rows.get(1).endpoint());
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            vault.insert(typed, Map.of());
            vault.apply(new VaultChange(Set.of(rows.get(2).id()), List.of(), Map.of()));

            assertThat(vault.connections()).containsExactly(typed);
            assertThat(vault.lost()).hasSize(4).doesNotContainKeys(rows.get(1).id(), rows.get(2).id());
        }
        try (Stream<Path> files = Files.list(healthy)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ledger")).toList()) {
                assertThat(file).content().contains("shop2").doesNotContain("shop3");
            }
        }
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            assertThat(vault.warnings()).isEmpty();
            assertThat(vault.lost()).hasSize(4);
        }
    }

    @Test
    void theDamagedFileIsKeptUntilAConnectionIsDeleted() throws Exception {
        byte[] damaged = "no database ".repeat(4_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(healthy.resolve("vault.mv.db"), damaged);
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            Path kept = healthy.resolve(vault.warnings().getFirst().parameters().getFirst());
            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
            vault.compact();
            assertThat(kept).hasBinaryContent(damaged);

            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
            vault.apply(new VaultChange(Set.of(rows.get(1).id()), List.of(), Map.of()));
            vault.compact();
            assertThat(kept).doesNotExist();
        }
        assertThat(healthy).isDirectoryNotContaining("glob:**rewrite*");
    }

    @Test
    void aReplacementThatIsFinishedAtTheNextStartKeepsTheDamagedFileAndADeletionDoesNot() throws Exception {
        Files.write(healthy.resolve("vault.mv.db"), new byte[0]);
        Path kept;
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            kept = healthy.resolve(vault.warnings().getFirst().parameters().getFirst());
            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
        }
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            assertThat(kept).exists();
            vault.apply(new VaultChange(Set.of(rows.get(2).id()), List.of(), Map.of()));
            vault.put(sealed(rows.get(1).id(), rows.get(1).endpoint()), Map.of());
        }
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            assertThat(kept).doesNotExist();
            assertThat(vault.find(rows.get(1).id())).isPresent();
        }
    }

    @Test
    void aStartThatWaitedForTheRescueOfAnotherMendsNothingAgain() throws Exception {
        Files.delete(healthy.resolve("vault.mv.db"));
        var told = new CompletableFuture<List<Problem>>();
        var second = new Thread(() -> {
            try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
                told.complete(vault.warnings());
            } catch (ProblemException | RuntimeException failure) {
                told.completeExceptionally(failure);
            }
        });
        RescueLock.IN_PROCESS.lock();
        try {
            second.start();
            while (!RescueLock.IN_PROCESS.hasQueuedThread(second) && second.isAlive()) {
                Thread.onSpinWait();
            }
            try (var first = VaultFile.open(healthy, OpenStore.ANNA)) {
                assertThat(first.warnings()).hasSize(1);
            }
        } finally {
            RescueLock.IN_PROCESS.unlock();
        }

        assertThat(told.get(2, TimeUnit.MINUTES)).isEmpty();
        second.join();
    }

    @Test
    void aVaultThatAnotherHasOpenIsNamedSoWhereItCannotBeReadEither() throws Exception {
        try (var first = VaultFile.open(healthy, OpenStore.ANNA)) {
            assertThat(first.warnings()).isEmpty();
            assertThat(unreadable()).isEqualTo(ProblemCode.ALREADY_OPEN);
        }
    }

    @Test
    void aDamagedVaultThatCannotBeReadIsReportedAndNotMadeAnew() throws Exception {
        byte[] nonsense = new byte[30_000];
        Files.write(healthy.resolve("vault.mv.db"), nonsense);

        assertThat(unreadable()).isEqualTo(ProblemCode.VAULT_DAMAGED);

        assertThat(healthy.resolve("vault.mv.db")).hasBinaryContent(nonsense);
    }

    /** What a start tells where the file is locked against reading, as Windows does it. */
    private ProblemCode unreadable() {
        return catchThrowableOfType(ProblemException.class,
                () -> VaultFile.open(healthy, OpenStore.ANNA, sql -> sql, path -> {
                    throw new IOException("locked");
                })).problem().code();
    }

    @Test
    void eachAccountOfTheFolderKeepsWhatIsItsOwn() throws Exception {
        StoredConnection other;
        UserId bert;
        try (var vault = VaultFile.open(healthy, OpenStore.BERT)) {
            other = row("bert");
            bert = vault.user();
            vault.insert(other, Map.of());
        }
        byte[] damaged = bytes();
        for (int at : places(damaged, rows.get(0).encryptedPassword().base64())) {
            damaged[at] ^= 1;
        }
        Files.write(healthy.resolve("vault.mv.db"), damaged);

        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            assertThat(vault.lost()).containsOnlyKeys(rows.get(0).id());
        }
        try (var vault = VaultFile.open(healthy, OpenStore.BERT)) {
            assertThat(vault.user()).isEqualTo(bert);
            assertThat(vault.warnings()).isEmpty();
            assertThat(vault.connections()).containsExactly(other);
        }
    }

    @Test
    void aLedgerThatIsOlderMissingOrDamagedRaisesNoAlarm() throws Exception {
        Path ledger;
        try (Stream<Path> files = Files.list(healthy)) {
            ledger = files.filter(one -> one.toString().endsWith(".ledger")).findFirst().orElseThrow();
        }
        byte[] older = Files.readAllBytes(ledger);
        StoredConnection added = row("new");
        try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
            vault.insert(added, Map.of());
        }
        byte[] newest = Files.readAllBytes(ledger);
        for (byte[] text : List.of(older, new byte[0], Arrays.copyOf(newest, newest.length - 5), new byte[] {-1, -2})) {
            Files.write(ledger, text);
            try (var vault = VaultFile.open(healthy, OpenStore.ANNA)) {
                assertThat(vault.warnings()).isEmpty();
                assertThat(vault.connections()).hasSize(7);
            }
            assertThat(ledger).hasBinaryContent(newest);
        }
    }

    @Test
    void aLedgerThatIsALinkIsNotFollowed() throws Exception {
        Path ledger;
        try (Stream<Path> files = Files.list(healthy)) {
            ledger = files.filter(one -> one.toString().endsWith(".ledger")).findFirst().orElseThrow();
        }
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(ledger, elsewhere);
        byte[] before = Files.readAllBytes(elsewhere);
        Files.createSymbolicLink(ledger, elsewhere);
        Files.write(healthy.resolve("vault.mv.db"), new byte[30_000]);

        assertThatThrownBy(() -> VaultFile.open(healthy, OpenStore.ANNA)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));

        assertThat(elsewhere).hasBinaryContent(before);
    }

    @Test
    void theLedgerHoldsNoPasswordNotEvenASealedOne() throws Exception {
        try (Stream<Path> files = Files.list(healthy)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ledger")).toList()) {
                for (StoredConnection row : rows) {
                    assertThat(Files.readString(file)).contains(row.id().value())
                            .doesNotContain(row.encryptedPassword().base64().substring(0, 24));
                }
            }
        }
    }

    @Test
    void aDamagedVaultWithoutALedgerIsRefusedAndLeftAsItIs() throws Exception {
        Path folder = copy("without");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ledger")).toList()) {
                Files.delete(file);
            }
        }
        byte[] nonsense = new byte[30_000];
        Files.write(folder.resolve("vault.mv.db"), nonsense);

        assertThatThrownBy(() -> VaultFile.open(folder, OpenStore.ANNA)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.VAULT_DAMAGED));
        assertThat(folder.resolve("vault.mv.db")).hasBinaryContent(nonsense);
    }
}
