package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.NameSample;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.odoo.HttpsOdooGateway;
import app.loupe.sync.SyncEngine;
import app.loupe.sync.SyncPorts;
import app.loupe.sync.Turns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import testkit.FakeOdoo;
import testkit.Fault.Good;
import testkit.Fuse;
import testkit.InMemoryCopy;
import testkit.InMemoryJournal;
import testkit.InMemoryProfiles;
import testkit.OdooBooks;
import testkit.Spoil;
import testkit.TestCertificates;
import testkit.TestCertificates.Identity;

/** Small books with something of every kind on a server, the way to it, and a copy of them; one answer can be spoilt. */
final class FaultyBooks implements AutoCloseable {
    private static final ConnectionId ID = new ConnectionId("abcd2345");
    private static final Identity IDENTITY = TestCertificates.certificate().selfSigned();
    private static final OdooGateway GATEWAY = new HttpsOdooGateway();
    private static final Executor FETCHER = task -> Thread.ofVirtual().start(task);
    private static final String MOVE = "account.move";
    private static final String LINE = "account.move.line";
    private static final String PARTNER = "res.partner";
    private static final String PRODUCT = "product.product";
    /** So many that two of them may go without a doubt. */
    private static final int OTHERS = 56;
    /** Before it is what a copy did not keep of which more is to be kept now: all invoices but the first few. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 2);
    /** When one invoice was written, long after all else. */
    private static final Instant TOUCHED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-02T12:00:00Z");

    private final FakeOdoo odoo;
    private final FakeOdoo.Version version;
    private final InMemoryCopy copy;
    private final InMemoryProfiles profiles = new InMemoryProfiles(new Fuse());
    private final SyncEngine engine;

    /** Books as they are before the first run, and an empty copy. */
    FaultyBooks(FakeOdoo.Version version) throws ProblemException {
        this.version = version;
        odoo = FakeOdoo.start(version, IDENTITY);
        fill(odoo.books(), version == FakeOdoo.Version.V19);
        odoo.books().clock(TOUCHED);
        odoo.books().set(MOVE, 101, "ref", "PO 1");
        odoo.books().clock(LATER);
        copy = new InMemoryCopy(new Fuse());
        profiles.put(new ConnectionProfile(ID, ConnectionProfile.Kind.ODOO, "Faulty", null, null, "", null));
        var ports = new SyncPorts(
                (id, log, cancel) -> GATEWAY.open(odoo.endpoint(), odoo.pin(), FakeOdoo.apiKey(), log, cancel), copy,
                profiles, new InMemoryJournal(new Fuse()), (connection, cancel) -> List.of());
        engine = new SyncEngine(ports, () -> LAST, (length, cancel) -> cancel.check(), new Turns(), FETCHER);
    }

    private static void fill(OdooBooks books, boolean modern) {
        books.addPartner(10, "Azure Interior");
        books.addPartner(11, "Deco Addict");
        books.addProduct(20, "Desk");
        books.addProduct(21, "Chair");
        for (int id = 1; id <= 6; id++) {
            invoice(books, id, id % 2 == 0 ? 11 : 10, id % 2 == 0 ? 21 : 20);
        }
        for (long id = 100; id < 100 + OTHERS; id++) {
            books.addInvoice(id, 10, "Azure Interior", "2024-02-15", 100);
        }
        books.set(MOVE, 5, "state", "draft");
        books.set(MOVE, 6, "state", "draft");
        long item = books.addEntry(50, "2026-02-20", -121);
        books.addEntry(51, "2026-01-01", 50);
        books.addEntry(52, "2026-01-02", 60);
        books.pay(1, item, 900);
        books.set(MOVE, 2, "payment_state", "partial");
        books.set(MOVE, 2, "amount_residual", 42.0);
        books.set(MOVE, 2, "amount_residual_signed", 42.0);
        books.set(LINE, books.lines(2).getLast(), "amount_residual", 42.0);
        books.set(LINE, books.lines(2).getLast(), "amount_residual_currency", 42.0);
        box(books, 2, modern, "BNK/2");
        for (String model : List.of(MOVE, LINE)) {
            for (long id : books.ids(model)) {
                books.set(model, id, "journal_id", List.of(1L, "Customer Invoices"));
                books.set(model, id, "account_id", List.of(400L, "400000 Sales"));
            }
        }
        for (long id : List.of(50L, 51L, 52L)) {
            books.set(LINE, books.lines(id).getFirst(), "partner_id", List.of(10L, "Azure Interior"));
            books.set(LINE, books.lines(id).getFirst(), "move_name", "MISC/" + id);
        }
    }

    private static void invoice(OdooBooks books, long id, long partner, long product) {
        String name = String.valueOf(books.get(PARTNER, partner, "name"));
        books.addInvoice(id, partner, name, "2026-02-15", (int) (100 * id));
        long line = books.lines(id).getFirst();
        books.set(LINE, line, "product_id", List.of(product, String.valueOf(books.get(PRODUCT, product, "name"))));
    }

    private static void box(OdooBooks books, long invoice, boolean modern, String ref) {
        var content = Map.of("content", List.of(Map.of("date", "2026-02-21", "amount", 200.0, "journal_name", "Bank",
                "ref", ref, "move_id", 77, "is_exchange", false)));
        books.set(MOVE, invoice, "invoice_payments_widget", modern
                ? content
                : "{\"content\":[{\"date\":\"2026-02-21\",\"amount\":200.0,\"journal_name\":\"Bank\",\"ref\":\"" + ref
                        + "\",\"move_id\":77}]}");
    }

    /** Something of everything that can happen in books. */
    void change() {
        OdooBooks books = odoo.books();
        books.clock(CHANGED);
        books.set(MOVE, 3, "ref", "PO 7");
        box(books, 2, version == FakeOdoo.Version.V19, "BNK/2b");
        long item = books.addEntry(53, "2026-02-25", -363);
        books.set(LINE, item, "journal_id", List.of(1L, "Customer Invoices"));
        books.set(LINE, item, "account_id", List.of(400L, "400000 Sales"));
        books.set(LINE, item, "partner_id", List.of(10L, "Azure Interior"));
        books.set(LINE, item, "move_name", "MISC/53");
        books.pay(3, item, 901);
        books.delete(MOVE, 4);
        books.forbid(MOVE, 6);
        books.lines(6).forEach(line -> books.forbid(LINE, line));
        books.delete(LINE, books.lines(5).getFirst());
        books.delete(LINE, books.lines(51).getFirst());
        books.set(LINE, books.lines(52).getFirst(), "amount_residual", 33.0);
        books.set(PARTNER, 11, "city", "Bruges");
        books.set(PRODUCT, 20, "default_code", "D-20");
        books.addPartner(12, "Ready Mat");
        books.addPartner(13, "Wood Corner");
        books.addProduct(22, "Lamp");
        invoice(books, 7, 12, 22);
        invoice(books, 8, 13, 22);
        for (String model : List.of(MOVE, LINE)) {
            for (long id : books.ids(model)) {
                books.setBehindItsBack(model, id, "journal_id", List.of(1L, "Sales"));
                books.setBehindItsBack(model, id, "account_id", List.of(400L, "400000 Turnover"));
            }
        }
        books.clock(LAST);
    }

    /** What the copy holds before a run. */
    enum Held {
        NOTHING,
        /** A first run broke off among the invoices. */
        BEGUN,
        /** More is to be kept than until now. */
        RECENT,
        ALL;

        private boolean has(@Nullable LocalDate date) {
            return this == ALL || (this == RECENT && (date == null || !date.isBefore(FIRST_DAY)));
        }

        private boolean has(Invoice invoice) {
            return has(invoice.dates().invoice()) || (this == BEGUN && invoice.id() % 2 == 0);
        }
    }

    /** Puts another copy's contents, or a part of them, into this empty one, as if this had been synced with it. */
    void take(FaultyBooks from, Held held) throws ProblemException {
        if (held == Held.NOTHING) {
            return;
        }
        List<Invoice> invoices = from.copy.present().values().stream().filter(held::has).toList();
        copy.saveInvoices(ID, invoices);
        Instant reached = from.copy.watermark(ID).orElseThrow();
        if (held == Held.BEGUN) {
            copy.publish(ID, reached, null);
            return;
        }
        copy.saveJournalItems(ID, from.copy.items().values().stream().filter(item -> held.has(item.date())).toList());
        copy.savePartners(ID, List.copyOf(from.copy.partners().values()));
        copy.saveProducts(ID, List.copyOf(from.copy.products().values()));
        var payments = new HashMap<Long, List<Payment>>();
        for (Invoice invoice : invoices) {
            if (!from.copy.payments(invoice.id()).isEmpty()) {
                payments.put(invoice.id(), from.copy.payments(invoice.id()));
            }
        }
        copy.savePayments(ID, payments);
        copy.publish(ID, reached, from.copy.listedAt(ID).orElse(null));
        if (held == Held.RECENT) {
            copy.widen(ID);
        }
    }

    SyncReport run(SyncMode mode) {
        return engine.run(ID, mode, new CancelToken(), at -> {});
    }

    /** Runs and returns what was answered. */
    List<Good> recorded(SyncMode mode) {
        var answers = new ArrayList<Good>();
        odoo.onTheWay(good -> {
            answers.add(good);
            return good;
        });
        run(mode);
        heal();
        return List.copyOf(answers);
    }

    /** The answer with this number comes spoilt; all others as they are. */
    void spoil(int request, Spoil how) {
        var answers = new ArrayList<Good>();
        odoo.onTheWay(good -> {
            answers.add(good);
            return answers.size() == request + 1
                    ? how.of(good, request == 0 ? null : answers.get(request - 1)).orElse(good)
                    : good;
        });
    }

    /** From now on every answer comes as it is. */
    void heal() {
        odoo.onTheWay(good -> good);
    }

    /** The invoices on the screen. */
    Set<Long> present() {
        return copy.present().keySet();
    }

    /** Everything that the copy shows, as text. */
    Map<String, String> shown() throws ProblemException {
        var shown = new TreeMap<String, String>();
        copy.present().forEach((id, invoice) -> shown.put("invoice " + id, nameless(invoice)));
        copy.absent().forEach((id, why) -> shown.put("absent " + id, why.name()));
        copy.items().forEach((id, item) -> shown.put("item " + id, nameless(item)));
        copy.partners().forEach((id, partner) -> shown.put("partner " + id, nameless(partner)));
        copy.products().forEach((id, product) -> shown.put("product " + id, nameless(product)));
        copy.present().keySet().forEach(id -> shown.put("payments " + id, copy.payments(id).toString()));
        shown.put("names", copy.names(ID).stream().map(NameSample::named).map(String::valueOf).sorted()
                .collect(Collectors.joining("\n")));
        return shown;
    }

    /** Names stand in the dictionary. */
    private static String nameless(Record record) {
        return record.toString().replaceAll("Ref\\[id=(\\d+), name=[^\\]]*\\]", "#$1");
    }

    @Override
    public void close() {
        odoo.close();
    }

    /** What is shown otherwise than it should be, for messages. */
    String differences(Map<String, String> right) throws ProblemException {
        Map<String, String> shown = shown();
        var keys = new TreeSet<>(right.keySet());
        keys.addAll(shown.keySet());
        return keys.stream().filter(key -> !Objects.equals(right.get(key), shown.get(key)))
                .map(key -> key + ": " + right.get(key) + " -> " + shown.get(key)).collect(Collectors.joining("\n"));
    }
}
