package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is packed comes out as it went in, and what is no document is refused. */
class PackedColumnsTest {
    private static final int WIDTH = 5;

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static List<@Nullable Object[]> extremes() {
        return List.of(
                row(Long.MIN_VALUE, "", new BigDecimal("0.00"), LocalDate.of(1, 1, 1), true),
                row(Long.MAX_VALUE, "ü€ \"x\"\nم \ud83d\ude00", new BigDecimal("-12345678901234567890.1234567890"),
                        LocalDate.of(9999, 12, 31), false),
                row(null, null, null, null, null),
                row(0L, "", new BigDecimal("1E+20"), LocalDate.EPOCH, null),
                row(-1L, "a".repeat(100_000), BigDecimal.valueOf(Long.MIN_VALUE, 18), null, true));
    }

    @Test
    void everyValueComesBack() {
        assertThat(PackedColumns.rows(PackedColumns.pack(extremes(), WIDTH))).containsExactlyElementsOf(extremes());
    }

    @Test
    void thereMayBeNoRowsAndNoValues() {
        assertThat(PackedColumns.rows(PackedColumns.pack(List.of(), WIDTH))).isEmpty();
        assertThat(PackedColumns.rows(PackedColumns.pack(List.<@Nullable Object[]>of(row(null, null)), 2)))
                .containsExactly(row(null, null));
    }

    @Test
    void manyRowsOfAllKindsComeBack() {
        var random = new Random(46);
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(row(random.nextInt(5) == 0 ? null : (Long) random.nextLong(),
                    random.nextInt(5) == 0 ? null : "t" + random.nextInt(400),
                    BigDecimal.valueOf(random.nextLong(), random.nextInt(12)),
                    LocalDate.ofEpochDay(random.nextInt(40_000)), random.nextBoolean()));
        }

        assertThat(PackedColumns.rows(PackedColumns.pack(rows, WIDTH))).containsExactlyElementsOf(rows);
    }

    @Test
    void aValueOfNoColumnIsRefused() {
        assertThatThrownBy(() -> PackedColumns.pack(List.<@Nullable Object[]>of(row(1)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        byte[] packed = PackedColumns.pack(extremes(), WIDTH);
        byte[] otherFormat = packed.clone();
        otherFormat[0]++;

        assertThatThrownBy(() -> PackedColumns.rows(new byte[0])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PackedColumns.rows(otherFormat)).isInstanceOf(IllegalStateException.class);
        for (int length : new int[] {1, 2, 5, packed.length / 2, packed.length - 1}) {
            assertThatThrownBy(() -> PackedColumns.rows(Arrays.copyOf(packed, length)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
