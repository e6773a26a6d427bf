package app.loupe.review;

import app.loupe.domain.Catalogue;
import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Writes one {@link Sheet}, row after row; one thread. */
final class SheetWriter {
    /** Every number of so many digits fits into a long. */
    static final int MOST_DIGITS = 18;

    final Catalogue<Place> allPlaces;
    final Catalogue<Party> allParties;
    final long[] ids = new long[Sheet.MOST];
    final int[] places = new int[Sheet.MOST];
    final int[] parties = new int[Sheet.MOST];
    final short[] standings = new short[Sheet.MOST];
    final byte[] decimals = new byte[Sheet.MOST];
    final long[] untaxed = new long[Sheet.MOST];
    final long[] tax = new long[Sheet.MOST];
    final long[] total = new long[Sheet.MOST];
    final long[] residual = new long[Sheet.MOST];
    final int[] dates = new int[Sheet.MOST];
    final int[] dues = new int[Sheet.MOST];
    final int[] firstDues = new int[Sheet.MOST];
    final BookedAmounts.Writer booked = new BookedAmounts.Writer();
    final RowTexts.Writer search = new RowTexts.Writer(Sheet.MOST);
    final RowTexts.Writer texts = new RowTexts.Writer(Sheet.MOST);
    final Map<Integer, Sheet.Amounts> exact = new HashMap<>();
    int count;
    private final SearchParts parts;
    private final Map<String, Integer> currencies = new HashMap<>();

    SheetWriter(Catalogue<Place> allPlaces, Catalogue<Party> allParties, SearchParts parts) {
        this.allPlaces = allPlaces;
        this.allParties = allParties;
        this.parts = parts;
    }

    boolean isFull() {
        return count == Sheet.MOST;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds a row of the copy. */
    void add(InvoiceRow row) {
        ids[count] = row.key().id();
        var place = new Place(row.key().connection(), row.otherInfo().company(), row.amounts().currency(),
                row.otherInfo().salesperson(), row.booking().journal(), row.booking().currency());
        places[count] = allPlaces.numberOf(place);
        var party = new Party(row.partner().id(), row.partner().commercialId(), row.partner().name(),
                row.partner().vat());
        parties[count] = allParties.numberOf(party);
        standings[count] = Standing.of(row).number();
        dates[count] = Sheet.day(row.invoiceDate());
        dues[count] = Sheet.day(row.dueDate());
        firstDues[count] = Sheet.day(row.firstOpenDue());
        addAmounts(row);
        booked.add(count, row);
        search.add('\n', Folding.searchable(
                String.join("\n", row.number(), row.otherInfo().ref(), row.otherInfo().paymentReference(),
                        row.otherInfo().origin())),
                parts.of(parties[count], party), parts.of(places[count], place));
        texts.add(Sheet.SEPARATOR, row.number(), row.otherInfo().ref(), row.otherInfo().paymentReference(),
                row.otherInfo().origin());
        count++;
    }

    /** All four with the decimals of the one that has most. */
    private void addAmounts(InvoiceRow row) {
        int most = Math.max(Math.max(row.amounts().untaxed().scale(), row.amounts().tax().scale()),
                Math.max(row.amounts().total().scale(), row.amounts().residual().scale()));
        int common = Math.max(0, most);
        if (fits(row.amounts().untaxed(), common) && fits(row.amounts().tax(), common)
                && fits(row.amounts().total(), common)
                && fits(row.amounts().residual(), common)) {
            decimals[count] = (byte) common;
            untaxed[count] = units(row.amounts().untaxed(), common);
            tax[count] = units(row.amounts().tax(), common);
            total[count] = units(row.amounts().total(), common);
            residual[count] = units(row.amounts().residual(), common);
        } else {
            int least = currencies.computeIfAbsent(row.amounts().currency(), CurrencyDecimals::of);
            decimals[count] = Sheet.EXACT;
            exact.put(count, new Sheet.Amounts(CurrencyDecimals.atLeast(row.amounts().untaxed(), least),
                    CurrencyDecimals.atLeast(row.amounts().tax(), least),
                    CurrencyDecimals.atLeast(row.amounts().total(), least),
                    CurrencyDecimals.atLeast(row.amounts().residual(), least)));
        }
    }

    static boolean fits(BigDecimal amount, int common) {
        return common <= MOST_DIGITS && amount.precision() - amount.scale() + common <= MOST_DIGITS;
    }

    static long units(BigDecimal amount, int common) {
        return amount.movePointRight(common).longValueExact();
    }

    /** Adds a row as it stands on another sheet of the same books. */
    void copy(Sheet from, int i) {
        ids[count] = from.ids[i];
        places[count] = from.places[i];
        parties[count] = from.parties[i];
        standings[count] = from.standings[i];
        decimals[count] = from.decimals[i];
        untaxed[count] = from.untaxed[i];
        tax[count] = from.tax(i);
        total[count] = from.total[i];
        residual[count] = from.residual[i];
        dates[count] = from.dates[i];
        dues[count] = from.dues[i];
        firstDues[count] = from.firstDues[i];
        booked.copy(count, from.booked, i);
        search.copy(from.search, i);
        texts.copy(from.texts, i);
        Sheet.Amounts kept = from.exact.get(i);
        if (kept != null) {
            exact.put(count, kept);
        }
        count++;
    }

    Sheet written() {
        return new Sheet(this);
    }
}
