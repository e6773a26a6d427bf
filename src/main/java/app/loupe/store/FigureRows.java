package app.loupe.store;

import app.loupe.domain.Figures;
import app.loupe.domain.MoveLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** Reads what is compared of stored invoices: what the rows themselves say, never what was noted about them. */
final class FigureRows {
    private final StatelessSession session;
    private final String connection;
    private final Names names;
    private final Decimals decimals = new Decimals();

    FigureRows(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        this.names = Names.few(session, connection);
    }

    /** Those of the invoices that are here and not marked as gone, by id. */
    Map<Long, Figures> of(Collection<Long> ids) {
        var found = new HashMap<Long, Figures>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            Map<Long, List<LineEntity>> lines = StoredReader.lines(session, connection, chunk);
            session.createSelectionQuery("""
                    from InvoiceEntity i where i.connectionId = :c and i.id in (:ids) and i.presence = 'PRESENT'""",
                    InvoiceEntity.class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> found.put(row.id, figures(row, lines.getOrDefault(row.id, List.of()))));
        }
        return found;
    }

    private Figures figures(InvoiceEntity row, List<LineEntity> lines) {
        List<MoveLine> mapped = lines.stream().map(line -> LineMapper.line(line, "", names, decimals)).toList();
        return Figures.of(InvoiceMapper.invoice(row, mapped, names, decimals));
    }
}
