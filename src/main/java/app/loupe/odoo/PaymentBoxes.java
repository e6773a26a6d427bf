package app.loupe.odoo;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Maps Odoo's payment box: a JSON text before 16, an object from then on. */
final class PaymentBoxes {
    private static final String FIELD = "invoice_payments_widget";
    private static final Set<String> OPTIONAL = Set.of("date", "amount", "journal_name", "payment_method_name", "ref",
            "move_id", "is_exchange", "digits");
    /** No currency has more decimals; further ones are the noise of binary fractions. */
    private static final int MOST_DECIMALS = 6;

    private static final KnownNames NO_NAMES = new KnownNames();

    private PaymentBoxes() {}

    /**
     * The payments; empty when the server did not give the box, as for a user without the right to it, which is not the
     * same as an empty box.
     */
    static Optional<List<Payment>> map(Row row) throws UnreadableFieldException {
        if (!row.has(FIELD)) {
            return Optional.empty();
        }
        int usual = CurrencyDecimals.of(row.ref("currency_id"));
        int companys = row.has("company_currency_id") ? CurrencyDecimals.of(row.ref("company_currency_id")) : usual;
        JsonNode box = box(row);
        JsonNode content = box == null ? null : box.get("content");
        if (content == null) {
            return Optional.of(List.of());
        }
        if (!content.isArray()) {
            throw new UnreadableFieldException(FIELD);
        }
        var payments = new ArrayList<Payment>(content.size());
        for (JsonNode part : content) {
            var one = new Row(part, OPTIONAL, NO_NAMES);
            // a difference of exchange rates is in the company's currency, whatever the invoice's is
            payments.add(payment(one, one.flag("is_exchange") ? companys : usual));
        }
        payments.sort(Comparator.comparing(PaymentBoxes::day).thenComparingLong(Payment::moveId));
        return Optional.of(List.copyOf(payments));
    }

    /**
     * The amount in the decimals of its own currency: before 16 the box carries binary noise ({@code 300.03000000000003})
     * and says the decimals; later boxes do not, and only the noise is removed.
     */
    private static BigDecimal amount(Row part, int usual) throws UnreadableFieldException {
        BigDecimal exact = part.number("amount", 0);
        OptionalInt places = places(part);
        if (places.isPresent()) {
            return exact.setScale(places.getAsInt(), RoundingMode.HALF_UP);
        }
        return exact.scale() > MOST_DECIMALS
                ? exact.setScale(usual, RoundingMode.HALF_UP)
                : CurrencyDecimals.atLeast(exact, usual);
    }

    /** The second number of {@code digits}, where the box has it: {@code [69, 2]}. */
    private static OptionalInt places(Row part) throws UnreadableFieldException {
        JsonNode digits = part.raw("digits");
        if (digits == null || !digits.isArray() || digits.size() != 2 || !digits.get(1).isIntegralNumber()) {
            return OptionalInt.empty();
        }
        int places = digits.get(1).intValue();
        return places < 0 || places > MOST_DECIMALS ? OptionalInt.empty() : OptionalInt.of(places);
    }

    private static LocalDate day(Payment payment) {
        LocalDate date = payment.date();
        return date == null ? LocalDate.MIN : date;
    }

    private static @Nullable JsonNode box(Row row) throws UnreadableFieldException {
        JsonNode value = row.raw(FIELD);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            return value;
        }
        try {
            return StrictJson.parse(value.stringValue());
        } catch (ProblemException malformed) {
            throw new UnreadableFieldException(FIELD);
        }
    }

    private static Payment payment(Row part, int usual) throws UnreadableFieldException {
        String journal = part.text("journal_name");
        return new Payment(part.date("date"), amount(part, usual),
                journal.isEmpty() ? part.text("payment_method_name") : journal, part.text("ref"),
                part.integer("move_id"), part.flag("is_exchange"));
    }
}
