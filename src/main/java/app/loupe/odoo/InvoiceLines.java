package app.loupe.odoo;

import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All lines of a page of invoices, and no others: an invoice whose lines are not those that it names, or of which one
 * cannot be read, is unreadable as a whole, never shown short.
 */
final class InvoiceLines {
    private static final int MOST_ROWS = 5_000;

    private final ModelReader reader;
    private final List<String> fields;
    private final LineMapper mapper;
    private final Map<Long, List<Row>> byInvoice = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    InvoiceLines(ModelReader reader, List<String> fields, LineMapper mapper) {
        this.reader = reader;
        this.fields = fields;
        this.mapper = mapper;
    }

    /** Reads the lines of these invoices. */
    void read(List<Row> invoices, References references) throws ProblemException {
        var ids = new ArrayList<Long>(invoices.size());
        for (Row invoice : invoices) {
            ids.add(reader.id(invoice));
        }
        if (ids.isEmpty()) {
            return;
        }
        var asked = new HashSet<>(ids);
        new Walk(reader, RecordKind.JOURNAL_ITEM, Criteria.any().ofMoves(ids), fields, MOST_ROWS, references)
                .each(row -> {
                    long move = LineMapper.move(row);
                    if (!asked.contains(move)) {
                        throw new UnreadableFieldException("move_id");
                    }
                    rows.add(row);
                    byInvoice.computeIfAbsent(move, any -> new ArrayList<>()).add(row);
                });
    }

    /** Everything that was read. */
    List<Row> rows() {
        return rows;
    }

    /** The lines of one invoice. */
    List<MoveLine> of(Row invoice) throws UnreadableFieldException {
        var lines = new ArrayList<MoveLine>();
        var ids = new HashSet<Long>();
        for (Row row : byInvoice.getOrDefault(invoice.id(), List.of())) {
            try {
                lines.add(mapper.map(row, invoice));
                ids.add(row.id());
            } catch (UnreadableFieldException line) {
                throw new UnreadableFieldException("line_ids." + line.field());
            }
        }
        if (invoice.has("line_ids") && !ids.equals(Set.copyOf(invoice.ids("line_ids")))) {
            throw new UnreadableFieldException("line_ids");
        }
        return lines;
    }
}
