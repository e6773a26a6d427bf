package app.loupe.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;

/** Reads which drafts the copy holds, and the lines of each, whichever way they are stored. */
record DraftRows(StatelessSession session, String connection) {
    /** The ids of the lines, by invoice; a draft without lines is there with none. */
    Map<Long, Set<Long>> lines() {
        var drafts = new HashMap<Long, Set<Long>>();
        new StateRows(session, connection).eachInvoice(state -> {
            if (state.draft()) {
                drafts.put(state.id(), new HashSet<>());
            }
        });
        for (List<Long> chunk : CopyTransaction.chunks(drafts.keySet())) {
            session.createSelectionQuery("select l.invoiceId, l.id from LineEntity l where l.connectionId = :c "
                    + "and l.invoiceId in (:ids)", Object[].class).setParameter("c", connection)
                    .setParameter("ids", chunk).list()
                    .forEach(row -> drafts.computeIfAbsent((Long) row[0], any -> new HashSet<>()).add((Long) row[1]));
        }
        new LineDocuments(session, connection).of(drafts.keySet()).forEach((invoice, lines) -> lines
                .forEach(line -> drafts.computeIfAbsent(invoice, any -> new HashSet<>()).add(line.id)));
        return drafts;
    }
}
