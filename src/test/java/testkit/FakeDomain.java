package testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Evaluates Odoo's prefix notation, as far as Loupe uses it; anything else is a failure of the test. */
final class FakeDomain {
    private final OdooBooks books;
    private final JsonNode domain;

    FakeDomain(OdooBooks books, JsonNode domain) {
        this.books = books;
        this.domain = domain;
    }

    /** Every field that a condition names. */
    List<String> fields() {
        var fields = new ArrayList<String>();
        for (JsonNode term : domain) {
            if (term.isArray()) {
                fields.add(term.get(0).asString());
            }
        }
        return fields;
    }

    boolean matches(Map<String, Object> record) {
        var stack = new ArrayDeque<Boolean>();
        for (int i = domain.size() - 1; i >= 0; i--) {
            JsonNode term = domain.get(i);
            if (term.isString()) {
                if (!term.asString().equals("|")) {
                    throw new IllegalArgumentException("not in these conditions: " + term);
                }
                boolean first = stack.pop();
                boolean second = stack.pop();
                stack.push(first || second);
            } else {
                stack.push(meets(record, term));
            }
        }
        return stack.stream().allMatch(Boolean::booleanValue);
    }

    private boolean meets(Map<String, Object> record, JsonNode term) {
        Object value = books.value(record, term.get(0).asString());
        JsonNode operand = term.get(2);
        return switch (term.get(1).asString()) {
            case "=" -> same(value, operand);
            case "!=" -> !same(value, operand);
            case "in" -> operand.valueStream().anyMatch(one -> same(value, one));
            case ">" -> ((Number) value).longValue() > operand.asLong();
            case ">=" -> value instanceof String text && text.compareTo(operand.asString()) >= 0;
            default -> throw new IllegalArgumentException("not in these conditions: " + term);
        };
    }

    private static boolean same(Object value, JsonNode operand) {
        if (operand.isBoolean()) {
            return value.equals(operand.booleanValue());
        }
        if (operand.isNumber()) {
            long id = value instanceof Number number ? number.longValue() : OdooBooks.refId(value);
            return id == operand.longValue();
        }
        return value.equals(operand.asString());
    }
}
