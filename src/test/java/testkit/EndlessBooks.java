package testkit;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Problem;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.RequestLog;
import app.loupe.domain.SourceOpener;
import app.loupe.domain.Stamp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books of any size that keep nothing in memory: every record follows from its id. Of ten invoices two are paid together, one
 * in two halves, one at another rate, four one by one, and two are open; what paid them has ids behind those of all invoices.
 */
public record EndlessBooks(int invoices) implements SourceOpener {
    private static final int TEN = 10;
    /** Of ten invoices, an item each. */
    private static final int ENTRIES = 9;
    private static final int DAYS = 900;
    private static final long FIRST_ENTRY = 2_000_000_000L;
    private static final long OWED = 99;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 9, 1);
    private static final BigDecimal TOTAL = new BigDecimal("120.00");
    private static final BigDecimal HALF = new BigDecimal("60.00");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal RATE = new BigDecimal("-3.00");

    /** What paid, in the order of its ids: its amount, and which of the ten partial reconciliations name it. */
    private record Paid(BigDecimal amount, List<Integer> partials) {}

    private static final List<Paid> PAID = List.of(new Paid(TOTAL.add(TOTAL), List.of(0, 1)),
            new Paid(HALF, List.of(2)), new Paid(HALF, List.of(3)), new Paid(TOTAL, List.of(4)),
            new Paid(NOTHING, List.of(5)), new Paid(TOTAL, List.of(6)), new Paid(TOTAL, List.of(7)),
            new Paid(TOTAL, List.of(8)), new Paid(TOTAL, List.of(9)));
    /** By which of the ten partial reconciliations each of ten invoices was settled. */
    private static final List<List<Integer>> SETTLED = List.of(List.of(0), List.of(1), List.of(2, 3), List.of(4, 5),
            List.of(6), List.of(7), List.of(8), List.of(9), List.of(), List.of());

    /** How many invoices have a payment. */
    public int paid() {
        return invoices / TEN * 8;
    }

    private static List<Long> partials(long group, List<Integer> which) {
        return which.stream().map(one -> group * TEN + one + 1).toList();
    }

    private static Invoice invoice(long id) {
        long group = (id - 1) / TEN;
        List<Integer> settled = SETTLED.get((int) ((id - 1) % TEN));
        boolean open = settled.isEmpty();
        Invoice whole = StoreRecords.invoice(id, StoreRecords.WRITTEN, "EUR", "120.00", open ? "120.00" : "0.00",
                MoveState.POSTED, open ? PaymentState.NOT_PAID : PaymentState.PAID, 1);
        LocalDate day = FIRST_DAY.plusDays(id * DAYS / 1_000_000 % DAYS);
        MoveLine owed = item(id * 100 + OWED, new JournalEntry(new Ref(id, whole.name()), MoveState.POSTED, null, ""),
                LineKind.PAYMENT_TERM, TOTAL, open ? TOTAL : NOTHING, day, partials(group, settled));
        return new Invoice(id, whole.writeDate(), whole.name(), whole.type(), whole.state(), whole.paymentState(),
                whole.parties(), whole.booking(), new Invoice.Dates(day, day, day.plusDays(30)), whole.amounts(),
                whole.otherInfo(), Stream.concat(whole.lines().stream(), Stream.of(owed)).toList());
    }

    private static MoveLine entryItem(long id) {
        long place = id - FIRST_ENTRY - 1;
        long group = place / ENTRIES;
        Paid paid = PAID.get((int) (place % ENTRIES));
        var entry = new JournalEntry(new Ref(id * 2, "BNK/" + id), MoveState.POSTED, new Ref(8, "Bank"), "");
        return item(id, entry, LineKind.RECEIVABLE, paid.amount().negate(), NOTHING,
                FIRST_DAY.plusDays(group * DAYS / 100_000 % DAYS + 20), partials(group, paid.partials()));
    }

    private static MoveLine item(long id, JournalEntry entry, LineKind kind, BigDecimal amount, BigDecimal open,
            LocalDate day, List<Long> partials) {
        MoveLine line = StoreRecords.line(id, entry.move().id(), 10, "EUR", "");
        MoveLine.Posting posting = line.posting();
        BigDecimal balance = amount.signum() == 0 ? RATE : amount;
        return new MoveLine(id, line.writeDate(), entry, kind, 10, "",
                new MoveLine.Price(null, null, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
                new MoveLine.Taxes(List.of(), null, null, NOTHING),
                new MoveLine.Posting(new Ref(41, "411000 Customers"), posting.partner(), posting.company(),
                        posting.currency(), NOTHING, NOTHING, balance, amount, open, open),
                day, null, new Matching(open.signum() == 0, "", partials));
    }

    @Override
    public InvoiceSource open(ConnectionId id, RequestLog log, CancelToken cancel) {
        return new Source(this);
    }

    private record Source(EndlessBooks books) implements InvoiceSource {
        @Override
        public String serverVersion() {
            return "19.0";
        }

        @Override
        public Optional<Instant> serverTime() {
            return Optional.of(StoreRecords.WRITTEN.plus(Duration.ofDays(1)));
        }

        @Override
        public List<Problem> notices() {
            return List.of();
        }

        @Override
        public List<Stamp> list(RecordKind kind, @Nullable LocalDate since, long afterId, int limit) {
            boolean ofInvoices = kind == RecordKind.INVOICE;
            long first = ofInvoices ? 1 : FIRST_ENTRY + 1;
            long last = ofInvoices ? books.invoices : FIRST_ENTRY + books.invoices / TEN * (long) ENTRIES;
            return LongStream.rangeClosed(Math.max(first, afterId + 1), last).limit(limit)
                    .mapToObj(id -> new Stamp(id, StoreRecords.WRITTEN,
                            ofInvoices ? FIRST_DAY.plusDays(id * DAYS / 1_000_000 % DAYS) : null))
                    .toList();
        }

        private static <T> Batch<T> batch(List<Long> ids, LongFunction<T> record) {
            return new Batch<>(ids.stream().map(record::apply).toList(), List.of());
        }

        @Override
        public Batch<Invoice> invoices(List<Long> ids) {
            return batch(ids, EndlessBooks::invoice);
        }

        @Override
        public Batch<Figures> figures(List<Long> ids) {
            return batch(ids, id -> Figures.of(invoice(id)));
        }

        @Override
        public Batch<MoveLine> journalItems(List<Long> ids) {
            return batch(ids, EndlessBooks::entryItem);
        }

        @Override
        public Batch<Partner> partners(List<Long> ids) {
            return batch(ids, id -> StoreRecords.partner(id, "Partner " + id));
        }

        @Override
        public Set<Long> companyContacts(Set<Long> companies) {
            return Set.of();
        }

        @Override
        public Batch<Product> products(List<Long> ids) {
            return batch(ids, id -> StoreRecords.product(id, "Product " + id));
        }

        @Override
        public Map<Long, Instant> changedSince(RecordKind kind, Instant second) {
            return Map.of();
        }

        @Override
        public Optional<Map<Long, Instant>> writeDates(RecordKind kind, List<Long> ids) {
            return Optional.of(ids.stream().collect(Collectors.toMap(Function.identity(),
                    any -> StoreRecords.WRITTEN)));
        }

        @Override
        public Map<Long, List<Payment>> payments(List<Long> ids) {
            throw new AssertionError("all payments follow from the items");
        }

        @Override
        public Optional<Map<Long, Set<Long>>> exchangeEntries(List<Long> moves) {
            var found = new TreeMap<Long, Set<Long>>();
            moves.forEach(move -> found.put(move, Set.of((move / 2 - FIRST_ENTRY - 1) / ENTRIES * TEN + 4 + 1)));
            return Optional.of(found);
        }

        @Override
        public LineChanges lineChanges(Instant second, @Nullable LocalDate since) {
            return new LineChanges(Set.of(), Map.of());
        }

        @Override
        public Map<Long, Instant> journalItemsChangedSince(Instant instant, @Nullable LocalDate since) {
            return Map.of();
        }

        @Override
        public List<Named> names(RecordKind kind, List<Long> ids, long company) {
            return List.of();
        }

        @Override
        public Optional<byte[]> original(long invoice) {
            return Optional.empty();
        }

        @Override
        public Existence existence(RecordKind kind, List<Long> ids) {
            return new Existence(Set.copyOf(ids), Set.of());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
