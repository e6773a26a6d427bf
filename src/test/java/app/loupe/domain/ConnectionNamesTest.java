package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionNamesTest {
    private static final ConnectionId ONE = new ConnectionId("aaaa1111");
    private static final ConnectionId OTHER = new ConnectionId("bbbb2222");

    private static ConnectionProfile called(ConnectionId id, String name) {
        return new ConnectionProfile(id, ConnectionProfile.Kind.ODOO, name, null, null, "", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Café Straße", "CAFÉ STRASSE", "  café\u00a0 straße ", "Cafe\u0301 Straße",
        "Café\u200bStraße",
        "Ｃａｆé Straße"})
    void whatAnOwnerCannotTellApartIsTheSameName(String name) {
        assertThat(ConnectionNames.areSame("Café Straße", name)).isTrue();
        assertThatThrownBy(() -> ConnectionNames.demandFree(List.of(called(ONE, "Café Straße")), null, name))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.NAME_TAKEN);
                    assertThat(refused.problem().parameters()).containsExactly("Café Straße", name.strip() + " 2");
                });
    }

    @ParameterizedTest
    @CsvSource({"Acme, Acme 2", "Acme, Äcme", "Acme, Acme.", "Acme, Ac-me"})
    void otherLettersAreAnotherName(String one, String other) throws ProblemException {
        assertThat(ConnectionNames.areSame(one, other)).isFalse();
        ConnectionNames.demandFree(List.of(called(ONE, one)), null, other);
    }

    @Test
    void theProposalIsFree() {
        assertThat(ConnectionNames.free(" Acme ", List.of("acme", "ACME 2", "Other"))).isEqualTo("Acme 3");
        assertThat(ConnectionNames.free("Acme", List.of("Other"))).isEqualTo("Acme");
    }

    @Test
    void aConnectionKeepsItsNameAlsoWhereAnotherHasHadItBeforeTheRule() {
        List<ConnectionProfile> all = List.of(called(ONE, "Acme"), called(OTHER, "Acme"));

        assertThatCode(() -> ConnectionNames.demandFree(all, OTHER, "Acme")).doesNotThrowAnyException();
        assertThatCode(() -> ConnectionNames.demandFree(all, OTHER, "")).doesNotThrowAnyException();
        assertThatThrownBy(() -> ConnectionNames.demandFree(all, OTHER, "ACME")).hasMessage("name-taken");
        assertThatThrownBy(() -> ConnectionNames.demandFree(all, null, "Acme")).hasMessage("name-taken");
    }

    @Test
    void itsOwnNameMayBeWrittenAnotherWay() {
        assertThatCode(() -> ConnectionNames.demandFree(List.of(called(ONE, "Acme"), called(OTHER, "Other")), ONE,
                "ACME")).doesNotThrowAnyException();
    }

    @Test
    void aNameFromElsewhereIsOneLineThatSteersNothing() {
        assertThat(ConnectionNames.moved(" Ac\u202eme\nInc\u2028. \u200b", "prod")).isEqualTo("Acme Inc .");
        assertThat(ConnectionNames.moved("\u200b\n", "prod")).isEqualTo("prod");
        assertThat(ConnectionNames.moved("\ud83d\ude00".repeat(101), "prod")).isEqualTo("\ud83d\ude00".repeat(100));
    }
}
