package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.WantedPayments;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import testkit.Seeded;

class WantedListTest {
    private record Row(@Nullable LocalDate day, WantedPayments wanted) {}

    private static final Comparator<Row> NEWEST_FIRST = Comparator
            .comparing(Row::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparingLong(row -> row.wanted().invoice()).reversed();

    private static List<WantedPayments> list(List<Row> rows) {
        var builder = new WantedList.Builder();
        rows.forEach(row -> builder.add(row.day(), row.wanted()));
        return builder.newestFirst();
    }

    @Seeded(50)
    void givesWhatWasAddedByDayAndIdTheLastOneFirst(long seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<Row>();
        long id = 0;
        for (int left = random.nextInt(400); left > 0; left--) {
            id += random.nextInt(1, 5) * (random.nextInt(50) == 0 ? 3_000_000_000L : 1);
            LocalDate day = random.nextInt(10) == 0 ? null : LocalDate.of(1969, 12, 20).plusDays(random.nextInt(30));
            BigDecimal settled = BigDecimal.valueOf(random.nextLong(), random.nextInt(-3, 9)).abs();
            rows.add(new Row(day, new WantedPayments(id, settled, random.nextBoolean())));
        }

        assertThat(list(rows)).isEqualTo(rows.stream().sorted(NEWEST_FIRST).map(Row::wanted).toList());
    }

    @Test
    void keepsAmountsAndDaysThatFitNowhere() {
        var large = new BigDecimal("99999999999999999999999.0001");
        var edge = new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE), 127);
        var fine = new BigDecimal(BigInteger.ONE, 200);
        var rows = List.of(new Row(LocalDate.MIN, new WantedPayments(1, large, true)),
                new Row(LocalDate.EPOCH, new WantedPayments(2, edge, false)),
                new Row(LocalDate.MAX, new WantedPayments(3, fine, true)),
                new Row(null, new WantedPayments(4, BigDecimal.ZERO.setScale(2), false)));

        assertThat(list(rows)).containsExactly(rows.get(2).wanted(), rows.get(1).wanted(), rows.get(0).wanted(),
                rows.get(3).wanted());
        assertThat(list(List.of())).isEmpty();
    }
}
