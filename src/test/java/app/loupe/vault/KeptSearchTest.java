package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeKeyHolder;
import testkit.InMemoryVaultRepository;

class KeptSearchTest {
    private static final KeptSearch SEARCH = new KeptSearch(Set.of(Rows.id(1)), "Azure Interior status:unpaid", "");

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
    void threeConnections() throws ProblemException {
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

    private void reopen() {
        vault.close();
        vault = open();
    }

    private String sealed() {
        return repository.facts().getOrDefault(VaultFact.SEARCH, "");
    }

    private void put(String sealed) throws ProblemException {
        repository.apply(VaultChange.ofFacts(Map.of(VaultFact.SEARCH, sealed)));
    }

    @Test
    void comesBackWithItsConnectionsAndIsNotReadableInTheFile() throws ProblemException {
        var both = new KeptSearch(Set.of(Rows.id(1), Rows.id(2)), "Bäckerei \"Smith & Co\"", "");

        vault.searches().keepSearch(both);
        reopen();

        assertThat(vault.searches().keptSearch()).contains(both);
        String bytes = new String(Base64.getUrlDecoder().decode(sealed()), StandardCharsets.UTF_8);
        assertThat(sealed() + bytes).doesNotContain("Smith").doesNotContain(Rows.id(1).value());
    }

    @Test
    void theCompanyThatWasChosenComesBackToo() throws ProblemException {
        for (String text : List.of("", "Azure\tInterior")) {
            var search = new KeptSearch(Set.of(Rows.id(1), Rows.id(2)), text, "Nord & Söhne = AG");

            vault.searches().keepSearch(search);
            reopen();

            assertThat(vault.searches().keptSearch()).contains(search);
            String bytes = new String(Base64.getUrlDecoder().decode(sealed()), StandardCharsets.UTF_8);
            assertThat(sealed() + bytes).doesNotContain("Nord");
        }
    }

    @Test
    void aCompanyThatNobodyCanTypeIsNotKept() {
        for (String company : List.of("a\nb", "a\tb", "x".repeat(301))) {
            assertThat(new KeptSearch(SEARCH.connections(), "Azure", company).isToKeep()).as(company).isFalse();
        }
        assertThat(new KeptSearch(SEARCH.connections(), "", "").isToKeep()).isFalse();
    }

    @Test
    void theLatestTakesThePlaceOfTheOneBefore() throws ProblemException {
        vault.searches().keepSearch(SEARCH);
        var other = new KeptSearch(Set.of(Rows.id(2)), "other", "");

        vault.searches().keepSearch(other);

        assertThat(vault.searches().keptSearch()).contains(other);
    }

    @Test
    void theSameOnceMoreIsNotWritten() throws ProblemException {
        vault.searches().keepSearch(SEARCH);
        String before = sealed();

        vault.searches().keepSearch(SEARCH);

        assertThat(sealed()).isNotEmpty().isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "too long"})
    void nothingToKeepEndsTheOneBefore(String text) throws ProblemException {
        vault.searches().keepSearch(SEARCH);

        vault.searches().keepSearch(new KeptSearch(SEARCH.connections(),
                text.equals("too long") ? "x".repeat(KeptSearch.LONGEST + 1) : text, ""));

        assertThat(vault.searches().keptSearch()).isEmpty();
        assertThat(repository.facts()).doesNotContainKey(VaultFact.SEARCH);
    }

    @Test
    void theLongestIsKeptWhole() throws ProblemException {
        var longest = new KeptSearch(SEARCH.connections(), "x".repeat(KeptSearch.LONGEST), "");

        vault.searches().keepSearch(longest);

        assertThat(vault.searches().keptSearch()).contains(longest);
    }

    @Test
    void isForgottenWithAnyOfItsConnectionsAndNotKeptAnewByAWindowThatStillShowsIt() throws ProblemException {
        var both = new KeptSearch(Set.of(Rows.id(1), Rows.id(2)), "Azure", "");
        vault.searches().keepSearch(both);

        vault.delete(Rows.id(2));

        assertThat(repository.facts()).doesNotContainKey(VaultFact.SEARCH);
        vault.searches().keepSearch(both);
        assertThat(repository.facts()).doesNotContainKey(VaultFact.SEARCH);
    }

    @Test
    void isSealedAnewWhenAnotherConnectionIsDeleted() throws ProblemException {
        vault.searches().keepSearch(SEARCH);
        String before = sealed();

        vault.delete(Rows.id(3));
        reopen();

        assertThat(vault.searches().keptSearch()).contains(SEARCH);
        assertThat(sealed()).isNotEqualTo(before);
        put(before);
        assertThat(vault.searches().keptSearch()).as("the old key is gone").isEmpty();
    }

    @Test
    void isKeptForAConnectionThatOnlyHasAProfile() throws ProblemException {
        var sample = new ConnectionProfile(Rows.id(7), ConnectionProfile.Kind.SAMPLE, "Sample", null, null, "", null);
        var search = new KeptSearch(Set.of(sample.id()), "Azure", "");
        vault.keepProfiles(List.of(sample));

        vault.searches().keepSearch(search);

        assertThat(vault.searches().keptSearch()).contains(search);
        vault.delete(sample.id());
        assertThat(vault.searches().keptSearch()).isEmpty();
    }

    @Test
    void aDamagedOneIsPassedOverAndReplaced() throws ProblemException {
        vault.searches().keepSearch(SEARCH);
        String whole = sealed();
        // but the last character, which holds bits that are of no byte
        for (int at = 0; at < whole.length() - 1; at++) {
            char other = whole.charAt(at) == 'A' ? '_' : 'A';
            put(whole.substring(0, at) + other + whole.substring(at + 1));
            assertThat(vault.searches().keptSearch()).as("character %d", at).isEmpty();
            put(whole.substring(0, at));
            assertThat(vault.searches().keptSearch()).as("cut at %d", at).isEmpty();
        }

        put("no base64 ~");
        reopen();
        assertThat(vault.searches().keptSearch()).isEmpty();
        vault.searches().keepSearch(SEARCH);
        assertThat(vault.searches().keptSearch()).contains(SEARCH);
    }

    @Test
    void anotherSealedFactInItsPlaceIsNone() throws ProblemException {
        vault.keepProfiles(List.of());
        put(repository.facts().getOrDefault(VaultFact.PROFILES, ""));

        assertThat(vault.searches().keptSearch()).isEmpty();
    }

    @Test
    void aDamagedOneGoesWithTheNextDeletion() throws ProblemException {
        put("damaged");

        vault.delete(Rows.id(3));

        assertThat(repository.facts()).doesNotContainKey(VaultFact.SEARCH);
    }
}
