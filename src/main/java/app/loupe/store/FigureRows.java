package app.loupe.store;

import app.loupe.domain.Figures;
import app.loupe.domain.MoveLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** Reads what is compared of stored invoices: what the rows themselves say, never what was noted about them. */
final class FigureRows {
    private final StatelessSession session;
    private final String connection;
    private final Decimals decimals = new Decimals();

    FigureRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Those of the invoices that are here and not marked as gone, by id. */
    Map<Long, Figures> of(Collection<Long> ids) {
        var found = new HashMap<Long, Figures>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            Map<Long, List<MoveLine>> lines = lines(chunk);
            session.createSelectionQuery("""
                    from InvoiceEntity i where i.connectionId = :c and i.id in (:ids) and i.presence = 'PRESENT'""",
                    InvoiceEntity.class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> found.put(row.id, Figures.of(InvoiceMapper.invoice(row,
                            lines.getOrDefault(row.id, List.of()), decimals))));
        }
        return found;
    }

    private Map<Long, List<MoveLine>> lines(List<Long> invoices) {
        var lines = new HashMap<Long, List<MoveLine>>();
        session.createSelectionQuery("from LineEntity l where l.connectionId = :c and l.invoiceId in (:ids)",
                LineEntity.class).setParameter("c", connection).setParameter("ids", invoices).list()
                .forEach(row -> lines.computeIfAbsent(row.invoiceId, any -> new ArrayList<>())
                        .add(LineMapper.line(row, "", decimals)));
        return lines;
    }
}
