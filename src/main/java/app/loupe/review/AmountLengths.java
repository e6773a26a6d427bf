package app.loupe.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds one amount of every length that occurs in a column, so that few have to be measured instead of all. */
public final class AmountLengths {
    /** More than a long has digits. */
    private static final int PARTS = 32;

    private AmountLengths() {}

    /** An amount of a length that occurs. */
    public record Amount(BigDecimal value, String currency) {}

    /** Of the totals, as they count. */
    public static List<Amount> ofTotals(Books books) {
        return of(books, sheet -> sheet.total, Sheet::signedTotal);
    }

    /** Of what is due, as it counts. */
    public static List<Amount> ofDues(Books books) {
        return of(books, sheet -> sheet.residual, Sheet::signedDue);
    }

    private static List<Amount> of(Books books, Function<Sheet, long[]> column,
            BiFunction<Sheet, Integer, BigDecimal> exact) {
        var amounts = new ArrayList<Amount>();
        Set<Long> lengths = new HashSet<>();
        for (LinedSheet page : books.pages()) {
            Sheet sheet = page.sheet();
            long[] units = column.apply(sheet);
            for (int i = 0; i < sheet.count; i++) {
                if (sheet.decimals[i] == Sheet.EXACT || lengths.add(length(sheet, i, units[i]))) {
                    amounts.add(new Amount(exact.apply(sheet, i), sheet.place(i).currency()));
                }
            }
        }
        return amounts;
    }

    /**
     * Of the place of a row, the digits of its amount, how many of them are zeros at its end, and its decimals: a
     * number for each.
     */
    private static long length(Sheet sheet, int i, long units) {
        boolean negative = units != 0 && (units < 0) != sheet.standing(i).type().isRefund();
        int zeros = 0;
        long left = Math.abs(units);
        while (left != 0 && left % 10 == 0) {
            left /= 10;
            zeros++;
        }
        int digits = 0;
        for (; left != 0; left /= 10) {
            digits++;
        }
        long place = (long) sheet.places[i] << 1 | (negative ? 1 : 0);
        return ((place * PARTS + digits) * PARTS + zeros) * PARTS + sheet.decimals[i];
    }
}
