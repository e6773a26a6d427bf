package app.loupe.store;

import app.loupe.domain.InvoiceReader.Counts;
import app.loupe.domain.InvoiceRow.Presence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The kinds of rows that count in a {@link Holding}, and the number that each row adds to it. */
enum CountedRows {
    /** Invoices: those that the server still shows apart from the others. */
    INVOICES("case when e.presence = 'PRESENT' then 1L else 0L end"),
    /** Items that are owed or paid: those of invoices apart from those of other entries. */
    ITEMS("case when e.invoiceId is not null then 1L else 0L end"),
    /** The packed lines of invoices. */
    LINES("cast(e.lines as Long)"),
    /** Payments of invoices. */
    PAYMENTS("1L"),
    /** Partners. */
    PARTNERS("1L"),
    /** Products. */
    PRODUCTS("1L");

    private final String number;

    CountedRows(String number) {
        this.number = number;
    }

    /** The kind of this entity. */
    static CountedRows of(String entity) {
        return StoredTable.of(entity).counted().orElseThrow();
    }

    /** What these rows of one entity and one connection add up to. */
    static Holding sum(List<? extends CountedEntity> rows) {
        CountedRows kind = of(rows.getFirst().getClass().getSimpleName());
        return kind.holding(rows.size(), rows.stream().mapToLong(row -> row.rowHash).sum(),
                rows.stream().mapToLong(CountedRows::number).sum());
    }

    private static long number(CountedEntity row) {
        return switch (row) {
            case InvoiceEntity invoice -> Presence.PRESENT.name().equals(invoice.presence) ? 1 : 0;
            case LineEntity line -> line.invoiceId == null ? 0 : 1;
            case InvoiceLinesEntity lines -> lines.lines;
            default -> 1;
        };
    }

    /** The columns of a query over {@code e} that {@link #holding(Object[], int)} reads. */
    String sums() {
        return "count(*), coalesce(sum(e.rowHash), 0L), coalesce(sum(" + number + "), 0L)";
    }

    /** Reads a row of such a query, from this column on. */
    Holding holding(Object[] row, int from) {
        return holding((Long) row[from], (Long) row[from + 1], (Long) row[from + 2]);
    }

    /** The holding of this many rows whose numbers add up to {@code number}. */
    private Holding holding(long rows, long sum, long number) {
        long others = rows - number;
        return switch (this) {
            case INVOICES -> new Holding(new Tally(rows, rows, sum), new Counts(number, others, 0, 0, 0, 0));
            case ITEMS -> new Holding(new Tally(0, rows, sum), new Counts(0, 0, number, others, 0, 0));
            case LINES -> new Holding(new Tally(0, number, sum), new Counts(0, 0, number, 0, 0, 0));
            case PAYMENTS -> new Holding(new Tally(0, rows, sum), Holding.NONE.counts());
            case PARTNERS -> new Holding(new Tally(0, rows, sum), new Counts(0, 0, 0, 0, rows, 0));
            case PRODUCTS -> new Holding(new Tally(0, rows, sum), new Counts(0, 0, 0, 0, 0, rows));
        };
    }

    /** Counts what the session's user has, by reading every row. */
    static Map<String, Holding> count(StatelessSession session) {
        var holdings = new HashMap<String, Holding>();
        for (StoredTable table : StoredTable.values()) {
            table.counted().ifPresent(kind -> session.createSelectionQuery("select e.connectionId, " + kind.sums()
                    + " from " + table.query() + " e group by e.connectionId", Object[].class).list()
                    .forEach(row -> holdings.merge((String) row[0], kind.holding(row, 1), Holding::plus)));
        }
        return holdings;
    }
}
