package app.loupe.odoo;

import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** All lines of a page of invoices; an invoice with one unreadable line is unreadable as a whole, never shown short. */
final class InvoiceLines {
    private static final int MOST_ROWS = 5_000;

    private final Map<Long, List<MoveLine>> byInvoice = new HashMap<>();
    private final Map<Long, String> unreadable = new HashMap<>();

    InvoiceLines(ModelReader reader, FieldMap fields, LineMapper mapper, List<Long> ids) throws ProblemException {
        var asked = new HashSet<>(ids);
        new Walk(reader, RecordKind.JOURNAL_ITEM, Criteria.any().ofMoves(ids), fields.of(RecordKind.JOURNAL_ITEM),
                MOST_ROWS).each(row -> {
                    var move = row.ref("move_id");
                    if (move == null || !asked.contains(move.id())) {
                        throw new UnreadableFieldException("move_id");
                    }
                    try {
                        byInvoice.computeIfAbsent(move.id(), any -> new ArrayList<>()).add(mapper.map(row));
                    } catch (UnreadableFieldException line) {
                        unreadable.put(move.id(), "line_ids." + line.field());
                    }
                });
    }

    /** The lines of one invoice. */
    List<MoveLine> of(long invoice) throws UnreadableFieldException {
        String field = unreadable.get(invoice);
        if (field != null) {
            throw new UnreadableFieldException(field);
        }
        return byInvoice.getOrDefault(invoice, List.of());
    }
}
