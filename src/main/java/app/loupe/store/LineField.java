package app.loupe.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** One value of a packed line: how it is written, unless it equals the value that is left out, and how it is read. */
record LineField(String name, BiConsumer<JsonGenerator, LineEntity> writer,
        BiConsumer<JsonParser, LineEntity> reader) {
    /** All of them by name, in the order in which they are written. */
    static final Map<String, LineField> ALL = Stream.of(
            id("id", line -> line.id, (line, value) -> line.id = value),
            id("row_hash", line -> line.rowHash, (line, value) -> line.rowHash = value),
            text("write_date", line -> IsoText.of(line.writeDate),
                    (line, value) -> line.writeDate = IsoText.moment(value)),
            id("move_id", line -> line.moveId, (line, value) -> line.moveId = value),
            text("move_name", line -> line.moveName, (line, value) -> line.moveName = value),
            text("kind", line -> line.kind, (line, value) -> line.kind = value),
            text("parent_state", line -> line.parentState, (line, value) -> line.parentState = value),
            id("sequence", line -> line.sequence == 0 ? null : (long) line.sequence,
                    (line, value) -> line.sequence = Math.toIntExact(value)),
            text("label", line -> line.label, (line, value) -> line.label = value),
            id("product_id", line -> line.productId, (line, value) -> line.productId = value),
            id("unit_id", line -> line.unitId, (line, value) -> line.unitId = value),
            number("quantity", line -> line.quantity, (line, value) -> line.quantity = value),
            number("price_unit", line -> line.priceUnit, (line, value) -> line.priceUnit = value),
            number("discount", line -> line.discount, (line, value) -> line.discount = value),
            number("price_subtotal", line -> line.priceSubtotal, (line, value) -> line.priceSubtotal = value),
            number("price_total", line -> line.priceTotal, (line, value) -> line.priceTotal = value),
            text("tax_ids", line -> line.taxIds, (line, value) -> line.taxIds = value),
            id("tax_id", line -> line.taxId, (line, value) -> line.taxId = value),
            id("tax_group_id", line -> line.taxGroupId, (line, value) -> line.taxGroupId = value),
            number("tax_base_amount", line -> line.taxBaseAmount, (line, value) -> line.taxBaseAmount = value),
            id("account_id", line -> line.accountId, (line, value) -> line.accountId = value),
            id("partner_id", line -> line.partnerId, (line, value) -> line.partnerId = value),
            id("company_id", line -> line.companyId, (line, value) -> line.companyId = value),
            id("currency_id", line -> line.currencyId, (line, value) -> line.currencyId = value),
            number("debit", line -> line.debit, (line, value) -> line.debit = value),
            number("credit", line -> line.credit, (line, value) -> line.credit = value),
            number("balance", line -> line.balance, (line, value) -> line.balance = value),
            number("amount_currency", line -> line.amountCurrency, (line, value) -> line.amountCurrency = value),
            number("amount_residual", line -> line.amountResidual, (line, value) -> line.amountResidual = value),
            number("amount_residual_currency", line -> line.amountResidualCurrency,
                    (line, value) -> line.amountResidualCurrency = value),
            date("accounting_date", line -> line.accountingDate, (line, value) -> line.accountingDate = value),
            date("due_date", line -> line.dueDate, (line, value) -> line.dueDate = value),
            new LineField("reconciled", (json, line) -> {
                if (line.reconciled) {
                    json.writeBooleanProperty("reconciled", true);
                }
            }, (json, line) -> line.reconciled = json.getBooleanValue()),
            text("matching_number", line -> line.matchingNumber, (line, value) -> line.matchingNumber = value),
            text("partials", line -> line.partials, (line, value) -> line.partials = value),
            id("journal_id", line -> line.journalId, (line, value) -> line.journalId = value),
            text("move_reference", line -> line.moveReference, (line, value) -> line.moveReference = value))
            .collect(LinkedHashMap::new, (all, field) -> all.put(field.name, field), Map::putAll);

    /** The one with this name. */
    static LineField of(String name) {
        LineField field = ALL.get(name);
        if (field == null) {
            throw new IllegalStateException("lines with an unknown value");
        }
        return field;
    }

    void write(JsonGenerator json, LineEntity line) {
        writer.accept(json, line);
    }

    void read(JsonParser json, LineEntity line) {
        reader.accept(json, line);
    }

    private static LineField text(String name, Function<LineEntity, String> get,
            BiConsumer<LineEntity, String> set) {
        return new LineField(name, (json, line) -> {
            String text = get.apply(line);
            if (!text.isEmpty()) {
                json.writeStringProperty(name, text);
            }
        }, (json, line) -> set.accept(line, json.getString()));
    }

    private static LineField id(String name, Function<LineEntity, @Nullable Long> get,
            BiConsumer<LineEntity, Long> set) {
        return new LineField(name, (json, line) -> {
            Long id = get.apply(line);
            if (id != null) {
                json.writeNumberProperty(name, id);
            }
        }, (json, line) -> set.accept(line, json.getLongValue()));
    }

    private static LineField number(String name, Function<LineEntity, BigDecimal> get,
            BiConsumer<LineEntity, BigDecimal> set) {
        return new LineField(name, (json, line) -> {
            BigDecimal number = get.apply(line);
            if (number.signum() != 0) {
                json.writeNumberProperty(name, number);
            }
        }, (json, line) -> set.accept(line, json.getDecimalValue()));
    }

    private static LineField date(String name, Function<LineEntity, @Nullable LocalDate> get,
            BiConsumer<LineEntity, LocalDate> set) {
        return new LineField(name, (json, line) -> {
            LocalDate date = get.apply(line);
            if (date != null) {
                json.writeStringProperty(name, date.toString());
            }
        }, (json, line) -> set.accept(line, IsoText.day(json.getString())));
    }

    /** A line in which every field has the value that is left out. */
    static LineEntity blank(String connection, long invoice) {
        var line = new LineEntity();
        line.connectionId = connection;
        line.invoiceId = invoice;
        line.writeDate = Instant.EPOCH;
        line.moveName = "";
        line.kind = "";
        line.parentState = "";
        line.label = "";
        line.quantity = BigDecimal.ZERO;
        line.priceUnit = BigDecimal.ZERO;
        line.discount = BigDecimal.ZERO;
        line.priceSubtotal = BigDecimal.ZERO;
        line.priceTotal = BigDecimal.ZERO;
        line.taxIds = "";
        line.taxBaseAmount = BigDecimal.ZERO;
        line.debit = BigDecimal.ZERO;
        line.credit = BigDecimal.ZERO;
        line.balance = BigDecimal.ZERO;
        line.amountCurrency = BigDecimal.ZERO;
        line.amountResidual = BigDecimal.ZERO;
        line.amountResidualCurrency = BigDecimal.ZERO;
        line.matchingNumber = "";
        line.partials = "";
        line.moveReference = "";
        return line;
    }
}
