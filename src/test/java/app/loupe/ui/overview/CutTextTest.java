package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTextTest {
    private static String cut(String text, int room) {
        return CutText.amid(text, room, String::length);
    }

    @Test
    void whatHasRoomStays() {
        assertThat(cut("Bean grinder", 12)).isEqualTo("Bean grinder");
    }

    @Test
    void neitherABlankNorADotStandsBesideTheEllipsis() {
        String name = "Bean grinder. 0.4 kg. hopper";
        for (int room = 1; room < name.length(); room++) {
            assertThat(cut(name, room)).hasSizeLessThanOrEqualTo(room).contains("\u2026")
                    .doesNotContainPattern("[ .]\u2026|\u2026[ .]");
        }
        assertThat(cut("Espresso machine, two groups", 22)).isEqualTo("Espresso ma\u2026two groups");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(cut("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 5)).isEqualTo("\ud83d\ude00\u2026\ud83d\ude00");
    }
}
