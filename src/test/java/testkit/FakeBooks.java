package testkit;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.RequestLog;
import app.loupe.domain.SourceOpener;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An Odoo in memory that behaves as measured: write dates in whole seconds, transactions that commit late with the time
 * of their start, lines that change without their invoice, no trace of a deletion. What it can be made to do wrong is
 * public: busy, forbidden, broken, and a hook that runs before every call.
 */
public final class FakeBooks implements SourceOpener {
    /** The longest a transaction may take; less than the overlap of a run. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    final TreeMap<Long, BookEntry> entries = new TreeMap<>();
    final TreeMap<Long, MoveLine> items = new TreeMap<>();
    /** What anybody may write. */
    public final TreeMap<Long, Partner> partners = new TreeMap<>();
    final TreeMap<Long, Product> products = new TreeMap<>();
    final Map<Long, List<Payment>> payments = new TreeMap<>();
    final Set<Long> forbidden = new TreeSet<>();
    final Map<Long, byte[]> originals = new HashMap<>();
    final Set<RecordKind> forbiddenKinds = EnumSet.noneOf(RecordKind.class);
    final Set<Long> ordinary = new TreeSet<>();
    final Set<Long> broken = new TreeSet<>();
    final List<Problem> notices = new ArrayList<>();
    final Deque<ProblemException> faults = new ArrayDeque<>();
    final Fuse fuse;
    String version = "19.0";
    Runnable beforeCall = () -> {};
    int busyAbove = Integer.MAX_VALUE;
    boolean listsNothing;
    Mutilation.OfCalls mutilation = Mutilation.NONE.of(0, 0);
    int boxesAsked;
    /** Invoices whose payment box the server refuses. */
    public final Set<Long> closedBoxes = new TreeSet<>();
    /** Payments at another rate than their invoices. */
    public final FakeExchanges exchanges = new FakeExchanges(this);
    int recordsRead;
    int calls;
    int opened;
    int closed;

    private record Transaction(Instant start, long entry) {}

    private final Deque<Transaction> open = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00.250Z");
    long lastId = 100;

    /** Books with five partners, five products and no invoice. */
    public FakeBooks(Fuse fuse) {
        this.fuse = fuse;
        for (long id = 1; id <= 5; id++) {
            partner(id, "Partner " + id);
            products.put(id, new Product(id, second(), "Product " + id, "", "", true, null, null));
        }
    }

    @Override
    public synchronized InvoiceSource open(ConnectionId id, RequestLog log, CancelToken cancel)
            throws ProblemException {
        var source = new FakeSource(this, log, cancel);
        source.called("", "authenticate", 1);
        opened++;
        return source;
    }

    /** Runs before every call, so that the books change during a walk. */
    public void beforeCall(Runnable hook) {
        beforeCall = hook;
    }

    /** The next calls fail with these, one each. */
    public void failNext(ProblemException... failures) {
        faults.addAll(List.of(failures));
    }

    /** Calls with more ids than this are too much for the server. */
    public void busyAbove(int ids) {
        busyAbove = ids;
    }

    /** What happens to the answers of so many calls, from that one on (the next is 0). */
    public synchronized void mutilate(Mutilation how, int first, int count) {
        mutilation = how.of(calls + first, count);
    }

    /** Listings come back empty, as those of a server in trouble. */
    public void listNothing(boolean nothing) {
        listsNothing = nothing;
    }

    /** What the server says of itself. */
    public void version(String text, Problem... found) {
        version = text;
        notices.addAll(List.of(found));
    }

    /** Calls so far. */
    public synchronized int calls() {
        return calls;
    }

    /** Invoices, items, partners and products that were read so far. */
    public synchronized int recordsRead() {
        return recordsRead;
    }

    /** Payment boxes that were asked for so far. */
    public synchronized int boxesAsked() {
        return boxesAsked;
    }

    /** Sessions that were opened and not closed. */
    public synchronized int openSessions() {
        return opened - closed;
    }

    /** The time as it is sent: whole seconds. */
    public Instant second() {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Time goes by; transactions that would take too long are committed before. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
        while (!open.isEmpty() && open.peekFirst().start().plus(LONGEST_TRANSACTION).isBefore(now)) {
            commitOldest();
        }
    }

    /** A new invoice with two lines; returns its id. */
    public synchronized long create(MoveState state, int total) {
        Partner partner = Objects.requireNonNull(partners.get(1 + lastId % 5));
        var entry = new BookEntry(++lastId, partner, state, BigDecimal.valueOf(total), second());
        entry.date = state == MoveState.DRAFT && lastId % 2 == 0
                ? null
                : LocalDate.of(2024, 1, 1).plusDays(lastId % 790);
        entry.lines.add(new BookEntry.Line(++lastId, 1 + lastId % 5, second(), "first"));
        entry.lines.add(new BookEntry.Line(++lastId, 1 + lastId % 5, second(), "second"));
        entries.put(entry.id, entry);
        return entry.id;
    }

    /** Another amount. */
    public synchronized void edit(long id) {
        editAt(id, second());
    }

    BookEntry entry(long id) {
        return Objects.requireNonNull(entries.get(id), () -> "no invoice " + id);
    }

    private void editAt(long id, Instant stamp) {
        BookEntry entry = entries.get(id);
        if (entry != null) {
            entry.total = entry.total.add(BigDecimal.ONE);
            entry.residual = entry.residual.add(BigDecimal.ONE);
            entry.writeDate = stamp;
        }
    }

    /** An edit that leaves no trace at all: SQL. */
    public synchronized void editBehindItsBack(long id) {
        editAt(id, entry(id).writeDate);
    }

    /** Other contents and other write dates under the same ids, as after a restore. */
    public synchronized void rewrite(List<Long> ids, Duration shift) {
        ids.forEach(id -> editAt(id, entry(id).writeDate.plus(shift)));
    }

    /** A transaction begins to edit an invoice and is not seen by anybody yet. */
    public synchronized void beginEdit(long id) {
        open.addLast(new Transaction(second(), id));
    }

    /** The oldest transaction commits, with the time of its start. */
    public synchronized void commitOldest() {
        Transaction oldest = open.pollFirst();
        if (oldest != null) {
            editAt(oldest.entry(), oldest.start());
        }
    }

    /** A payment of a part or the rest, with its own entry. */
    public synchronized void pay(long id, boolean inFull) {
        pay(id, inFull, entry(id).date);
    }

    /** The same, booked on that day. */
    public synchronized void pay(long id, boolean inFull, @Nullable LocalDate day) {
        BookEntry entry = entry(id);
        BigDecimal amount = inFull ? entry.residual : BigDecimal.ONE;
        entry.residual = entry.residual.subtract(amount);
        entry.paymentState = inFull ? PaymentState.PAID : PaymentState.PARTIAL;
        entry.writeDate = second();
        long move = ++lastId;
        long item = ++lastId;
        items.put(item, BookEntry.item(item, second(),
                new JournalEntry(new Ref(move, "PAY/" + move), MoveState.POSTED, new Ref(2, "Bank"), ""),
                LineKind.RECEIVABLE, "payment", entry.partner, 0, amount, BigDecimal.ZERO, day,
                new Matching(true, "", List.of(item))));
        entry.partials.add(item);
        var all = new ArrayList<>(payments.getOrDefault(id, List.of()));
        all.add(new Payment(day, amount, "Bank", "PAY/" + move, move, false));
        payments.put(id, List.copyOf(all));
    }

    /** The entry of a payment is cancelled: its items are there but not listed. */
    public synchronized void cancelItem(long id) {
        MoveLine item = Objects.requireNonNull(items.get(id));
        items.put(id, BookEntry.item(id, second(),
                new JournalEntry(item.entry().move(), MoveState.CANCELLED, item.entry().journal(), ""), item.kind(),
                item.label(), 1, 0, item.posting().balance(), BigDecimal.ZERO, item.date(), Matching.NONE));
    }

    /** The entry of a payment gets another number and text; the invoice shows no trace of it. */
    public synchronized void renamePayment(long item, String number, String reference) {
        MoveLine before = Objects.requireNonNull(items.get(item));
        long move = before.entry().move().id();
        items.put(item, BookEntry.item(item, second(),
                new JournalEntry(new Ref(move, number), MoveState.POSTED, before.entry().journal(), reference),
                before.kind(), before.label(), 1, 0, before.posting().balance().negate(), BigDecimal.ZERO,
                before.date(),
                before.matching()));
        payments.replaceAll((invoice, list) -> list.stream().map(payment -> payment.moveId() == move
                ? new Payment(payment.date(), payment.amount(), payment.label(), number + " (" + reference + ")", move,
                        false)
                : payment).toList());
    }

    /** The entry of a payment is deleted. */
    public synchronized void deleteItem(long id) {
        items.remove(id);
    }

    /** Posted or cancelled, or a draft again. */
    public synchronized void state(long id, MoveState state) {
        BookEntry entry = entry(id);
        entry.state = state;
        entry.writeDate = second();
    }

    /** A line's label changes; the invoice shows no trace (Odoo 14). */
    public synchronized void editLine(long id) {
        BookEntry entry = entry(id);
        if (!entry.lines.isEmpty()) {
            entry.lines.getFirst().label += "!";
            entry.lines.getFirst().writeDate = second();
        }
    }

    /** A line of a draft goes; nothing shows it but the line ids (Odoo 14). */
    public synchronized void deleteLine(long id) {
        BookEntry entry = entry(id);
        if (entry.state == MoveState.DRAFT && !entry.lines.isEmpty()) {
            entry.lines.removeLast();
        }
    }

    /** Gone without a trace. */
    public synchronized void delete(long id) {
        entries.remove(id);
        payments.remove(id);
    }

    /** A partner gets a name, and all its invoices with it. */
    public synchronized void partner(long id, String name) {
        partners.put(id, Partners.named(id, second(), name));
        entries.values().stream().filter(entry -> entry.partner == id).forEach(entry -> {
            entry.partnerName = name;
            entry.writeDate = second();
        });
    }

    /** A partner gets a name by SQL: neither it nor its invoices show a trace. */
    public synchronized void renameBehindItsBack(long id, String name) {
        Partner before = Objects.requireNonNull(partners.get(id));
        partners.put(id, Partners.named(id, before.writeDate(), name));
    }

    /** The sales journal gets a name; nothing that was booked in it shows a trace. */
    public synchronized void renameJournal(String name) {
        entries.values().forEach(entry -> entry.journal = new Ref(BookEntry.SALES.id(), name));
    }

    /** A product gets a name; its invoices do not change. */
    public synchronized void product(long id, String name) {
        products.put(id, new Product(id, second(), name, "", "", true, null, null));
    }

    /** The file that is kept of an invoice. */
    public synchronized void original(long id, byte[] file) {
        originals.put(id, file.clone());
    }

    private static <T> void put(Set<T> set, T one, boolean in) {
        if (in) {
            set.add(one);
        } else {
            set.remove(one);
        }
    }

    /** The user may not see this record any more, or may again. */
    public synchronized void forbid(long id, boolean hidden) {
        put(forbidden, id, hidden);
    }

    /** The user may not read this kind of records at all any more, or may again. */
    public synchronized void forbidKind(RecordKind kind, boolean hidden) {
        put(forbiddenKinds, kind, hidden);
    }

    /** An invoice becomes an ordinary entry: there and readable, but in no list of invoices; or an invoice again. */
    public synchronized void turnIntoEntry(long id, boolean entry) {
        entry(id).writeDate = second();
        put(ordinary, id, entry);
    }

    /** This record cannot be read, or can again. */
    public synchronized void breakRecord(long id, boolean unreadable) {
        put(broken, id, unreadable);
    }

    /** Ids of all invoices, hidden ones too. */
    public synchronized List<Long> ids() {
        return List.copyOf(entries.keySet());
    }

    /** Ids of all items of payments. */
    public synchronized List<Long> itemIds() {
        return List.copyOf(items.keySet());
    }

    /** What a user can see at this moment. */
    public synchronized Map<Long, Invoice> invoices() {
        return entries.values().stream().filter(entry -> !forbidden.contains(entry.id) && !ordinary.contains(entry.id))
                .collect(Collectors.toMap(entry -> entry.id, BookEntry::toInvoice));
    }

    /** The items of other entries that a user can see. */
    public synchronized Map<Long, MoveLine> items() {
        return items.values().stream()
                .filter(item -> !forbidden.contains(item.id()) && item.entry().state() != MoveState.CANCELLED)
                .collect(Collectors.toMap(MoveLine::id, item -> item));
    }

    /** The payments of an invoice. */
    public synchronized List<Payment> payments(long id) {
        return payments.getOrDefault(id, List.of());
    }

    /** All partners. */
    public synchronized Map<Long, Partner> partners() {
        return Map.copyOf(partners);
    }

    /** All products. */
    public synchronized Map<Long, Product> products() {
        return Map.copyOf(products);
    }
}
