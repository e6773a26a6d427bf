package app.loupe.odoo;

import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.odoo.OdooRequest.SearchRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All lines of a page of invoices, and no others: an invoice whose lines are not those that it names, or of which one
 * cannot be read, is unreadable as a whole, never shown short.
 */
final class InvoiceLines {

    private final ModelReader reader;
    private final List<String> fields;
    private final LineRecords mapper;
    private final Map<Long, List<Row>> byInvoice = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    InvoiceLines(ModelReader reader, List<String> fields, LineRecords mapper) {
        this.reader = reader;
        this.fields = fields;
        this.mapper = mapper;
    }

    /** The first request for the lines of these invoices. */
    SearchRead first(List<Long> ids) {
        return walk(ids.stream().sorted().toList()).page(0, Walk.MOST_ROWS);
    }

    private Walk walk(List<Long> ids) {
        return new Walk(reader, RecordKind.JOURNAL_ITEM, Criteria.any().ofMoves(ids), fields, Walk.MOST_ROWS);
    }

    /**
     * Reads the lines of these invoices.
     *
     * @param after the request that most likely follows the last of them
     */
    void read(List<Row> invoices, Optional<Foreseen> after) throws ProblemException {
        var ids = new ArrayList<Long>(invoices.size());
        for (Row invoice : invoices) {
            ids.add(reader.id(invoice));
        }
        if (ids.isEmpty()) {
            return;
        }
        if (reader.isNamed(RecordKind.JOURNAL_ITEM) && readByIds(invoices)) {
            return;
        }
        var asked = new HashSet<>(ids);
        Walk walk = walk(ids);
        List<Long> named = named(invoices);
        walk.each(row -> {
            if (!asked.contains(LineRecords.move(row))) {
                throw new UnreadableFieldException("move_id");
            }
            take(row);
        }, (last, rows) -> {
            List<Long> left = named.subList(after(named, last), named.size());
            return left.size() < rows
                    ? after
                    : Optional.of(new Foreseen(walk.page(left.get(rows - 1), rows), false));
        });
    }

    /** The line ids that the invoices name, from which the pages are foreseen. */
    private static List<Long> named(List<Row> invoices) {
        var ids = new TreeSet<Long>();
        for (Row invoice : invoices) {
            try {
                ids.addAll(invoice.ids("line_ids"));
            } catch (UnreadableFieldException untold) {
                // then less is foreseen; what is read stays the same
                return List.of();
            }
        }
        return List.copyOf(ids);
    }

    /** How many of them are not greater than this id. */
    private static int after(List<Long> ascending, long id) {
        int place = Collections.binarySearch(ascending, id);
        return place < 0 ? -place - 1 : place + 1;
    }

    /**
     * Where a search gives names in any case, {@code read} gives references without them, and fails as a whole when one line is
     * forbidden.
     *
     * @return whether all lines that the invoices name were read
     */
    private boolean readByIds(List<Row> invoices) throws ProblemException {
        try {
            var ids = new TreeSet<Long>();
            for (Row invoice : invoices) {
                ids.addAll(invoice.ids("line_ids"));
            }
            List<Long> all = List.copyOf(ids);
            var answers = new ArrayList<Row>();
            for (int from = 0; from < all.size(); from += Walk.MOST_ROWS) {
                List<Long> part = all.subList(from, Math.min(all.size(), from + Walk.MOST_ROWS));
                if (!(reader.read(RecordKind.JOURNAL_ITEM, part, fields) instanceof Verdict.Answered answered)) {
                    return false;
                }
                answers.addAll(reader.rows(RecordKind.JOURNAL_ITEM, answered.result(), part.size()));
            }
            for (Row row : answers) {
                take(row);
            }
            return true;
        } catch (UnreadableFieldException noLines) {
            // rows taken until then come again with all others
            rows.clear();
            byInvoice.clear();
            return false;
        }
    }

    private void take(Row row) throws UnreadableFieldException {
        rows.add(row);
        byInvoice.computeIfAbsent(LineRecords.move(row), any -> new ArrayList<>()).add(row);
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
            if (row.has("company_id") && row.refId("company_id") != invoice.refId("company_id")) {
                // in Odoo a line is of the company of its entry
                throw new UnreadableFieldException("company_id");
            }
            try {
                if (!ids.add(row.id())) {
                    throw new UnreadableFieldException("id");
                }
                lines.add(mapper.map(row, invoice));
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
