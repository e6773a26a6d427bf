package app.loupe.odoo;

import app.loupe.domain.Batch;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.Stamp;
import app.loupe.odoo.OdooRequest.SearchRead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads somebody's books from one signed-in Odoo. One thread, one connection, one call at a time. */
final class OdooSession implements InvoiceSource {

    private final SignedIn server;
    private final ModelReader reader;
    private final FieldMap fields;
    private final LineRecords lineRecords;
    private final NameReader names;
    private final WriteDates writeDates;
    private Expected expected = Expected.NOTHING;

    OdooSession(SignedIn server) {
        this.server = server;
        this.reader = server.reader();
        this.fields = new FieldMap(server.version());
        this.lineRecords = new LineRecords(server.version());
        this.names = new NameReader(reader, server.version());
        this.writeDates = new WriteDates(reader, server.version());
    }

    @Override
    public String serverVersion() {
        return server.version().text();
    }

    @Override
    public Optional<Instant> serverTime() {
        return reader.serverTime();
    }

    @Override
    public List<Problem> notices() {
        return reader.notices();
    }

    @Override
    public List<Stamp> list(RecordKind kind, @Nullable LocalDate since, long afterId, int limit)
            throws ProblemException {
        return writeDates.list(kind, since, afterId, limit);
    }

    @Override
    public Map<Long, Instant> changedSince(RecordKind kind, Instant second) throws ProblemException {
        return writeDates.changedSince(kind, second);
    }

    @Override
    public Optional<Map<Long, Instant>> writeDates(RecordKind kind, List<Long> ids) throws ProblemException {
        return writeDates.of(kind, ids);
    }

    @Override
    public LineChanges lineChanges(Instant second, @Nullable LocalDate since) throws ProblemException {
        return writeDates.ofLines(second, since);
    }

    @Override
    public Map<Long, Instant> journalItemsChangedSince(Instant instant, @Nullable LocalDate since)
            throws ProblemException {
        return writeDates.journalItemsSince(instant, since);
    }

    /** The records that most likely follow those asked for next. */
    private record Expected(RecordKind kind, List<Long> ids) {
        static final Expected NOTHING = new Expected(RecordKind.INVOICE, List.of());
    }

    @Override
    public void expect(RecordKind kind, List<Long> ids) {
        expected = new Expected(kind, List.copyOf(ids));
    }

    /**
     * Takes the records expected to follow. An expectation counts for one call: if that fails, something else may come
     * next.
     */
    private List<Long> following(RecordKind kind) {
        Expected now = expected;
        expected = Expected.NOTHING;
        // which lines are read by their ids is told by this answer, so that what follows them is not known before
        boolean linesByIds = kind == RecordKind.INVOICE && reader.isNamed(RecordKind.JOURNAL_ITEM);
        return now.kind() == kind && !linesByIds ? now.ids() : List.of();
    }

    private Optional<Foreseen> foreseen(RecordKind kind, List<Long> ids, Criteria criteria, List<String> wanted) {
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Foreseen(search(kind, ids, criteria, wanted), true));
    }

    private SearchRead search(RecordKind kind, List<Long> ids, Criteria criteria, List<String> wanted) {
        return new SearchRead(kind, criteria.after(0), wanted, Set.copyOf(ids).size(), References.IDS);
    }

    @Override
    public Batch<Invoice> invoices(List<Long> ids) throws ProblemException {
        if (ids.isEmpty()) {
            return new Batch<>(List.of(), List.of());
        }
        try {
            return readInvoices(ids);
        } catch (ProblemException failure) {
            if (ids.size() > 1 || failure.problem().code() != ProblemCode.ANSWER_TOO_LARGE) {
                throw failure;
            }
            // a single one is too large: the others must not wait for it
            return new Batch<>(List.of(), List.of(new RecordProblem(RecordKind.INVOICE, ids.getFirst(), "line_ids")));
        }
    }

    private Batch<Invoice> readInvoices(List<Long> ids) throws ProblemException {
        List<Long> following = following(RecordKind.INVOICE);
        List<String> wanted = fields.of(RecordKind.JOURNAL_ITEM);
        var lines = new InvoiceLines(reader, wanted, lineRecords);
        List<Row> heads = requested(RecordKind.INVOICE, ids, Criteria.documents().ids(ids),
                fields.of(RecordKind.INVOICE), reader.isNamed(RecordKind.JOURNAL_ITEM)
                        ? Optional.empty()
                        : Optional.of(new Foreseen(lines.first(ids), false)));
        lines.read(heads, foreseen(RecordKind.INVOICE, following, Criteria.documents().ids(following),
                fields.of(RecordKind.INVOICE)));
        names.learn(RecordKind.JOURNAL_ITEM, wanted, lines.rows());
        return map(RecordKind.INVOICE, heads, row -> InvoiceRecords.map(row, lines.of(row)));
    }

    @Override
    public Batch<Figures> figures(List<Long> ids) throws ProblemException {
        if (ids.isEmpty()) {
            return new Batch<>(List.of(), List.of());
        }
        Set<String> unasked = fields.besides(RecordKind.INVOICE, FieldMap.FIGURES);
        List<Row> heads = reader
                .searchByIds(RecordKind.INVOICE, ids, Criteria.documents().ids(ids), FieldMap.FIGURES)
                .stream()
                .map(row -> row.without(unasked)).toList();
        var lines = new InvoiceLines(reader, FieldMap.LINE_FIGURES, new LineRecords(server.version(),
                fields.besides(RecordKind.JOURNAL_ITEM, FieldMap.LINE_FIGURES)));
        lines.read(heads, Optional.empty());
        return map(RecordKind.INVOICE, heads, row -> Figures.of(InvoiceRecords.map(row, lines.of(row))));
    }

    @Override
    public Batch<MoveLine> journalItems(List<Long> ids) throws ProblemException {
        if (ids.isEmpty()) {
            return new Batch<>(List.of(), List.of());
        }
        List<Long> following = following(RecordKind.JOURNAL_ITEM);
        Criteria items = Criteria.openItems(server.version());
        return map(RecordKind.JOURNAL_ITEM,
                requested(RecordKind.JOURNAL_ITEM, ids, items.ids(ids), fields.ofOpenItem(),
                        foreseen(RecordKind.JOURNAL_ITEM, following, items.ids(following), fields.ofOpenItem())),
                lineRecords::mapOpenItem);
    }

    @Override
    public Batch<Partner> partners(List<Long> ids) throws ProblemException {
        return masters(RecordKind.PARTNER, ids, MasterRecords::partner);
    }

    @Override
    public Set<Long> companyContacts(Set<Long> companies) throws ProblemException {
        var contacts = new HashSet<Long>();
        new Walk(reader, RecordKind.PARTNER, Criteria.any().ofCompanies(companies), FieldMap.ID_ONLY, Walk.MOST_ROWS)
                .eachOfMany(row -> contacts.add(row.id()));
        return contacts;
    }

    @Override
    public Batch<Product> products(List<Long> ids) throws ProblemException {
        return masters(RecordKind.PRODUCT, ids, MasterRecords::product);
    }

    private <T> Batch<T> masters(RecordKind kind, List<Long> ids, RowMapper<T> mapper) throws ProblemException {
        return ids.isEmpty()
                ? new Batch<>(List.of(), List.of())
                : map(kind, requested(kind, ids, Criteria.any().ids(ids), fields.of(kind), Optional.empty()), mapper);
    }

    @Override
    public Map<Long, List<Payment>> payments(List<Long> ids) throws ProblemException {
        var byInvoice = new HashMap<Long, List<Payment>>();
        if (ids.isEmpty()) {
            return byInvoice;
        }
        var asked = new HashSet<>(ids);
        for (Row row : reader.search(RecordKind.INVOICE, Criteria.documents().ids(ids), FieldMap.PAYMENTS, 0,
                ids.size(), References.NAMED)) {
            long id = reader.id(row);
            if (!asked.contains(id)) {
                throw reader.malformed();
            }
            try {
                PaymentBoxes.map(row).ifPresent(payments -> byInvoice.put(id, payments));
            } catch (UnreadableFieldException unreadable) {
                // left out like one without a box, and asked for again in the next run; the others must not wait for it
                reader.notice(Problem.of(ProblemCode.RECORD_UNREADABLE, RecordKind.INVOICE.model(), Long.toString(id),
                        unreadable.field()));
            }
        }
        return byInvoice;
    }

    @Override
    public Optional<Map<Long, Set<Long>>> exchangeEntries(List<Long> moves) throws ProblemException {
        if (!server.version().marksExchangeDifferences()) {
            return Optional.empty();
        }
        var partials = new HashMap<Long, Set<Long>>();
        if (moves.isEmpty() || !server.version().linksExchangeEntries()) {
            return Optional.of(partials);
        }
        for (Row row : reader.searchByIds(RecordKind.INVOICE, moves, Criteria.any().ids(moves),
                FieldMap.EXCHANGE_ENTRY)) {
            try {
                partials.put(reader.id(row), new HashSet<>(row.ids(FieldMap.EXCHANGE_ENTRY.getFirst())));
            } catch (UnreadableFieldException unreadable) {
                throw reader.malformed();
            }
        }
        return Optional.of(partials);
    }

    @Override
    public List<Named> names(RecordKind kind, List<Long> ids, long company) throws ProblemException {
        if (ids.isEmpty()) {
            return List.of();
        }
        return names.now(kind, fields.named(kind), ids, server.version().sharesAccounts() ? company : 0);
    }

    @Override
    public Optional<byte[]> original(long invoice) throws ProblemException {
        return server.version().keepsOriginals()
                ? new OriginalReader(reader).original(invoice)
                : Optional.empty();
    }

    @Override
    public Existence existence(RecordKind kind, List<Long> ids) throws ProblemException {
        var search = new ExistenceSearch(reader, kind);
        search.look(ids);
        return search.found();
    }

    private List<Row> requested(RecordKind kind, List<Long> ids, Criteria criteria, List<String> wanted,
            Optional<Foreseen> next) throws ProblemException {
        List<Row> rows = reader.searchInRow(search(kind, ids, criteria, wanted), 0, next);
        reader.demandAsked(ids, rows);
        names.learn(kind, wanted, rows);
        return rows;
    }

    private <T> Batch<T> map(RecordKind kind, List<Row> rows, RowMapper<T> mapper) throws ProblemException {
        var records = new ArrayList<T>(rows.size());
        var problems = new ArrayList<RecordProblem>();
        for (Row row : rows) {
            try {
                records.add(mapper.map(row));
            } catch (UnreadableFieldException unreadable) {
                problems.add(new RecordProblem(kind, reader.id(row), unreadable.field()));
            }
        }
        return new Batch<>(records, problems);
    }

    /** Maps one row. */
    @FunctionalInterface
    interface RowMapper<T> {
        T map(Row row) throws UnreadableFieldException;
    }

    @Override
    public void close() {
        server.close();
    }
}
