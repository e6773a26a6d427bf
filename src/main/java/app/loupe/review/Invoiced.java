package app.loupe.review;

import app.loupe.domain.Money;
import app.loupe.owed.CurrencyView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * What was invoiced to customers, or by vendors: the amounts of posted documents by their invoice date, credit notes and
 * refunds taken off. Documents without a date, drafts, cancelled ones and those of which only the last copy is here are left
 * out. Walks over the rows once; immutable.
 */
public final class Invoiced {
    private static final int FIRST_ROOM = 8;

    private final Books books;
    private final String currency;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    /** Those of one day. */
    private static final class Day {
        private BigDecimal untaxed = BigDecimal.ZERO;
        private BigDecimal total = BigDecimal.ZERO;
        private int[] rows = new int[FIRST_ROOM];
        private int count;

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }
    }

    private Invoiced(Books books, String currency) {
        this.books = books;
        this.currency = currency;
    }

    /**
     * Of all documents in the books that a view takes in.
     *
     * @param purchases whether of vendors
     */
    public static Invoiced of(Books books, CurrencyView view, boolean purchases) {
        var invoiced = new Invoiced(books, view.currency());
        boolean[] wanted = Standing.addedUp(purchases);
        for (LinedSheet page : books.pages()) {
            Sheet sheet = page.sheet();
            for (int i = 0; i < sheet.count; i++) {
                if (wanted[sheet.standings[i]] && sheet.dates[i] != Sheet.NO_DAY && takesIn(view, sheet.place(i))) {
                    invoiced.add(sheet, i, page.row(i), view);
                }
            }
        }
        return invoiced;
    }

    /** Whether a view takes in the documents of a place. */
    static boolean takesIn(CurrencyView view, Place place) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> place.currency().equals(documents.currency());
            case CurrencyView.OfCompanies companies -> place.companyCurrency().equals(companies.currency());
        };
    }

    private void add(Sheet sheet, int i, int row, CurrencyView view) {
        Day day = days.computeIfAbsent(LocalDate.ofEpochDay(sheet.dates[i]), none -> new Day());
        switch (view) {
            case CurrencyView.OfDocuments documents -> {
                Sheet.Amounts amounts = sheet.amounts(i);
                day.untaxed = day.untaxed.add(sheet.standing(i).type().signed(amounts.untaxed()));
                day.total = day.total.add(sheet.standing(i).type().signed(amounts.total()));
            }
            case CurrencyView.OfCompanies companies -> {
                // Odoo books what vendors invoice with a minus
                boolean sale = sheet.standing(i).type().isSale();
                var booking = sheet.booking(i);
                day.untaxed = sale ? day.untaxed.add(booking.untaxed()) : day.untaxed.subtract(booking.untaxed());
                day.total = sale ? day.total.add(booking.total()) : day.total.subtract(booking.total());
            }
        }
        day.add(row);
    }

    /** The untaxed amount of the documents of these days, both included. */
    public Money untaxed(LocalDate from, LocalDate to) {
        BigDecimal sum = days.subMap(from, true, to, true).values().stream().map(day -> day.untaxed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, currency);
    }

    /** What the documents of these days come to with tax. */
    public Money total(LocalDate from, LocalDate to) {
        BigDecimal sum = days.subMap(from, true, to, true).values().stream().map(day -> day.total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, currency);
    }

    /** The documents of these days, oldest first. */
    public RowList rows(LocalDate from, LocalDate to) {
        return books.list(days.subMap(from, true, to, true).values().stream()
                .flatMapToInt(day -> Arrays.stream(day.rows, 0, day.count)).toArray());
    }
}
