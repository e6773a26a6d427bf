package app.loupe.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Ranks the rows by an amount as it counts, whatever its currency: as longs with the same decimals where all amounts fit,
 * else as exact numbers.
 */
final class AmountRanks {
    private static final int MOST_DECIMALS = SheetWriter.MOST_DIGITS;

    private AmountRanks() {}

    /** The rank of each row; equal amounts have the same. */
    static int[] of(Books books, Function<Sheet, long[]> column, BiFunction<Sheet, Integer, BigDecimal> exact) {
        Optional<long[]> units = units(books, column);
        return units.isPresent() ? ranks(units.get()) : ranks(exact(books, exact));
    }

    // equal amounts are found at the same place
    private static int[] ranks(long... units) {
        long[] sorted = units.clone();
        Arrays.sort(sorted);
        return Arrays.stream(units).mapToInt(value -> Arrays.binarySearch(sorted, value)).toArray();
    }

    private static int[] ranks(List<BigDecimal> amounts) {
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        return amounts.stream().mapToInt(value -> Collections.binarySearch(sorted, value)).toArray();
    }

    private static List<BigDecimal> exact(Books books, BiFunction<Sheet, Integer, BigDecimal> exact) {
        var amounts = new ArrayList<BigDecimal>(books.size());
        for (Page page : books.pages()) {
            for (int i = 0; i < page.sheet().count; i++) {
                amounts.add(exact.apply(page.sheet(), i));
            }
        }
        return amounts;
    }

    private static Optional<long[]> units(Books books, Function<Sheet, long[]> column) {
        int most = 0;
        for (Page page : books.pages()) {
            for (byte decimals : page.sheet().decimals) {
                most = Math.max(most, decimals == Sheet.EXACT ? MOST_DECIMALS + 1 : decimals);
            }
        }
        if (most > MOST_DECIMALS) {
            return Optional.empty();
        }
        var units = new long[books.size()];
        for (Page page : books.pages()) {
            Sheet sheet = page.sheet();
            long[] amounts = column.apply(sheet);
            for (int i = 0; i < sheet.count; i++) {
                long factor = power(most - sheet.decimals[i]);
                if (Math.multiplyHigh(amounts[i], factor) != ((amounts[i] * factor) >> (Long.SIZE - 1))) {
                    return Optional.empty();
                }
                long size = amounts[i] * factor;
                units[page.row(i)] = sheet.standing(i).type().isRefund() ? -size : size;
            }
        }
        return Optional.of(units);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
