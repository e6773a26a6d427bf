package app.loupe.store;

import app.loupe.domain.InvoiceReader.Counts;
import app.loupe.domain.InvoiceRow.Presence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The kinds of rows that count in a {@link Holding}; two of them are told apart by a condition. */
enum CountedRows {
    /** Invoices: those that the server still shows apart from the others. */
    INVOICES("InvoiceEntity", "e.presence = 'PRESENT'"),
    /** Lines of invoices apart from the items of other entries. */
    LINES("LineEntity", "e.invoiceId is not null"),
    /** Payments of invoices. */
    PAYMENTS("PaymentEntity", "1 = 1"),
    /** Partners. */
    PARTNERS("PartnerEntity", "1 = 1"),
    /** Products. */
    PRODUCTS("ProductEntity", "1 = 1");

    private final String entity;
    private final String condition;

    CountedRows(String entity, String condition) {
        this.entity = entity;
        this.condition = condition;
    }

    /** The kind of this entity. */
    static CountedRows of(String entity) {
        return Arrays.stream(values()).filter(kind -> kind.entity.equals(entity)).findFirst().orElseThrow();
    }

    /** What these rows of one entity and one connection add up to. */
    static Holding sum(List<? extends CountedEntity> rows) {
        CountedRows kind = of(rows.getFirst().getClass().getSimpleName());
        return kind.holding(rows.size(), rows.stream().mapToLong(row -> row.rowHash).sum(),
                rows.stream().filter(CountedRows::meets).count());
    }

    private static boolean meets(CountedEntity row) {
        return switch (row) {
            case InvoiceEntity invoice -> Presence.PRESENT.name().equals(invoice.presence);
            case LineEntity line -> line.invoiceId != null;
            default -> true;
        };
    }

    /** The columns of a query over {@code e} that {@link #holding(Object[], int)} reads. */
    String sums() {
        return "count(*), coalesce(sum(e.rowHash), 0L), coalesce(sum(case when " + condition
                + " then 1L else 0L end), 0L)";
    }

    /** What a row of such a query says, from this column on. */
    Holding holding(Object[] row, int from) {
        return holding((Long) row[from], (Long) row[from + 1], (Long) row[from + 2]);
    }

    /** Of so many rows, so many of which meet the condition. */
    private Holding holding(long rows, long sum, long meeting) {
        long others = rows - meeting;
        return switch (this) {
            case INVOICES -> new Holding(new Tally(rows, rows, sum), new Counts(meeting, others, 0, 0, 0, 0));
            case LINES -> new Holding(new Tally(0, rows, sum), new Counts(0, 0, meeting, others, 0, 0));
            case PAYMENTS -> new Holding(new Tally(0, rows, sum), Holding.NONE.counts());
            case PARTNERS -> new Holding(new Tally(0, rows, sum), new Counts(0, 0, 0, 0, rows, 0));
            case PRODUCTS -> new Holding(new Tally(0, rows, sum), new Counts(0, 0, 0, 0, 0, rows));
        };
    }

    /** Counts what the session's user has, by reading every row. */
    static Map<String, Holding> count(StatelessSession session) {
        var holdings = new HashMap<String, Holding>();
        for (CountedRows kind : values()) {
            session.createSelectionQuery("select e.connectionId, " + kind.sums() + " from " + kind.entity
                    + " e group by e.connectionId", Object[].class).list()
                    .forEach(row -> holdings.merge((String) row[0], kind.holding(row, 1), Holding::plus));
        }
        return holdings;
    }
}
