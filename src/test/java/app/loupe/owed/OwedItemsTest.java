package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import testkit.Seeded;

/** Items come out of their columns as they went in: every amount with its scale, every text, every id. */
class OwedItemsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    /** More than columns have room for at first, several times over. */
    private static final int MOST = 2_000;
    private static final long BEYOND_INT = 1L << 40;

    private static OwedItem item(long id, String number, String reference, BigDecimal... four) {
        return new OwedItem(id, id, new OwedItem.Entry(id, MoveType.CUSTOMER_INVOICE, number, "Sales", reference),
                false,
                new Ref(1, "Mine"), new Ref(7, "Ann"), new Ref(1, "EUR"), new OwedItem.Dates(DAY, DAY, DAY), four[0],
                four[1], new OwedItem.Booked(new Ref(1, "EUR"), four[2], four[3]), List.of());
    }

    private static @Nullable Ref ref(SplittableRandom random) {
        return random.nextInt(5) == 0 ? null : new Ref(random.nextInt(1, 4), "Name " + random.nextInt(2));
    }

    private static @Nullable LocalDate day(SplittableRandom random) {
        return random.nextInt(5) == 0 ? null : DAY.plusDays(random.nextInt(-40_000, 40_000));
    }

    private static BigDecimal amount(SplittableRandom random, BigDecimal same) {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(0, random.nextInt(4));
            case 2 -> same;
            case 3 -> new BigDecimal(new BigInteger("123456789012345678901").negate(), random.nextInt(-3, 20));
            case 4 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(-3, 20));
            default -> BigDecimal.valueOf(random.nextInt(-100_000, 100_000), random.nextInt(4));
        };
    }

    private static String text(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "Zürich \u20ac \ud83d\ude00 " + random.nextInt(3);
            case 2 -> "same";
            default -> "x".repeat(random.nextInt(20_000));
        };
    }

    private static OwedItem drawn(long id, long base, SplittableRandom random) {
        BigDecimal amount = amount(random, BigDecimal.TEN);
        BigDecimal open = amount(random, amount);
        long entry = base + 1_000L + random.nextInt(50);
        long invoice = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> entry;
            default -> base + 5_000L + random.nextInt(50);
        };
        MoveType[] types = MoveType.values();
        return new OwedItem(id, invoice,
                new OwedItem.Entry(entry, random.nextBoolean() ? null : types[random.nextInt(types.length)],
                        text(random), "Journal " + random.nextInt(3), text(random)),
                random.nextBoolean(), ref(random), ref(random), ref(random),
                new OwedItem.Dates(DAY.plusDays(random.nextInt(900)), day(random), day(random)), amount, open,
                new OwedItem.Booked(ref(random), amount(random, amount), amount(random, open)),
                LongStream.range(0, random.nextInt(4)).map(i -> random.nextLong(1, 500)).boxed().toList());
    }

    @Seeded(60)
    void whatComesOutIsWhatWentInInTheOrderOfTheIds(long seed) {
        var random = new SplittableRandom(seed);
        var items = new ArrayList<OwedItem>();
        int count = 1 + random.nextInt(MOST);
        long base = random.nextInt(3) == 0 ? BEYOND_INT : 0;
        long id = base;
        for (int i = 0; i < count; i++) {
            id += 1 + random.nextInt(3);
            items.add(drawn(id, base, random));
        }
        var mixed = new ArrayList<>(items);
        Collections.shuffle(mixed, new Random(seed));

        assertThat(Subledger.of(mixed).items()).isEqualTo(items);
        assertThat(Subledger.of(items).items()).isEqualTo(items);
    }

    @Seeded(20)
    void ofItemsWithOneIdTheLastOneComesOut(long seed) {
        var random = new SplittableRandom(seed);
        var given = new ArrayList<OwedItem>();
        for (int i = 0; i < 200; i++) {
            given.add(drawn(1 + random.nextInt(40), 0, random));
        }
        List<OwedItem> last = given.stream().sorted(Comparator.comparingLong(OwedItem::id))
                .filter(item -> given.lastIndexOf(item) == given.stream().map(OwedItem::id).toList()
                        .lastIndexOf(item.id()))
                .toList();

        assertThat(Subledger.of(given).items()).isEqualTo(last);
    }

    @Test
    void everyAmountKeepsItsScale() {
        OwedItem item = item(1, "N", "", new BigDecimal("100"), new BigDecimal("100.00"), new BigDecimal("100.0"),
                new BigDecimal("0.000"));

        assertThat(Subledger.of(List.of(item)).items()).containsExactly(item);
    }

    @Test
    void textsThatNoBlockHoldsComeOutAsTheyWere() {
        BigDecimal one = BigDecimal.ONE;
        List<OwedItem> items = List.of(item(1, "a".repeat(60_000), "b".repeat(60_000), one, one, one, one),
                item(2, "", "", one, one, one, one), item(3, "c".repeat(65_530), "", one, one, one, one),
                item(4, "d", "e", one, one, one, one), item(5, "d", "e", one, one, one, one));

        assertThat(Subledger.of(items).items()).isEqualTo(items);
    }
}
