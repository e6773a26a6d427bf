package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.Seeded;

class NaturalKeyTest {
    private static final String LETTERS = "000111299aAbBpP/-é\u0130 1";

    private static String number(RandomGenerator random, int most) {
        var number = new StringBuilder();
        int length = random.nextInt(most);
        for (int i = 0; i < length; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    private static int byKeys(String one, String other) {
        return Integer.signum(NaturalKey.of(one).compareTo(NaturalKey.of(other)));
    }

    @Seeded(200)
    void comparesAsTheKeysDo(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            String begin = number(random, 8);
            String one = begin + number(random, 6);
            String other = begin + number(random, 6);

            assertThat(Integer.signum(NaturalKey.compare(one, other))).as("%s, %s", one, other)
                    .isEqualTo(byKeys(one, other));
        }
    }

    @ParameterizedTest
    @CsvSource({"INV/2026/00999, INV/2026/1000, -1", "INV/2026/00010, INV/2026/10, 0", "inv/2, INV/2, 0", "A, A1, -1",
        "A1, Aa, -1", "Ap, A1, 1", "9, 10, -1", "'', 1, -1"})
    void digitsCountAsNumbers(String one, String other, int order) {
        assertThat(Integer.signum(NaturalKey.compare(one, other))).isEqualTo(order);
        assertThat(Integer.signum(NaturalKey.compare(other, one))).isEqualTo(-order);
        assertThat(byKeys(one, other)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"63, 64", "64, 65", "70, 90"})
    void longerNumbersThanAnyAreInAnOrderToo(int shorter, int longer) {
        String one = "N" + "7".repeat(shorter);
        String other = "N" + "7".repeat(longer);

        assertThat(NaturalKey.compare(one, other)).isNegative();
        assertThat(NaturalKey.compare(other, one)).isPositive();
        assertThat(NaturalKey.compare(other, other)).isZero();
    }
}
