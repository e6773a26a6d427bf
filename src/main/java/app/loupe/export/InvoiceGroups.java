package app.loupe.export;

import app.loupe.domain.InvoiceKey;
import app.loupe.review.RowList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Says under which headings the invoices of a list stand. What people read has the headings with a subtotal each; what programs
 * read has the same rows as ever, with a field {@code group} behind the others.
 *
 * @param rows in the order of the list
 * @param sections which follow each other in the rows; none of a list without headings
 */
public record InvoiceGroups(RowList rows, List<Section> sections) {
    /** Copies the list. */
    public InvoiceGroups {
        sections = List.copyOf(sections);
    }

    /**
     * Some rows that stand together.
     *
     * @param heading for people
     * @param key for programs: a name as Odoo has it, of a journal with its company, a month as 2026-11, the key of a status
     * @param count how many rows
     */
    public record Section(String heading, String key, int count) {}

    /** Without headings. */
    static InvoiceGroups none(RowList rows) {
        return new InvoiceGroups(rows, List.of());
    }

    /** Whether there are headings. */
    boolean areThere() {
        return !sections.isEmpty();
    }

    /** Gives the number of every row; the heading first where a section begins. */
    void each(ReportRows.Sink headings, IntConsumer row) {
        int next = 0;
        for (Section section : sections) {
            headings.group(section.heading());
            for (int end = next + section.count(); next < end; next++) {
                row.accept(next);
            }
        }
        for (; next < rows.size(); next++) {
            row.accept(next);
        }
    }

    /** The key of the section of each invoice; empty without headings. */
    Map<InvoiceKey, String> keys() {
        Map<InvoiceKey, String> keys = new HashMap<>();
        int next = 0;
        for (Section section : sections) {
            for (int end = next + section.count(); next < end; next++) {
                keys.put(rows.get(next).row().key(), section.key());
            }
        }
        return keys;
    }
}
