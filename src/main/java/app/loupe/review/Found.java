package app.loupe.review;

import app.loupe.domain.InvoiceStatus;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** The rows of {@link Books} that a question found, on a day. Immutable. */
public final class Found {
    private final Books books;
    private final BitSet rows;
    private final LocalDate today;

    Found(Books books, BitSet rows, LocalDate today) {
        this.books = books;
        this.rows = rows;
        this.today = today;
    }

    /** Not to be changed. */
    BitSet rows() {
        return rows;
    }

    LocalDate today() {
        return today;
    }

    /** Their numbers, as they stand in the books. */
    public int[] inOrder() {
        return rows.stream().toArray();
    }

    /** What they come to. */
    public Totals totals() {
        return TotalsCount.of(books, rows);
    }

    /** How many there are of each status; without those of which there are none. */
    public Map<InvoiceStatus, Integer> statuses() {
        var table = new StatusTable(today);
        var counts = new EnumMap<InvoiceStatus, Integer>(InvoiceStatus.class);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            Sheet sheet = books.pages().get(row / Sheet.MOST).sheet();
            counts.merge(table.of(sheet, row % Sheet.MOST), 1, Integer::sum);
        }
        return counts;
    }
}
