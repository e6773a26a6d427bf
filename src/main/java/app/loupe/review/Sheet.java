package app.loupe.review;

import app.loupe.domain.Catalogue;
import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of the books: up to {@link #MOST} invoices in columns, 59 bytes each beside their texts. Immutable; a sheet
 * that nothing changed on is shared by all versions of the books.
 */
final class Sheet {
    /**
     * As many are on one sheet; all but the last are full. The texts of more would be larger than the collector moves, which
     * gives each such array whole regions of memory.
     */
    static final int MOST = 2_048;
    /** The place of a date that is missing; before every other. */
    static final int NO_DAY = Integer.MIN_VALUE;
    /** Instead of decimals. */
    static final byte EXACT = -1;
    /** In no UTF-8. */
    static final char SEPARATOR = 0xff;

    private static final boolean[] OPEN = Standing.table(Standing::isOpen);

    private final Catalogue<Place> allPlaces;
    private final Catalogue<Party> allParties;
    final int count;
    final long[] ids;
    final int[] places;
    final int[] parties;
    final short[] standings;
    /** Of each row's amounts, which stand in their smallest unit; {@link #EXACT} where one does not fit. */
    final byte[] decimals;
    final long[] untaxed;
    /** Null where the tax of each row is what its total has beyond the untaxed amount. */
    private final long @Nullable [] tax;
    final long[] total;
    final long[] residual;
    /** Days since 1970, {@link #NO_DAY} without one. */
    final int[] dates;
    final int[] dues;
    /** Of what is still open: the same array as that of the dues where no row is in instalments. */
    final int[] firstDues;
    /** The same amounts in company currency, where they are others. */
    final BookedAmounts booked;
    /** What is searched, folded, one field a line so that no phrase spans two of them. */
    final RowTexts search;
    /** Number, reference, payment reference and source document as they are. */
    final RowTexts texts;
    /** The amounts that do not fit. */
    final Map<Integer, Amounts> exact;

    Sheet(SheetWriter written) {
        allPlaces = written.allPlaces;
        allParties = written.allParties;
        count = written.count;
        ids = Arrays.copyOf(written.ids, count);
        places = Arrays.copyOf(written.places, count);
        parties = Arrays.copyOf(written.parties, count);
        standings = Arrays.copyOf(written.standings, count);
        decimals = Arrays.copyOf(written.decimals, count);
        untaxed = Arrays.copyOf(written.untaxed, count);
        tax = addsUp(written) ? null : Arrays.copyOf(written.tax, count);
        total = Arrays.copyOf(written.total, count);
        residual = Arrays.copyOf(written.residual, count);
        dates = Arrays.copyOf(written.dates, count);
        dues = Arrays.copyOf(written.dues, count);
        int[] first = Arrays.copyOf(written.firstDues, count);
        firstDues = Arrays.equals(first, dues) ? dues : first;
        booked = written.booked.written(count);
        search = written.search.written();
        texts = written.texts.written();
        exact = Map.copyOf(written.exact);
    }

    private static boolean addsUp(SheetWriter written) {
        int i = 0;
        while (i < written.count && written.tax[i] == written.total[i] - written.untaxed[i]) {
            i++;
        }
        return i == written.count;
    }

    /** The amounts of a row as they were read. */
    record Amounts(BigDecimal untaxed, BigDecimal tax, BigDecimal total, BigDecimal residual) {}

    static int day(@Nullable LocalDate date) {
        return date == null ? NO_DAY : Math.toIntExact(date.toEpochDay());
    }

    static @Nullable LocalDate date(int day) {
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    Standing standing(int i) {
        return Standing.ALL.get(standings[i]);
    }

    Place place(int i) {
        return allPlaces.get(places[i]);
    }

    Party party(int i) {
        return allParties.get(parties[i]);
    }

    InvoiceKey key(int i) {
        return new InvoiceKey(place(i).connection(), ids[i]);
    }

    String number(int i) {
        return texts.part(i, SEPARATOR, 0);
    }

    /** The first day as long as money is still to come, else {@link #NO_DAY}. */
    int openDue(int i) {
        return OPEN[standings[i]] ? firstDues[i] : NO_DAY;
    }

    /** Total as it counts: negative when it gives money back. */
    BigDecimal signedTotal(int i) {
        return standing(i).type().signed(amounts(i).total());
    }

    /** Amount due as it counts. */
    BigDecimal signedDue(int i) {
        return standing(i).type().signed(amounts(i).residual());
    }

    /** The tax of a row in its smallest unit; 0 where the amounts are {@link #exact}. */
    long tax(int i) {
        return tax == null ? total[i] - untaxed[i] : tax[i];
    }

    /** The amounts, with at least their currency's decimals and no digit lost. */
    Amounts amounts(int i) {
        Amounts kept = exact.get(i);
        if (kept != null) {
            return kept;
        }
        int least = CurrencyDecimals.of(place(i).currency());
        return new Amounts(amount(untaxed[i], i, least), amount(tax(i), i, least), amount(total[i], i, least),
                amount(residual[i], i, least));
    }

    /** Where it is booked, with the amounts in company currency. */
    InvoiceRow.Booking booking(int i) {
        Place place = place(i);
        return booked.of(i, place.journal(), place.companyCurrency())
                .orElseGet(() -> BookedAmounts.same(standing(i).type(), amounts(i), place));
    }

    private BigDecimal amount(long units, int i, int least) {
        return CurrencyDecimals.atLeast(BigDecimal.valueOf(units, decimals[i]), least);
    }

    /** The row as it was read. */
    InvoiceRow row(int i) {
        Standing standing = standing(i);
        Place place = place(i);
        Party party = party(i);
        Amounts amounts = amounts(i);
        return new InvoiceRow(key(i), number(i), standing.type(), standing.state(), standing.payment(),
                new InvoiceRow.Partner(party.name(), party.id(), party.commercialId(), party.vat()),
                date(dates[i]), date(dues[i]),
                new InvoiceRow.Amounts(place.currency(), amounts.untaxed(), amounts.tax(), amounts.total(),
                        amounts.residual(), firstDues[i] == dues[i] ? null : date(firstDues[i])),
                booking(i),
                new InvoiceRow.OtherInfo(texts.part(i, SEPARATOR, 1), texts.part(i, SEPARATOR, 2),
                        texts.part(i, SEPARATOR, 3), place.company(), place.salesperson(), standing.toReview()),
                standing.presence());
    }
}
