package testkit;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.RequestLog;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SourceBusyException;
import app.loupe.domain.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One session with {@link FakeBooks}; refuses two calls at once, too many ids, and calls after closing. */
final class FakeSource implements InvoiceSource {
    private final FakeBooks books;
    private final RequestLog log;
    private final CancelToken cancel;
    private final AtomicInteger underWay = new AtomicInteger();
    private boolean closed;

    FakeSource(FakeBooks books, RequestLog log, CancelToken cancel) {
        this.books = books;
        this.log = log;
        this.cancel = cancel;
    }

    @FunctionalInterface
    private interface Answer<T> {
        T give();
    }

    private <T> T answer(String model, int ids, Answer<T> answer) throws ProblemException {
        if (underWay.incrementAndGet() != 1 || closed) {
            throw new AssertionError("two calls at once, or after closing");
        }
        try {
            books.beforeCall.run();
            synchronized (books) {
                called(model, "read", ids);
                T given = answer.give();
                books.fuse.pass();
                return given;
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    void called(String model, String method, int ids) throws ProblemException {
        cancel.check();
        books.calls++;
        ProblemException fault = books.faults.pollFirst();
        log.add(new RequestRecord(books.second(), "fake:443", model, method, ids, ids * 100L, 200, Duration.ZERO,
                fault == null ? "ok" : fault.problem().code().key(), "TLSv1.3"));
        books.fuse.pass();
        if (fault != null) {
            throw fault;
        }
        for (RecordKind kind : books.forbiddenKinds) {
            if (kind.model().equals(model)) {
                throw ProblemException.of(ProblemCode.NO_RIGHT, model);
            }
        }
        if (ids > books.busyAbove) {
            throw new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY), Duration.ZERO);
        }
    }

    private static void checkIds(List<Long> ids) {
        if (ids.size() > MAX_IDS || ids.isEmpty() || new HashSet<>(ids).size() != ids.size()) {
            throw new AssertionError("ids: " + ids.size());
        }
    }

    @Override
    public String serverVersion() {
        return books.version;
    }

    @Override
    public Optional<Instant> serverTime() {
        return Optional.of(books.second());
    }

    @Override
    public List<Problem> notices() {
        return books.notices;
    }

    @Override
    public List<Stamp> list(RecordKind kind, @Nullable LocalDate since, long afterId, int limit)
            throws ProblemException {
        return answer(kind.model(), 0, () -> {
            var all = new TreeMap<Long, Stamp>();
            switch (kind) {
                case INVOICE -> books.invoices().forEach(
                        (id, invoice) -> all.put(id, new Stamp(id, invoice.writeDate(), invoice.dates().invoice())));
                case JOURNAL_ITEM -> books.items().values().stream().filter(item -> inScope(item.date(), since))
                        .forEach(item -> all.put(item.id(), new Stamp(item.id(), item.writeDate(), null)));
                case PARTNER, PRODUCT -> throw new AssertionError("not listed: " + kind);
            }
            return books.listsNothing
                    ? List.of()
                    : mutilated(all.tailMap(afterId, false).values().stream()
                            .filter(stamp -> inScope(stamp.invoiceDate(), since)).limit(limit).toList());
        });
    }

    private static boolean inScope(@Nullable LocalDate date, @Nullable LocalDate since) {
        return since == null || date == null || !date.isBefore(since);
    }

    @Override
    public Batch<Invoice> invoices(List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer("account.move", ids.size(), () -> {
            Map<Long, Invoice> visible = books.invoices();
            return batch(RecordKind.INVOICE, ids, visible::get, invoice -> true);
        });
    }

    @Override
    public Batch<Figures> figures(List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer("account.move", ids.size(), () -> {
            Map<Long, Invoice> visible = books.invoices();
            Batch<Invoice> found = batch(RecordKind.INVOICE, ids, visible::get, invoice -> true);
            return new Batch<>(found.records().stream().map(Figures::of).toList(), found.problems());
        });
    }

    @Override
    public Batch<MoveLine> journalItems(List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer("account.move.line", ids.size(), () -> batch(RecordKind.JOURNAL_ITEM, ids, books.items::get,
                item -> !books.forbidden.contains(item.id())));
    }

    @Override
    public Batch<Partner> partners(List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer("res.partner", ids.size(),
                () -> batch(RecordKind.PARTNER, ids, books.partners::get, partner -> true));
    }

    @Override
    public Set<Long> companyContacts(Set<Long> companies) throws ProblemException {
        return answer("res.partner", 0, () -> books.partners.values().stream()
                .filter(one -> companies.contains(one.ownCompany())).map(Partner::id).collect(Collectors.toSet()));
    }

    @Override
    public Batch<Product> products(List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer("product.product", ids.size(),
                () -> batch(RecordKind.PRODUCT, ids, books.products::get, product -> true));
    }

    @Override
    public Map<Long, Instant> changedSince(RecordKind kind, Instant second) throws ProblemException {
        return answer(kind.model(), 0, () -> {
            Map<Long, Instant> changed = writeDates(kind);
            changed.values().removeIf(stamp -> stamp.isBefore(second));
            changed.keySet().retainAll(mutilated(List.copyOf(changed.keySet())));
            return changed;
        });
    }

    @Override
    public Optional<Map<Long, Instant>> writeDates(RecordKind kind, List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer(kind.model(), ids.size(), () -> {
            Map<Long, Instant> shown = writeDates(kind);
            shown.keySet().retainAll(mutilated(ids));
            return kind == RecordKind.PRODUCT && books.version.startsWith("14.")
                    ? Optional.empty()
                    : Optional.of(shown);
        });
    }

    private Map<Long, Instant> writeDates(RecordKind kind) {
        var all = new TreeMap<Long, Instant>();
        switch (kind) {
            case PARTNER -> books.partners.forEach((id, one) -> all.put(id, one.writeDate()));
            case PRODUCT -> books.products.forEach((id, one) -> all.put(id, one.writeDate()));
            case INVOICE, JOURNAL_ITEM -> throw new AssertionError("listed: " + kind);
        }
        return all;
    }

    private <T> List<T> mutilated(List<T> records) {
        return books.mutilation.of(records, books.calls);
    }

    private <T> Batch<T> batch(RecordKind kind, List<Long> ids, Function<Long, @Nullable T> find,
            Predicate<T> wanted) {
        var records = new ArrayList<T>();
        var problems = new ArrayList<RecordProblem>();
        for (Long id : ids) {
            T record = find.apply(id);
            if (record != null && wanted.test(record)) {
                if (books.broken.contains(id)) {
                    problems.add(new RecordProblem(kind, id, "amount_total"));
                } else {
                    records.add(record);
                }
            }
        }
        books.recordsRead += records.size();
        return new Batch<>(mutilated(records), problems);
    }

    @Override
    public Map<Long, List<Payment>> payments(List<Long> ids) throws ProblemException {
        checkIds(ids);
        if (ids.stream().anyMatch(books.closedBoxes::contains)) {
            books.boxesAsked += ids.size();
            throw ProblemException.of(ProblemCode.NO_RIGHT);
        }
        return answer("account.move", ids.size(), () -> {
            var found = new LinkedHashMap<Long, List<Payment>>();
            Map<Long, Invoice> visible = books.invoices();
            books.boxesAsked += ids.size();
            ids.stream().filter(visible::containsKey).forEach(id -> found.put(id, books.payments(id)));
            return found;
        });
    }

    @Override
    public Optional<Map<Long, Set<Long>>> exchangeEntries(List<Long> moves) throws ProblemException {
        checkIds(moves);
        return answer("account.move", moves.size(), () -> books.exchanges.answer(moves));
    }

    @Override
    public LineChanges lineChanges(Instant second, @Nullable LocalDate since) throws ProblemException {
        return answer("account.move.line", 0, () -> {
            List<Invoice> shown = mutilated(books.invoices().values().stream()
                    .filter(invoice -> inScope(invoice.dates().invoice(), since)).toList()).stream().distinct()
                    .toList();
            return new LineChanges(
                    shown.stream().filter(
                            invoice -> invoice.lines().stream().anyMatch(line -> !line.writeDate().isBefore(second)))
                            .map(Invoice::id).collect(Collectors.toSet()),
                    shown.stream().filter(invoice -> invoice.state() == MoveState.DRAFT && !invoice.lines().isEmpty())
                            .collect(Collectors.toMap(Invoice::id, invoice -> invoice.lines().stream()
                                    .map(MoveLine::id).collect(Collectors.toSet()))));
        });
    }

    @Override
    public Map<Long, Instant> journalItemsChangedSince(Instant instant, @Nullable LocalDate since)
            throws ProblemException {
        return answer("account.move.line", 0,
                () -> books.items().values().stream().filter(item -> !item.writeDate().isBefore(instant))
                        .filter(item -> inScope(item.date(), since))
                        .collect(Collectors.toMap(MoveLine::id, MoveLine::writeDate)));
    }

    @Override
    public List<Named> names(RecordKind kind, List<Long> ids, long company) throws ProblemException {
        checkIds(ids);
        return answer(kind.model(), ids.size(), () -> {
            Map<Long, Invoice> visible = books.invoices();
            return switch (kind) {
                case INVOICE -> ids.stream().filter(visible::containsKey).map(visible::get).flatMap(Named::of).toList();
                case JOURNAL_ITEM -> visible.values().stream().flatMap(invoice -> invoice.lines().stream())
                        .filter(line -> ids.contains(line.id())).flatMap(Named::of).toList();
                case PARTNER, PRODUCT -> List.<Named>of();
            };
        });
    }

    @Override
    public Optional<byte[]> original(long invoice) throws ProblemException {
        return answer(RecordKind.INVOICE.model(), 1, () -> Optional.ofNullable(books.originals.get(invoice)));
    }

    @Override
    public Existence existence(RecordKind kind, List<Long> ids) throws ProblemException {
        checkIds(ids);
        return answer(kind.model(), ids.size(), () -> {
            var readable = new TreeSet<>(ids);
            readable.retainAll(switch (kind) {
                case INVOICE -> books.entries.keySet();
                case JOURNAL_ITEM -> books.items.keySet();
                case PARTNER -> books.partners.keySet();
                case PRODUCT -> books.products.keySet();
            });
            readable.retainAll(mutilated(List.copyOf(readable)));
            var hidden = new TreeSet<>(readable);
            hidden.retainAll(books.forbidden);
            readable.removeAll(hidden);
            return new Existence(readable, hidden);
        });
    }

    @Override
    public void close() {
        synchronized (books) {
            if (underWay.get() != 0) {
                throw new AssertionError("closed with a call under way");
            }
            closed = true;
            books.closed++;
        }
    }
}
