package app.loupe.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/**
 * How much a connection's copy holds: invoices, rows of all kinds, and the sum of the rows' hashes, which does not depend
 * on their order.
 */
record Tally(long invoices, long rows, long sum) {
    static final Tally NONE = new Tally(0, 0, 0);

    private static final String INVOICES = "InvoiceEntity";
    private static final List<String> COUNTED = List.of(INVOICES, "LineEntity", "PaymentEntity", "PartnerEntity",
            "ProductEntity");

    /** Of so many rows of one entity: those of invoices count as invoices too. */
    static Tally of(String entity, long rows, long sum) {
        return new Tally(entity.equals(INVOICES) ? rows : 0, rows, sum);
    }

    Tally plus(Tally other) {
        return new Tally(invoices + other.invoices, rows + other.rows, sum + other.sum);
    }

    Tally minus(Tally other) {
        return new Tally(invoices - other.invoices, rows - other.rows, sum - other.sum);
    }

    /** Counts what the session's user has, by reading every row. */
    static Map<String, Tally> count(StatelessSession session) {
        var tallies = new HashMap<String, Tally>();
        for (String entity : COUNTED) {
            count(session, entity).forEach((id, tally) -> tallies.merge(id, tally, Tally::plus));
        }
        return tallies;
    }

    private static Map<String, Tally> count(StatelessSession session, String entity) {
        var tallies = new HashMap<String, Tally>();
        session.createSelectionQuery("select e.connectionId, count(*), sum(e.rowHash) from " + entity
                + " e group by e.connectionId", Object[].class).list()
                .forEach(row -> tallies.put((String) row[0], of(entity, (Long) row[1], (Long) row[2])));
        return tallies;
    }
}
