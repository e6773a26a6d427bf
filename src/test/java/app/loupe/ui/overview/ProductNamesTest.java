package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductNamesTest {
    @Test
    void theNumberIsLeftOutWhereTheNameAloneTellsThemApart() {
        assertThat(ProductNames.shortened(List.of("[EQ-401] Espresso machine", "Menu advice", "[SV-506] [new] Visit")))
                .containsExactly("Espresso machine", "Menu advice", "[new] Visit");
    }

    @Test
    void twoOfOneNameKeepTheirNumbers() {
        assertThat(ProductNames.shortened(List.of("[A] Chair", "[B] Chair", "[C] Table")))
                .containsExactly("[A] Chair", "[B] Chair", "Table");
        assertThat(ProductNames.shortened(List.of("[A] Chair", "Chair"))).containsExactly("[A] Chair", "Chair");
    }

    @Test
    void aNumberWithoutANameStays() {
        assertThat(ProductNames.shortened(List.of("[EQ-401]", "[] x", "[EQ-402] ", ""))).containsExactly("[EQ-401]",
                "[] x", "[EQ-402] ", "");
    }
}
