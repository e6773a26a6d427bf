package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    private static boolean finds(String typed, String text) {
        String searched = Folding.searchable(text);
        return Folding.forms(typed).stream().anyMatch(searched::contains);
    }

    @ParameterizedTest
    @CsvSource({"mueller,Müller", "muller,Müller", "müller,Mueller", "müller,Müller", "MÜLLER,muller",
        "Müller,Mu\u0308ller",
        "strasse,Straße", "straße,STRASSE", "aeroe,Ærø", "ærø,Aeroe", "aero,Ærø", "bjoern,Bjørn", "bjørn,Bjoern",
        "bjorn,Bjørn", "aarhus,Århus", "århus,Aarhus", "arhus,Århus", "oeuvre,Œuvre", "œuvre,oeuvre", "lodz,Łódź",
        "łódź,Lodz", "djokovic,Đoković", "đoković,Djokovic", "dokovic,Đoković", "goetz gmbh,Götz GmbH", "cafe,Café",
        "blue,Blü GmbH", "l'oreal,L’Oréal", "l’oréal,L'Oreal", "o‘neill,O'Neill", "o'neill,Oʼneill"})
    void findsBothSpellings(String typed, String text) {
        assertThat(finds(typed, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"blue,Blumen", "joe,John", "value,Valuta", "queen,Quenelle", "aaron,Aron", "mueller,Muller",
        "poet,Potato", "müller,Moller"})
    void doesNotFindWhatOnlyLooksLikeASpelling(String typed, String text) {
        assertThat(finds(typed, text)).isFalse();
    }

    @Test
    void aTextWithOneSpellingIsKeptOnce() {
        assertThat(Folding.searchable("Café ACME")).isEqualTo("cafe acme");
        assertThat(Folding.searchable("Müller")).isEqualTo("muller\nmueller");
    }
}
