package testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import testkit.Fault.Good;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What something between a server and this computer does to the records of one answer, whatever API it belongs to. */
public enum SpoiltRows implements Spoil {
    /** The first record is missing. */
    FIRST_MISSING {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return rows.subList(Math.min(1, rows.size()), rows.size());
        }
    },
    /** The last record is missing. */
    LAST_MISSING {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return rows.subList(0, Math.max(0, rows.size() - 1));
        }
    },
    /** The second half is missing. */
    HALF {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return rows.subList(0, rows.size() / 2);
        }
    },
    /** None comes; where the answer was an error, none comes either. */
    NONE {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return List.of();
        }
    },
    /** Each comes twice. */
    DOUBLED {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            var twice = new ArrayList<JsonNode>();
            rows.forEach(row -> twice.addAll(List.of(row, row)));
            return twice;
        }
    },
    /** In place of the last one comes another, which nobody asked for. */
    REPLACED {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            var other = new ArrayList<>(rows);
            if (!rows.isEmpty()) {
                other.set(rows.size() - 1, stranger(rows.getLast()));
            }
            return other;
        }
    },
    /** In the other order. */
    REVERSED {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return rows.reversed();
        }
    },
    /** A record of another company comes too. */
    STRANGER_MIXED_IN {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            var more = new ArrayList<>(rows);
            if (!rows.isEmpty()) {
                more.add(ofOtherCompany(stranger(rows.getLast())));
            }
            return more;
        }
    },
    /** All are of another company. */
    OTHER_COMPANY {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return rows.stream().map(SpoiltRows::ofOtherCompany).toList();
        }
    },
    /** The first two have each other's contents. */
    EXCHANGED {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            var other = new ArrayList<>(rows);
            if (rows.size() > 1) {
                other.set(0, withId(rows.get(1), rows.get(0).path("id").asLong(0)));
                other.set(1, withId(rows.get(0), rows.get(1).path("id").asLong(0)));
            }
            return other;
        }
    },
    /** Of the last record nothing comes but its id. */
    ID_ONLY {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return withLast(rows, row -> JSON.createObjectNode().set("id", row.path("id")));
        }
    },
    /** The last record has its decimals as texts. */
    TEXT_AMOUNTS {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return withLast(rows, row -> decimals(row, StringNode.valueOf("12.00")));
        }
    },
    /** The last record has amounts that nobody can owe. */
    HUGE_AMOUNTS {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return withLast(rows, row -> decimals(row, DecimalNode.valueOf(new BigDecimal("1E+50"))));
        }
    },
    /** The answer before comes again. */
    PREVIOUS {
        @Override
        List<JsonNode> of(List<JsonNode> rows) {
            return rows;
        }
    };

    private static final JsonMapper JSON = new JsonMapper();
    private static final long OTHER = 2;
    private static final long FAR = 9_000;

    abstract List<JsonNode> of(List<JsonNode> rows);

    @Override
    public Optional<Good> of(Good good, @Nullable Good before) {
        JsonNode body = JSON.readTree(good.body());
        JsonNode result = body.isObject() && body.has("jsonrpc") ? body.path("result") : body;
        boolean error = good.status() != 200 || body.has("error");
        if (this == PREVIOUS) {
            return before == null || before.equals(good) ? Optional.empty() : Optional.of(before);
        }
        if (!result.isArray() && !(error && this == NONE)) {
            return Optional.empty();
        }
        List<JsonNode> rows = result.isArray() ? result.valueStream().toList() : List.of();
        ArrayNode spoilt = JSON.createArrayNode();
        of(rows).forEach(spoilt::add);
        if (spoilt.equals(result)) {
            return Optional.empty();
        }
        JsonNode whole = spoilt;
        if (body.has("jsonrpc")) {
            ObjectNode envelope = JSON.createObjectNode();
            envelope.set("jsonrpc", body.path("jsonrpc"));
            envelope.set("id", body.path("id"));
            envelope.set("result", spoilt);
            whole = envelope;
        }
        return Optional.of(new Good(200, good.contentType(), JSON.writeValueAsString(whole)));
    }

    private static List<JsonNode> withLast(List<JsonNode> rows, UnaryOperator<JsonNode> change) {
        var other = new ArrayList<>(rows);
        if (!rows.isEmpty()) {
            other.set(rows.size() - 1, change.apply(rows.getLast()));
        }
        return other;
    }

    private static JsonNode decimals(JsonNode row, JsonNode value) {
        var other = (ObjectNode) row.deepCopy();
        row.propertyStream().filter(property -> property.getValue().isFloatingPointNumber())
                .forEach(property -> other.set(property.getKey(), value));
        return other;
    }

    private static JsonNode withId(JsonNode row, long id) {
        return ((ObjectNode) row.deepCopy()).put("id", id);
    }

    private static JsonNode stranger(JsonNode row) {
        return withId(row, row.path("id").asLong(0) + FAR);
    }

    private static JsonNode ofOtherCompany(JsonNode row) {
        JsonNode company = row.path("company_id");
        if (company.isMissingNode()) {
            return row;
        }
        var other = (ObjectNode) row.deepCopy();
        if (company.isArray()) {
            other.set("company_id", JSON.createArrayNode().add(OTHER).add("Other Company"));
        } else {
            other.put("company_id", OTHER);
        }
        return other;
    }
}
