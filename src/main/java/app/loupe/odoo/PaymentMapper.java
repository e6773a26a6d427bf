package app.loupe.odoo;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Maps Odoo's payment box: a JSON text before 16, an object from then on. */
final class PaymentMapper {
    private static final String FIELD = "invoice_payments_widget";
    private static final Set<String> OPTIONAL = Set.of("date", "amount", "journal_name", "payment_method_name", "ref",
            "move_id", "is_exchange");

    private PaymentMapper() {}

    static List<Payment> map(Row row) throws UnreadableFieldException {
        int decimals = CurrencyDecimals.of(row.ref("currency_id"));
        JsonNode box = box(row);
        JsonNode content = box == null ? null : box.get("content");
        if (content == null) {
            return List.of();
        }
        if (!content.isArray()) {
            throw new UnreadableFieldException(FIELD);
        }
        var payments = new ArrayList<Payment>(content.size());
        for (JsonNode part : content) {
            payments.add(payment(new Row(part, OPTIONAL), decimals));
        }
        payments.sort(Comparator.comparing(PaymentMapper::day).thenComparingLong(Payment::moveId));
        return List.copyOf(payments);
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

    private static Payment payment(Row part, int decimals) throws UnreadableFieldException {
        String journal = part.text("journal_name");
        return new Payment(part.date("date"), part.number("amount", decimals),
                journal.isEmpty() ? part.text("payment_method_name") : journal, part.text("ref"),
                part.integer("move_id"), part.flag("is_exchange"));
    }
}
