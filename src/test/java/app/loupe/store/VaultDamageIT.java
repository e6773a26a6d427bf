package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a vault file that was damaged: nothing is lost in silence, and whatever is whole still works. */
class VaultDamageIT extends VaultWithRows {
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
    void c1_aVaultCutAtAPageEdgeIsNeverSilentlyShort() throws Exception {
        byte[] whole = bytes();
        var outcomes = new TreeMap<String, Integer>();
        for (int length = 0; length < whole.length; length += PAGE) {
            outcomes.merge(outcome("cut to " + length, Arrays.copyOf(whole, length)), 1, Integer::sum);
            byte[] padded = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length);
            outcomes.merge(outcome("zeroes from " + length, padded), 1, Integer::sum);
        }
        assertThat(outcomes).containsKey("mended, 6 lost").hasSizeGreaterThan(1);
    }

    @Test
    void c2_noneOfTwoHundredFlippedBitsIsSilent() throws Exception {
        byte[] whole = bytes();
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            outcomes.merge(outcome("bit of byte " + at, damaged), 1, Integer::sum);
        }
        assertThat(outcomes.keySet()).as("some are in pages that are in use")
                .anyMatch(said -> said.startsWith("mended"));
    }

    @Test
    void c2_pagesOfAnOlderFileInANewerOneAreNeverSilent() throws Exception {
        byte[] older = bytes();
        insertOneMore();
        byte[] whole = bytes();
        var outcomes = new TreeMap<String, Integer>();
        for (int page = 0; page < Math.min(older.length, whole.length) / PAGE; page++) {
            byte[] damaged = whole.clone();
            System.arraycopy(older, page * PAGE, damaged, page * PAGE, PAGE);
            outcomes.merge(outcome("older page " + page, damaged), 1, Integer::sum);
            byte[] torn = older.clone();
            System.arraycopy(whole, page * PAGE, torn, page * PAGE, PAGE);
            outcomes.merge(outcome("newer page " + page, torn), 1, Integer::sum);
        }
        assertThat(outcomes).hasSizeGreaterThan(1);
    }

    @Test
    void c2_exchangedPagesAreNeverSilent() throws Exception {
        byte[] whole = bytes();
        for (int i = 0; i < 8; i++) {
            int one = random.nextInt(whole.length / PAGE);
            int two = random.nextInt(whole.length / PAGE);
            byte[] damaged = whole.clone();
            System.arraycopy(whole, one * PAGE, damaged, two * PAGE, PAGE);
            System.arraycopy(whole, two * PAGE, damaged, one * PAGE, PAGE);
            assertThat(outcome("pages " + one + " and " + two, damaged)).isNotEmpty();
        }
    }

    /** Of a file that was closed well H2 reads one of two headers, and no chunk but for its pages. */
    @Test
    void c2_aHeaderInThePlaceOfAnyPageIsNamedAtOnceOrHarmless() throws Exception {
        insertOneMore();
        byte[] whole = bytes();
        for (int page = 1; page < whole.length / PAGE; page++) {
            byte[] damaged = whole.clone();
            System.arraycopy(whole, 0, damaged, page * PAGE, PAGE);
            System.arraycopy(whole, page * PAGE, damaged, 0, PAGE);
            assertThat(outcome("header and page " + page, damaged)).isNotEmpty();
        }
    }

    private void insertOneMore() throws Exception {
        StoredConnection added = row("new");
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            vault.insert(added, Map.of());
        }
        rows.add(added);
    }

    @Test
    void c2_noDamageOfAnyKindIsSilentOrADeadEnd() throws Exception {
        Path ledger;
        try (Stream<Path> files = Files.list(healthy)) {
            ledger = files.filter(one -> one.toString().endsWith(".ledger")).findAny().orElseThrow();
        }
        byte[] older = bytes();
        byte[] olderLedger = Files.readAllBytes(ledger);
        insertOneMore();

        assertThat(Damages.faults("vault.mv.db", bytes(), older, this::outcome)).isEmpty();
        assertThat(Damages.faults("vault.ledger", Files.readAllBytes(ledger), olderLedger,
                (damage, damaged) -> outcome(damage, ledger.getFileName().toString(), damaged))).isEmpty();
    }

    @Test
    void anOlderVaultBringsNothingBackThatWasDeleted() throws Exception {
        byte[] older = bytes();
        StoredConnection gone = rows.removeLast();
        StoredConnection added = row("new");
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
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
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.warnings()).extracting(Problem::code).containsExactly(ProblemCode.VAULT_MENDED);
            assertThat(vault.install()).isEqualTo(install);
            assertThat(vault.lost()).hasSize(6);
        }
    }

    @Test
    void aLostPasswordThatIsTypedAgainOrDeletedIsLostNoLonger() throws Exception {
        Files.write(healthy.resolve("vault.mv.db"), new byte[0]);
        StoredConnection typed = sealed(rows.get(1).id(), rows.get(1).endpoint());
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
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
        try (var vault = VaultFile.open(healthy, false, OpenStore.ANNA)) {
            assertThat(vault.warnings()).isEmpty();
            assertThat(vault.lost()).hasSize(4);
        }
    }
}
