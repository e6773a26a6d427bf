package app.loupe.review;

import app.loupe.owed.CurrencyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Ranks the rows by an amount as it counts. Amounts of two currencies are not compared: the currency of most rows comes
 * first, whether the smallest amounts are on top or the largest. Amounts are longs with the same decimals where all fit, else
 * exact numbers.
 */
final class AmountRanks {
    private static final int MOST_DECIMALS = SheetWriter.MOST_DIGITS;

    private AmountRanks() {}

    /** The order of the rows; equal amounts of a currency have the same rank. */
    static Ranking of(Books books, Function<Sheet, long[]> column, BiFunction<Sheet, Integer, BigDecimal> exact) {
        int[] currencies = currencies(books);
        var counts = new int[Arrays.stream(currencies).max().orElse(0) + 1];
        for (int currency : currencies) {
            counts[currency]++;
        }
        Optional<long[]> units = units(books, column);
        int[] ranks = units.isPresent()
                ? ranks(currencies, counts, units.get())
                : ranks(currencies, counts, exact(books, exact));
        return Ranking.of(ranks, books.byDate(), starts(counts));
    }

    /** The place of each row's currency among them. */
    private static int[] currencies(Books books) {
        List<Place> places = books.places().all();
        var rows = new long[places.size()];
        for (LinedSheet page : books.pages()) {
            for (int i = 0; i < page.sheet().count; i++) {
                rows[page.sheet().places[i]]++;
            }
        }
        var counts = new HashMap<String, Long>();
        for (int place = 0; place < rows.length; place++) {
            counts.merge(places.get(place).currency(), rows[place], Long::sum);
        }
        List<String> order = counts.keySet().stream().sorted(new CurrencyOrder(counts)).toList();
        int[] ofPlace = places.stream().mapToInt(place -> order.indexOf(place.currency())).toArray();
        var currencies = new int[books.size()];
        for (LinedSheet page : books.pages()) {
            for (int i = 0; i < page.sheet().count; i++) {
                currencies[page.row(i)] = ofPlace[page.sheet().places[i]];
            }
        }
        return currencies;
    }

    /** The least rank of each currency: as many ranks as rows are set aside for each. */
    private static int[] starts(int... counts) {
        var starts = new int[counts.length];
        for (int i = 1; i < counts.length; i++) {
            starts[i] = starts[i - 1] + counts[i - 1];
        }
        return starts;
    }

    // equal amounts are found at the same place
    private static int[] ranks(int[] currencies, int[] counts, long[] units) {
        var sorted = new long[counts.length][];
        Arrays.setAll(sorted, currency -> new long[counts[currency]]);
        var filled = new int[counts.length];
        for (int row = 0; row < units.length; row++) {
            sorted[currencies[row]][filled[currencies[row]]++] = units[row];
        }
        Arrays.stream(sorted).forEach(Arrays::sort);
        int[] starts = starts(counts);
        return IntStream.range(0, units.length)
                .map(row -> starts[currencies[row]] + Arrays.binarySearch(sorted[currencies[row]], units[row]))
                .toArray();
    }

    private static int[] ranks(int[] currencies, int[] counts, List<BigDecimal> amounts) {
        int[] starts = starts(counts);
        List<List<BigDecimal>> sorted = IntStream.range(0, counts.length).mapToObj(currency -> IntStream
                .range(0, amounts.size()).filter(row -> currencies[row] == currency).mapToObj(amounts::get).sorted()
                .toList()).toList();
        return IntStream.range(0, amounts.size()).map(row -> starts[currencies[row]]
                + Collections.binarySearch(sorted.get(currencies[row]), amounts.get(row))).toArray();
    }

    private static List<BigDecimal> exact(Books books, BiFunction<Sheet, Integer, BigDecimal> exact) {
        var amounts = new ArrayList<BigDecimal>(books.size());
        for (LinedSheet page : books.pages()) {
            for (int i = 0; i < page.sheet().count; i++) {
                amounts.add(exact.apply(page.sheet(), i));
            }
        }
        return amounts;
    }

    private static Optional<long[]> units(Books books, Function<Sheet, long[]> column) {
        int most = 0;
        for (LinedSheet page : books.pages()) {
            for (byte decimals : page.sheet().decimals) {
                most = Math.max(most, decimals == Sheet.EXACT ? MOST_DECIMALS + 1 : decimals);
            }
        }
        if (most > MOST_DECIMALS) {
            return Optional.empty();
        }
        var units = new long[books.size()];
        for (LinedSheet page : books.pages()) {
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
