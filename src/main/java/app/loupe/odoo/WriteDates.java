package app.loupe.odoo;

import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which records are there and when each was written, without reading their contents. */
final class WriteDates {
    private static final String DRAFT = "draft";

    private final ModelReader reader;
    private final OdooVersion version;

    WriteDates(ModelReader reader, OdooVersion version) {
        this.reader = reader;
        this.version = version;
    }

    /** As {@link InvoiceSource#list}. */
    List<Stamp> list(RecordKind kind, @Nullable LocalDate since, long afterId, int limit)
            throws ProblemException {
        boolean invoices = switch (kind) {
            case INVOICE -> true;
            case JOURNAL_ITEM -> false;
            case PARTNER, PRODUCT -> throw new IllegalArgumentException("not listed: " + kind);
        };
        Criteria criteria = invoices
                ? Criteria.documents().invoiceDateFrom(since)
                : Criteria.openItems(version).accountingDateFrom(since);
        List<String> wanted = invoices ? FieldMap.INVOICE_LISTING : FieldMap.LISTING;
        var stamps = new ArrayList<Stamp>();
        for (Row row : reader.search(kind, criteria, wanted, afterId, limit, References.IDS)) {
            try {
                stamps.add(new Stamp(row.id(), row.stamp("write_date"), invoices ? row.date("invoice_date") : null));
            } catch (UnreadableFieldException unreadable) {
                // a listing with a hole would look like a deletion
                throw reader.malformed();
            }
        }
        return stamps;
    }

    /** As {@link InvoiceSource#changedSince}. */
    Map<Long, Instant> changedSince(RecordKind kind, Instant second) throws ProblemException {
        boolean template = kind == RecordKind.PRODUCT && !version.productFollowsTemplate();
        Criteria changed = template
                ? Criteria.any().writtenWithTemplateFrom(second)
                : Criteria.any().writtenFrom(second);
        Map<Long, Instant> found = stamps(kind, changed);
        if (template) {
            found.replaceAll((id, stamp) -> Stamp.NEVER);
        }
        return found;
    }

    /** As {@link InvoiceSource#writeDates}. */
    Optional<Map<Long, Instant>> of(RecordKind kind, List<Long> ids) throws ProblemException {
        if (kind == RecordKind.PRODUCT && !version.productFollowsTemplate()) {
            return Optional.empty();
        }
        var found = new HashMap<Long, Instant>();
        for (Row row : ids.isEmpty()
                ? List.<Row>of()
                : reader.searchByIds(kind, ids, Criteria.any().ids(ids), FieldMap.LISTING)) {
            try {
                found.put(row.id(), row.stamp("write_date"));
            } catch (UnreadableFieldException unreadable) {
                throw reader.malformed();
            }
        }
        return Optional.of(found);
    }

    /** As {@link InvoiceSource#lineChanges}. */
    InvoiceSource.LineChanges ofLines(Instant second, @Nullable LocalDate since) throws ProblemException {
        // write dates have whole seconds
        Instant from = second.truncatedTo(ChronoUnit.SECONDS);
        var written = new HashSet<Long>();
        var drafts = new HashMap<Long, Set<Long>>();
        Criteria lines = Criteria.documentLines().writtenFromOrOfDrafts(second).moveDateFrom(since);
        new Walk(reader, RecordKind.JOURNAL_ITEM, lines, FieldMap.LINE_CHANGE, Walk.MOST_ROWS)
                .eachOfMany(row -> {
                    long move = LineRecords.move(row);
                    if (!row.stamp("write_date").isBefore(from)) {
                        written.add(move);
                    }
                    // an unknown state makes only its own invoice unreadable, not the answer
                    if (row.text("parent_state").equals(DRAFT)) {
                        drafts.computeIfAbsent(move, draft -> new HashSet<>()).add(row.id());
                    }
                });
        return new InvoiceSource.LineChanges(written, drafts);
    }

    /** As {@link InvoiceSource#journalItemsChangedSince}. */
    Map<Long, Instant> journalItemsSince(Instant instant, @Nullable LocalDate since)
            throws ProblemException {
        Criteria changed = Criteria.openItems(version).accountingDateFrom(since).writtenFrom(instant);
        return stamps(RecordKind.JOURNAL_ITEM, changed);
    }

    private Map<Long, Instant> stamps(RecordKind kind, Criteria criteria) throws ProblemException {
        var found = new HashMap<Long, Instant>();
        new Walk(reader, kind, criteria, FieldMap.LISTING, Walk.MOST_ROWS)
                .eachOfMany(row -> found.put(row.id(), row.stamp("write_date")));
        return found;
    }
}
