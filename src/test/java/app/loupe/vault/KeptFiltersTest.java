package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

class KeptFiltersTest {
    /** Characters that the column of the vault's file takes. */
    private static final int COLUMN = 100_000;
    private static final KeptFilter AZURE = new KeptFilter("Azure, late", "Azure Interior >1000",
            Map.of("chips.statuses", "OVERDUE,UNPAID", "sort", "TOTAL-"));
    private static final KeptFilter PLAIN = new KeptFilter("= all; \"mine\"", "", Map.of());

    private final InMemoryVaultRepository repository = new InMemoryVaultRepository();
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();
    private SealedVault vault = open();

    private SealedVault open() {
        try {
            return new VaultOpener(Clock.systemUTC()).open(repository, keyring, FakeKeyHolder.passphrase());
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    @BeforeEach
    void twoConnections() throws ProblemException {
        for (int number = 1; number <= 2; number++) {
            try (Secret password = Secret.ofChars("password " + number)) {
                vault.add(Rows.id(number), Rows.endpoint(number), password, List.of());
            }
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void reopen() {
        vault.close();
        vault = open();
    }

    private String sealed() {
        return repository.facts().getOrDefault(VaultFact.FILTERS, "");
    }

    @Test
    void comeBackInTheirOrderAndAreNotReadableInTheFile() throws ProblemException {
        vault.searches().keepFilters(List.of(PLAIN, AZURE));
        reopen();

        assertThat(vault.searches().keptFilters()).containsExactly(PLAIN, AZURE);
        String bytes = new String(Base64.getUrlDecoder().decode(sealed()), StandardCharsets.UTF_8);
        assertThat(sealed() + bytes).isNotEmpty().doesNotContain("Azure").doesNotContain("OVERDUE");
        vault.searches().keepFilters(List.of(AZURE));
        assertThat(vault.searches().keptFilters()).containsExactly(AZURE);
        vault.searches().keepFilters(List.of());
        assertThat(repository.facts()).doesNotContainKey(VaultFact.FILTERS);
    }

    @Test
    void outliveADeletionSealedAnewAndGoWithTheLastConnection() throws ProblemException {
        vault.searches().keepFilters(List.of(AZURE));
        String before = sealed();

        vault.delete(Rows.id(1));
        reopen();
        assertThat(vault.searches().keptFilters()).containsExactly(AZURE);
        String after = sealed();
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.FILTERS, before)));
        assertThat(vault.searches().keptFilters()).as("the old key is gone").isEmpty();
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.FILTERS, after)));

        vault.delete(Rows.id(2));
        assertThat(repository.facts()).doesNotContainKey(VaultFact.FILTERS);
        vault.searches().keepFilters(List.of(AZURE));
        assertThat(repository.facts()).as("of a window that still shows it").doesNotContainKey(VaultFact.FILTERS);
    }

    @Test
    void damagedOnesAreNone() throws ProblemException {
        vault.searches().keepFilters(List.of(AZURE));
        String whole = sealed();
        for (int at = 0; at < whole.length() - 1; at++) {
            char other = whole.charAt(at) == 'A' ? '_' : 'A';
            repository.apply(VaultChange.ofFacts(
                    Map.of(VaultFact.FILTERS, whole.substring(0, at) + other + whole.substring(at + 1))));
            assertThat(vault.searches().keptFilters()).as("character %d", at).isEmpty();
        }
    }

    @Test
    void theLongestAndMostFitIntoTheColumn() throws ProblemException {
        List<KeptFilter> most = IntStream.range(0, KeptFilter.MOST).mapToObj(number -> new KeptFilter(
                "\u6f22".repeat(KeptFilter.LONGEST_NAME - 2) + (10 + number), "\u6f22".repeat(KeptSearch.LONGEST),
                Map.of("chips.statuses", "x".repeat(580)))).toList();
        assertThat(most).allMatch(KeptFilter::isToKeep);

        vault.searches().keepFilters(most);

        assertThat(vault.searches().keptFilters()).isEqualTo(most);
        assertThat(sealed().length()).isLessThan(COLUMN);
        assertThatThrownBy(() -> vault.searches().keepFilters(Collections.nCopies(KeptFilter.MOST + 1, PLAIN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWouldNotComeBackAsItIsIsRefused() {
        for (KeptFilter wrong : List.of(new KeptFilter(" ", "", Map.of()), new KeptFilter("a\tb", "", Map.of()),
                new KeptFilter("a", "b\nc", Map.of()), new KeptFilter("x".repeat(61), "", Map.of()),
                new KeptFilter("a", "x".repeat(501), Map.of()), new KeptFilter("a", "", Map.of("k", "\n")),
                new KeptFilter("a", "", Map.of("k=l", "v")), new KeptFilter("a", "", Map.of("k", "x".repeat(600))))) {
            assertThat(wrong.isToKeep()).as(wrong.name()).isFalse();
            assertThatThrownBy(() -> vault.searches().keepFilters(List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** What another version may write: a name alone, one choice without a value, a name that is too long. */
    private static final List<String> OTHERS = List.of("Of tomorrow", "Late\tAnna\tonly",
            "x".repeat(90) + "\t\tsort=DATE");

    private MasterKeys keys() throws GeneralSecurityException {
        try (Secret entry = Secret.owning(keyring.entry(repository.install()).orElseThrow())) {
            return MasterKeys.parse(entry);
        }
    }

    private SealedFacts facts() {
        return new SealedFacts(new Binding(repository.install(), repository.user()));
    }

    private List<String> lines() throws GeneralSecurityException {
        return facts().filters(keys(), sealed()).orElseThrow().lines().toList();
    }

    @Test
    void linesOfAnotherVersionAreNotShownAndStayWhateverIsSavedOrDeleted()
            throws ProblemException, GeneralSecurityException {
        vault.searches().keepFilters(List.of(AZURE));
        String own = lines().getFirst();
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.FILTERS, facts().sealedFilters(keys(),
                OTHERS.get(0) + "\n" + own + "\n" + OTHERS.get(1) + "\n" + OTHERS.get(2) + "\n"))));

        assertThat(vault.searches().keptFilters()).containsExactly(AZURE);
        vault.searches().keepFilters(List.of(AZURE, PLAIN));
        assertThat(vault.searches().keptFilters()).containsExactly(AZURE, PLAIN);
        assertThat(lines()).hasSize(5).startsWith(own).endsWith(OTHERS.toArray(String[]::new));
        vault.delete(Rows.id(1));
        reopen();
        assertThat(lines()).as("under the new key").hasSize(5).containsAll(OTHERS);
        vault.searches().keepFilters(List.of());
        assertThat(lines()).isEqualTo(OTHERS);

        vault.delete(Rows.id(2));
        assertThat(repository.facts()).doesNotContainKey(VaultFact.FILTERS);
    }

    @Test
    void moreThanTheMostStayAndCanBeDeletedOneByOne() throws ProblemException, GeneralSecurityException {
        vault.searches().keepFilters(List.of(AZURE));
        String own = lines().getFirst();
        String many = IntStream.range(0, KeptFilter.MOST + 2).mapToObj(number -> number + own + "\n")
                .collect(Collectors.joining());
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.FILTERS, facts().sealedFilters(keys(), many))));

        List<KeptFilter> shown = vault.searches().keptFilters();
        assertThat(shown).hasSize(KeptFilter.MOST);
        vault.searches().keepFilters(shown.subList(1, shown.size()));

        assertThat(lines()).hasSize(KeptFilter.MOST + 1);
        assertThat(vault.searches().keptFilters()).hasSize(KeptFilter.MOST).doesNotContain(shown.getFirst());
    }
}
