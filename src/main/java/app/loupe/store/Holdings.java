package app.loupe.store;

import app.loupe.domain.InvoiceReader.Counts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;

/** The kept {@link Holding}s of the session's user, one row for each connection that holds anything. */
final class Holdings {
    private Holdings() {}

    /** All of them, by connection. */
    static Map<String, Holding> all(StatelessSession session) {
        var all = new HashMap<String, Holding>();
        session.createSelectionQuery("from HoldingEntity h", HoldingEntity.class).list()
                .forEach(row -> all.put(row.connectionId, holding(row)));
        return all;
    }

    /** What one connection holds. */
    static Holding of(StatelessSession session, String connection) {
        return session.createSelectionQuery("from HoldingEntity h where h.connectionId = :c", HoldingEntity.class)
                .setParameter("c", connection).uniqueResultOptional().map(Holdings::holding).orElse(Holding.NONE);
    }

    private static Holding holding(HoldingEntity row) {
        return new Holding(new Tally(row.allInvoices, row.allRows, row.hashSum), new Counts(row.invoices, row.removed,
                row.lines, row.journalItems, row.partners, row.products));
    }

    /** Adds what the transaction changed for one connection. */
    static void add(StatelessSession session, String connection, Holding change) {
        if (change.equals(Holding.NONE)) {
            return;
        }
        Tally tally = change.tally();
        Counts counts = change.counts();
        int found = session.createMutationQuery("""
                update HoldingEntity h set h.allInvoices = h.allInvoices + :allInvoices,
                  h.allRows = h.allRows + :allRows, h.hashSum = h.hashSum + :hashSum,
                  h.invoices = h.invoices + :invoices, h.removed = h.removed + :removed, h.lines = h.lines + :lines,
                  h.journalItems = h.journalItems + :items, h.partners = h.partners + :partners,
                  h.products = h.products + :products
                where h.connectionId = :c""").setParameter("allInvoices", tally.invoices())
                .setParameter("allRows", tally.rows()).setParameter("hashSum", tally.sum())
                .setParameter("invoices", counts.invoices()).setParameter("removed", counts.removed())
                .setParameter("lines", counts.lines()).setParameter("items", counts.journalItems())
                .setParameter("partners", counts.partners()).setParameter("products", counts.products())
                .setParameter("c", connection).executeUpdate();
        if (found == 0) {
            session.insert(row(connection, change));
        }
    }

    /** Replaces what is kept for these connections by what was counted. */
    static void replace(StatelessSession session, Set<String> connections, Map<String, Holding> counted) {
        session.createMutationQuery("delete from HoldingEntity h where h.connectionId in (:ids)")
                .setParameter("ids", connections).executeUpdate();
        for (String connection : connections) {
            Holding holding = counted.get(connection);
            if (holding != null) {
                session.insert(row(connection, holding));
            }
        }
    }

    private static HoldingEntity row(String connection, Holding holding) {
        var row = new HoldingEntity();
        row.connectionId = connection;
        row.allInvoices = holding.tally().invoices();
        row.allRows = holding.tally().rows();
        row.hashSum = holding.tally().sum();
        row.invoices = holding.counts().invoices();
        row.removed = holding.counts().removed();
        row.lines = holding.counts().lines();
        row.journalItems = holding.counts().journalItems();
        row.partners = holding.counts().partners();
        row.products = holding.counts().products();
        return row;
    }
}
