package app.loupe.store;

import app.loupe.domain.InvoiceReader.Counts;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.RecordKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The kinds of rows that count in a {@link Holding}, their entity, and the number that each row adds to it. */
enum CountedRows {
    /** Invoices: those that the server still shows apart from the others. */
    INVOICES(InvoiceEntity.class, "case when e.presence = 'PRESENT' then 1L else 0L end"),
    /** Items that are owed or paid: those of invoices apart from those of other entries. */
    ITEMS(LineEntity.class, "case when e.invoiceId is not null then 1L else 0L end"),
    /** The packed lines of invoices. */
    LINES(InvoiceLinesEntity.class, "cast(e.lines as Long)"),
    /** Payments of invoices. */
    PAYMENTS(PaymentEntity.class, "1L"),
    /** Partners. */
    PARTNERS(PartnerEntity.class, "1L"),
    /** Products. */
    PRODUCTS(ProductEntity.class, "1L");

    private final Class<? extends CountedEntity> entity;
    private final String number;

    CountedRows(Class<? extends CountedEntity> entity, String number) {
        this.entity = entity;
        this.number = number;
    }

    /** The kind that holds the records of a sync. */
    static CountedRows of(RecordKind kind) {
        return switch (kind) {
            case INVOICE -> INVOICES;
            case JOURNAL_ITEM -> ITEMS;
            case PARTNER -> PARTNERS;
            case PRODUCT -> PRODUCTS;
        };
    }

    private static CountedRows of(CountedEntity row) {
        return switch (row) {
            case InvoiceEntity invoice -> INVOICES;
            case LineEntity item -> ITEMS;
            case InvoiceLinesEntity lines -> LINES;
            case PaymentEntity payment -> PAYMENTS;
            case PartnerEntity partner -> PARTNERS;
            case ProductEntity product -> PRODUCTS;
        };
    }

    Class<? extends CountedEntity> entity() {
        return entity;
    }

    /** The name that queries have for the entity. */
    String query() {
        return entity.getSimpleName();
    }

    /** What these rows of one entity and one connection add up to. */
    static Holding sum(List<? extends CountedEntity> rows) {
        return of(rows.getFirst()).holding(rows.size(), rows.stream().mapToLong(row -> row.rowHash).sum(),
                rows.stream().mapToLong(CountedRows::number).sum());
    }

    private static long number(CountedEntity row) {
        return switch (row) {
            case InvoiceEntity invoice -> Presence.PRESENT.name().equals(invoice.presence) ? 1 : 0;
            case LineEntity line -> line.invoiceId == null ? 0 : 1;
            case InvoiceLinesEntity lines -> lines.lines;
            case PaymentEntity payment -> 1;
            case PartnerEntity partner -> 1;
            case ProductEntity product -> 1;
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
        for (CountedRows kind : values()) {
            session.createSelectionQuery("select e.connectionId, " + kind.sums() + " from " + kind.query()
                    + " e group by e.connectionId", Object[].class).list()
                    .forEach(row -> holdings.merge((String) row[0], kind.holding(row, 1), Holding::plus));
        }
        return holdings;
    }
}
