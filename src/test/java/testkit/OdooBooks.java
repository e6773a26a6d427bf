package testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of a {@link FakeOdoo}, by model and id, with values as Odoo puts them on the wire ({@code false} for
 * absent, {@code [id, name]} for references). Every change sets {@code write_date} to a clock that only tests move. Safe
 * for use by several threads.
 */
public final class OdooBooks {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC);
    private static final List<String> MODELS = List.of("account.move", "account.move.line", "res.partner",
            "product.product");

    private final FakeOdoo.Version version;
    private final Map<String, TreeMap<Long, Map<String, Object>>> models = new HashMap<>();
    private final Map<String, Set<Long>> forbidden = new HashMap<>();
    private final Set<String> forbiddenModels = new HashSet<>();
    private final Set<String> unknownFields = new HashSet<>();
    private final Set<String> guardedFields = new HashSet<>();
    private final Map<Long, Map<Long, String>> accounts = new HashMap<>();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private long lastLine;

    OdooBooks(FakeOdoo.Version version) {
        this.version = version;
        MODELS.forEach(model -> models.put(model, new TreeMap<>()));
    }

    /** Moves the server's clock; later changes get this write date. */
    public synchronized void clock(Instant instant) {
        now = instant;
    }

    /** The server's clock as its answers say it. */
    synchronized String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC));
    }

    /** Puts or replaces a record of any of the four models, stamped now; absent fields answer {@code false}. */
    public synchronized void put(String model, long id, Map<String, ?> values) {
        var record = new LinkedHashMap<String, Object>(values);
        record.put("id", id);
        record.put("write_date", SECONDS.format(now));
        model(model).put(id, record);
    }

    /** Changes one field and stamps the record. */
    public synchronized void set(String model, long id, String field, Object value) {
        Map<String, Object> record = require(model, id);
        record.put(field, value);
        record.put("write_date", SECONDS.format(now));
        if (model.equals("account.move") && field.equals("state")) {
            // a stored copy of the entry's own, without a stamp: as if no line had been written
            model("account.move.line").values().stream().filter(line -> refId(line.get("move_id")) == id)
                    .forEach(line -> line.put("parent_state", value));
        }
    }

    /** Changes one field as SQL does: no stamp tells it. */
    public synchronized void setBehindItsBack(String model, long id, String field, Object value) {
        require(model, id).put(field, value);
    }

    /** One field of a record; {@code false} when absent. */
    public synchronized Object get(String model, long id, String field) {
        return require(model, id).getOrDefault(field, false);
    }

    /** Ids of the lines of a move, ascending. */
    public synchronized List<Long> lines(long move) {
        return linesOf(move);
    }

    /** Stamps a record as if something that Loupe does not read had changed. */
    public synchronized void touch(String model, long id) {
        require(model, id).put("write_date", SECONDS.format(now));
    }

    /** Deletes a record; lines go with their invoice. */
    public synchronized void delete(String model, long id) {
        model(model).remove(id);
        if (model.equals("account.move")) {
            model("account.move.line").values().removeIf(line -> refId(line.get("move_id")) == id);
        }
    }

    /** Makes an existing record unreadable by record rule. */
    public synchronized void forbid(String model, long id) {
        forbidden.computeIfAbsent(model, any -> new HashSet<>()).add(id);
    }

    /** Makes it readable again. */
    public synchronized void allow(String model, long id) {
        forbidden.getOrDefault(model, new HashSet<>()).remove(id);
    }

    /** Takes the right to a whole model away. */
    public synchronized void forbidModel(String model) {
        forbiddenModels.add(model);
    }

    /** Makes a field unknown to this server, as another version would. */
    public synchronized void dropField(String model, String field) {
        unknownFields.add(model + "." + field);
    }

    /** Makes a field one that this user may not read. */
    public synchronized void guardField(String model, String field) {
        guardedFields.add(model + "." + field);
    }

    /** What an account that companies share is called in one of them, whatever the lines say. */
    public synchronized void nameAccount(long account, long company, String name) {
        accounts.computeIfAbsent(account, any -> new HashMap<>()).put(company, name);
    }

    /** A customer or vendor. */
    public synchronized void addPartner(long id, String name) {
        put("res.partner", id, Map.of("name", name, "is_company", true, "active", true, "commercial_partner_id",
                List.of(id, name), "city", "Ghent", "country_id", List.of(20, "Belgium")));
    }

    /** The partner that the company of these books is. */
    public synchronized void addOwnCompany(long id) {
        put("res.partner", id, Map.of("name", "My Company", "is_company", true, "active", true, "ref_company_ids",
                List.of(1L)));
    }

    /** A product. */
    public synchronized void addProduct(long id, String name) {
        put("product.product", id, Map.of("name", name, "active", true, "categ_id", List.of(1, "All"), "uom_id",
                List.of(1, "Units")));
        set("product.product", id, "product_tmpl_id.write_date", SECONDS.format(now));
    }

    /**
     * A posted, unpaid customer invoice in EUR with one product line, one tax line of 21 % and one receivable line.
     *
     * @param untaxed whole euros
     */
    public synchronized void addInvoice(long id, long partner, String partnerName, String invoiceDate, int untaxed) {
        double tax = untaxed * 0.21;
        double total = untaxed + tax;
        String number = "INV/" + invoiceDate.substring(0, 4) + "/" + String.format(Locale.ROOT, "%05d", id);
        var move = new LinkedHashMap<String, Object>();
        move.put("name", number);
        move.put("move_type", "out_invoice");
        move.put("state", "posted");
        move.put("payment_state", "not_paid");
        move.put("partner_id", List.of(partner, partnerName));
        move.put("commercial_partner_id", List.of(partner, partnerName));
        move.put("invoice_partner_display_name", partnerName);
        move.put("company_id", List.of(1, "My Company"));
        move.put("currency_id", List.of(1, "EUR"));
        move.put("company_currency_id", List.of(1, "EUR"));
        move.put("journal_id", List.of(1, "Customer Invoices"));
        move.put("invoice_date", invoiceDate);
        move.put("date", invoiceDate);
        move.put("invoice_date_due", invoiceDate);
        move.put("amount_untaxed", (double) untaxed);
        move.put("amount_tax", tax);
        move.put("amount_total", total);
        move.put("amount_residual", total);
        move.put("amount_untaxed_signed", (double) untaxed);
        move.put("amount_total_signed", total);
        move.put("amount_residual_signed", total);
        move.put("payment_reference", number);
        boolean checked = version.isAtLeast(18);
        move.put(checked ? "checked" : "to_check", checked);
        put("account.move", id, move);
        addLine(id, number, "product", "Consulting", untaxed, -untaxed);
        addLine(id, number, "tax", "21%", tax, -tax);
        addLine(id, number, "payment_term", number, total, total);
    }

    /** An item of another entry pays an invoice whole: a partial reconciliation with this id stands between them. */
    public synchronized void pay(long invoice, long item, long partial) {
        long owed = lines(invoice).getLast();
        set("account.move.line", owed, "matched_credit_ids", List.of(partial));
        set("account.move.line", item, "matched_debit_ids", List.of(partial));
        for (long line : List.of(owed, item)) {
            set("account.move.line", line, "amount_residual", 0.0);
            set("account.move.line", line, "amount_residual_currency", 0.0);
        }
        set("account.move", invoice, "amount_residual", 0.0);
        set("account.move", invoice, "amount_residual_signed", 0.0);
        set("account.move", invoice, "payment_state", "paid");
    }

    /** A line of a move; {@code kind} in the words of Odoo 16 and later. */
    public synchronized long addLine(long move, String moveName, String kind, String label, double price,
            double balance) {
        boolean section = kind.startsWith("line_");
        boolean open = kind.equals("payment_term");
        var line = new LinkedHashMap<String, Object>();
        line.put("move_id", List.of(move, moveName));
        line.put("parent_state", require("account.move", move).getOrDefault("state", "posted"));
        line.put("sequence", 10);
        line.put("name", label);
        boolean typed = version.isAtLeast(16);
        line.put("display_type", typed || section ? kind : false);
        if (!typed) {
            line.put("exclude_from_invoice_tab", !kind.equals("product") && !section);
            line.put("account_internal_type", open ? "receivable" : "other");
            line.put("is_rounding_line", false);
        }
        if (typed) {
            line.put("account_type", open ? "asset_receivable" : "income");
        }
        line.put("account_id.account_type", open ? "asset_receivable" : "income");
        line.put("account_id.internal_type", open ? "receivable" : "other");
        line.put("account_id.non_trade", false);
        if (kind.equals("tax")) {
            line.put("tax_line_id", List.of(7, "21%"));
            line.put("tax_group_id", List.of(2, "VAT 21%"));
        }
        line.put("quantity", 1.0);
        line.put("price_unit", price);
        line.put("price_subtotal", price);
        line.put("price_total", price);
        line.put("balance", balance);
        line.put("debit", Math.max(balance, 0));
        line.put("credit", Math.max(-balance, 0));
        line.put("amount_currency", balance);
        line.put("amount_residual", open ? balance : 0.0);
        line.put("amount_residual_currency", open ? balance : 0.0);
        line.put("currency_id", List.of(1, "EUR"));
        line.put("company_currency_id", List.of(1, "EUR"));
        line.put("company_id", List.of(1, "My Company"));
        line.put("date", require("account.move", move).getOrDefault("date", "2026-01-01"));
        line.put("tax_ids", List.of());
        long id = ++lastLine;
        put("account.move.line", id, line);
        return id;
    }

    /** A posted entry that is no invoice, with one open receivable item; returns the item's id. */
    public synchronized long addEntry(long id, String date, double balance) {
        put("account.move", id, Map.of("name", "MISC/" + id, "move_type", "entry", "state", "posted", "date", date));
        return addLine(id, "MISC/" + id, "payment_term", "opening", balance, balance);
    }

    /** Ids of a model, ascending. */
    public synchronized List<Long> ids(String model) {
        return new ArrayList<>(model(model).keySet());
    }

    synchronized boolean isForbiddenModel(String model) {
        return forbiddenModels.contains(model);
    }

    synchronized boolean isForbidden(String model, long id) {
        return forbidden.getOrDefault(model, Set.of()).contains(id);
    }

    synchronized boolean isUnknown(String model, String field) {
        return unknownFields.contains(model + "." + field);
    }

    synchronized boolean isGuarded(String model, String field) {
        return guardedFields.contains(model + "." + field);
    }

    /** A reference as this company calls what it leads to. */
    synchronized Object named(String field, Object reference, long company) {
        String own = field.equals("account_id")
                ? accounts.getOrDefault(refId(reference), Map.of()).get(company)
                : null;
        return own == null ? reference : List.of(refId(reference), own);
    }

    /** Copies, so that answers are made without holding up the tests. */
    synchronized List<Map<String, Object>> all(String model) {
        var copies = new ArrayList<Map<String, Object>>();
        boolean moves = model.equals("account.move");
        var lines = new HashMap<Long, List<Long>>();
        if (moves) {
            model("account.move.line").values().forEach(line -> lines
                    .computeIfAbsent(refId(line.get("move_id")), move -> new ArrayList<>()).add(id(line)));
        }
        for (Map<String, Object> record : model(model).values()) {
            var copy = new LinkedHashMap<>(record);
            if (moves) {
                copy.put("line_ids", lines.getOrDefault(id(record), List.of()));
            }
            copies.add(copy);
        }
        return copies;
    }

    private List<Long> linesOf(long move) {
        return model("account.move.line").values().stream().filter(line -> refId(line.get("move_id")) == move)
                .map(OdooBooks::id).toList();
    }

    /** The value at a path such as {@code move_id.move_type}; {@code false} when absent. */
    synchronized Object value(Map<String, Object> record, String path) {
        if (record.containsKey(path) || !path.startsWith("move_id.")) {
            return record.getOrDefault(path, false);
        }
        Map<String, Object> move = model("account.move").getOrDefault(refId(record.get("move_id")), Map.of());
        return move.getOrDefault(path.substring("move_id.".length()), false);
    }

    static long id(Map<String, Object> record) {
        return record.get("id") instanceof Long id ? id : 0;
    }

    static long refId(@Nullable Object reference) {
        return reference instanceof List<?> pair && pair.getFirst() instanceof Number id ? id.longValue() : 0;
    }

    private Map<Long, Map<String, Object>> model(String model) {
        Map<Long, Map<String, Object>> records = models.get(model);
        if (records == null) {
            throw new IllegalArgumentException("no such model in these books: " + model);
        }
        return records;
    }

    private Map<String, Object> require(String model, long id) {
        Map<String, Object> record = model(model).get(id);
        if (record == null) {
            throw new IllegalArgumentException("no " + model + " " + id);
        }
        return record;
    }
}
