package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

/** Numbers come out as they went in, however many bits they take. */
class PackedNumbersTest {
    private static long[] all(PackedNumbers packed) {
        return packed.between(0, packed.size());
    }

    private static long[] drawn(SplittableRandom random) {
        int bits = random.nextInt(Long.SIZE);
        long factor = random.nextBoolean() ? 1 : 10_000;
        long shift = random.nextBoolean() ? 0 : random.nextLong(-1_000_000, 1_000_000);
        return LongStream.range(0, random.nextInt(200))
                .map(i -> factor == 1
                        ? random.nextLong() >> bits
                        : ((random.nextLong() >> bits) / factor + shift) * factor)
                .toArray();
    }

    @Seeded(200)
    void whatComesOutIsWhatWentIn(long seed) {
        long[] numbers = drawn(new SplittableRandom(seed));

        assertThat(all(PackedNumbers.of(numbers))).isEqualTo(numbers);
    }

    @Seeded(60)
    void aNumberIsFoundWhereverItStandsAndNowhereElse(long seed) {
        var random = new SplittableRandom(seed);
        long[] numbers = LongStream.range(0, random.nextInt(100)).map(i -> random.nextInt(-3, 12) * 2_500L).toArray();
        PackedNumbers packed = PackedNumbers.of(numbers);

        for (long wanted = -15_000; wanted <= 40_000; wanted += 1_250) {
            int at = packed.next(wanted, 0);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(at == i).isEqualTo(numbers[i] == wanted);
                at = at == i ? packed.next(wanted, i + 1) : at;
            }
            assertThat(at).isEqualTo(numbers.length);
        }
    }

    @Test
    void theFurthestApartAreKeptAndThoseThatAreAllTheSame() {
        assertThat(all(PackedNumbers.of(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1)))
                .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1);
        assertThat(all(PackedNumbers.of(7, 7, 7))).containsExactly(7, 7, 7);
        assertThat(all(PackedNumbers.of())).isEmpty();
        assertThat(PackedNumbers.of(7, 7).next(7, 1)).isEqualTo(1);
        assertThat(PackedNumbers.of(7, 7).next(8, 0)).isEqualTo(2);
    }
}
