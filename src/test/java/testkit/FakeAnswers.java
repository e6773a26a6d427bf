package testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import testkit.Fault.Good;

/**
 * What an Odoo answers to a request, with the statuses and wordings that real ones of 14 and 19 were seen to use; those between
 * speak as 14 does, with the fields of their own version.
 */
final class FakeAnswers {
    static final long UID = 7;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TO_15 = Set.of("exclude_from_invoice_tab", "account_internal_type",
            "is_rounding_line", "account_id.internal_type");
    private static final Set<String> FROM_16 = Set.of("account_type", "account_id.account_type",
            "account_id.non_trade");

    private static final String RECORD_RULE = "Due to security restrictions";
    private static final long OWN_COMPANY = 1;

    private final FakeOdoo odoo;

    FakeAnswers(FakeOdoo odoo) {
        this.odoo = odoo;
    }

    /** An error as Odoo raises it. */
    private static final class Raised extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String name;

        Raised(int status, String name, String message) {
            super(message);
            this.status = status;
            this.name = name;
        }
    }

    Good answer(FakeOdoo.Seen seen) {
        boolean modern = odoo.isModern();
        if (seen.path().equals("/web/version") && modern) {
            return json(200, Map.of("version", odoo.version(), "version_info", List.of(19, 0, 0, "final", 0, "")));
        }
        if (seen.path().equals("/web/database/list")) {
            return json(200, Map.of("jsonrpc", "2.0", "id", seen.json().path("id").asInt(0), "result",
                    List.of(FakeOdoo.DATABASE)));
        }
        if (seen.path().equals("/jsonrpc") && odoo.hasJsonRpc()) {
            return rpc(seen);
        }
        if (seen.path().startsWith("/json/2/") && modern) {
            return json2(seen);
        }
        return new Good(404, "text/html; charset=utf-8",
                "<!DOCTYPE html><title>404 Not Found</title>");
    }

    private Good rpc(FakeOdoo.Seen seen) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", seen.json().path("id").asInt(0));
        try {
            answer.put("result", rpcResult(seen));
        } catch (Raised raised) {
            answer.put("error", Map.of("code", odoo.isModern() ? 0 : 200, "message", "Odoo Server Error", "data",
                    error(raised, seen.json().path("params").path("args").path(6).path("context"))));
        }
        return json(200, answer);
    }

    private Object rpcResult(FakeOdoo.Seen seen) throws Raised {
        JsonNode args = seen.json().path("params").path("args");
        return switch (seen.service() + "." + seen.method()) {
            case "common.version" -> Map.of("server_version", odoo.version(), "protocol_version", 1);
            case "common.authenticate" -> {
                demandDatabase(args.path(0).asString(""));
                boolean good = args.path(1).asString("").equals(FakeOdoo.USER) && isSecret(args.path(2).asString(""));
                yield good ? (Object) UID : false;
            }
            default -> {
                demandDatabase(args.path(0).asString(""));
                if (!isSecret(args.path(2).asString("")) || args.path(1).asLong(0) != UID) {
                    throw new Raised(403, "odoo.exceptions.AccessDenied", "Access Denied");
                }
                JsonNode named = args.path(6);
                yield seen.method().equals("read")
                        ? read(seen.model(), args.path(5).path(0), named)
                        : search(seen.model(), args.path(5).path(0), named);
            }
        };
    }

    private static boolean isSecret(String said) {
        return said.equals(FakeOdoo.PASSWORD) || said.equals(FakeOdoo.API_KEY);
    }

    private static void demandDatabase(String database) throws Raised {
        if (!database.equals(FakeOdoo.DATABASE)) {
            throw new Raised(500, "psycopg2.OperationalError",
                    "FATAL:  database \"" + database + "\" does not exist\n");
        }
    }

    private Good json2(FakeOdoo.Seen seen) {
        String database = seen.header("x-odoo-database");
        if (!database.isEmpty() && !database.equals(FakeOdoo.DATABASE)) {
            return new Good(404, "text/html; charset=utf-8",
                    "<p>No database is selected and the requested URL was not found</p>");
        }
        try {
            if (!seen.header("authorization").equals("Bearer " + FakeOdoo.API_KEY)) {
                throw new Raised(401, "werkzeug.exceptions.Unauthorized", "Invalid apikey");
            }
            JsonNode body = seen.json();
            return json(200, seen.method().equals("read")
                    ? read(seen.model(), body.path("ids"), body)
                    : search(seen.model(), body.path("domain"), body));
        } catch (Raised raised) {
            return json(raised.status, error(raised, seen.json().path("context")));
        }
    }

    private Map<String, Object> error(Raised raised, JsonNode context) {
        String message = odoo.isFrench() ? french(raised, context) : String.valueOf(raised.getMessage());
        return Map.of("name", raised.name, "message", message, "arguments", List.of(message), "context", Map.of(),
                "debug", "Traceback (most recent call last): ...");
    }

    /**
     * The texts of the French file of translations. Those of record rules are in the user's language whatever is asked for; those
     * of Python are not translated.
     */
    private static String french(Raised raised, JsonNode context) {
        String english = String.valueOf(raised.getMessage());
        if (english.startsWith(RECORD_RULE)) {
            return "Oups ! On dirait que vous êtes tombé sur des enregistrements top secrets.";
        }
        return context.path("lang").asString("").equals("en_US")
                ? english
                : english.replace("You do not have enough rights to access the fields",
                        "Vous n'avez pas assez de droits pour accéder aux champs")
                        .replace("You are not allowed to access",
                                "Vous n'êtes pas autorisé à accéder aux enregistrements")
                        .replace("This operation is allowed", "Cette opération est autorisée");
    }

    private List<Map<String, Object>> search(String model, JsonNode domain, JsonNode named) throws Raised {
        demandModel(model);
        if (named.has("load") && odoo.knowsNoLoad(model)) {
            throw new Raised(500, "builtins.TypeError", "search_read() got an unexpected keyword argument 'load'");
        }
        var conditions = new FakeDomain(odoo.books(), domain);
        for (String field : conditions.fields()) {
            demandField(model, field,
                    "Invalid field " + model + "." + field + (odoo.isModern() ? " in condition (" : " in leaf ("));
        }
        var found = new ArrayList<Map<String, Object>>();
        int limit = named.path("limit").asInt(Integer.MAX_VALUE);
        for (Map<String, Object> record : odoo.books().all(model)) {
            boolean visible = !odoo.books().isForbidden(model, OdooBooks.id(record));
            if (found.size() < limit && visible && conditions.matches(record)) {
                found.add(record);
            }
        }
        return project(model, found, named);
    }

    private List<Map<String, Object>> read(String model, JsonNode ids, JsonNode named) throws Raised {
        demandModel(model);
        var found = new ArrayList<Map<String, Object>>();
        Set<Long> wanted = ids.valueStream().map(JsonNode::asLong).collect(Collectors.toSet());
        for (Map<String, Object> record : odoo.books().all(model)) {
            long id = OdooBooks.id(record);
            if (!wanted.contains(id)) {
                continue;
            }
            if (odoo.books().isForbidden(model, id)) {
                throw new Raised(403, "odoo.exceptions.AccessError",
                        RECORD_RULE + ", you are not allowed to access these records.");
            }
            found.add(record);
        }
        return project(model, found, named);
    }

    private List<Map<String, Object>> project(String model, List<Map<String, Object>> records, JsonNode named)
            throws Raised {
        for (JsonNode field : named.path("fields")) {
            demandField(model, field.asString(),
                    "Invalid field '" + field.asString() + "' on " + (odoo.isModern() ? "'" : "model '") + model + "'");
            if (odoo.books().isGuarded(model, field.asString())) {
                throw new Raised(403, "odoo.exceptions.AccessError",
                        "You do not have enough rights to access the fields \"" + field.asString() + "\" on Thing ("
                                + model
                                + "). Please contact your system administrator.");
            }
        }
        long company = named.path("context").path("allowed_company_ids").path(0).asLong(OWN_COMPANY);
        var rows = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> record : records) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", record.get("id"));
            boolean ids = named.has("load");
            for (JsonNode field : named.path("fields")) {
                Object value = odoo.books().named(field.asString(),
                        odoo.books().value(record, field.asString()), company);
                row.put(field.asString(), ids && isReference(value) ? (Object) OdooBooks.refId(value) : value);
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isReference(Object value) {
        return value instanceof List<?> pair && pair.size() == 2 && pair.get(1) instanceof String;
    }

    private void demandModel(String model) throws Raised {
        if (odoo.books().isForbiddenModel(model)) {
            throw new Raised(403, "odoo.exceptions.AccessError", "You are not allowed to access 'Thing' (" + model
                    + ") records.\n\nThis operation is allowed for the following groups:\n\t- Accounting/Invoicing");
        }
    }

    private void demandField(String model, String field, String message) throws Raised {
        boolean otherVersion = (odoo.kind().isAtLeast(16) ? TO_15 : FROM_16).contains(field)
                || field.equals(odoo.kind().isAtLeast(18) ? "to_check" : "checked");
        if (otherVersion || odoo.books().isUnknown(model, field)) {
            throw new Raised(500, "builtins.ValueError", message);
        }
    }

    private static Good json(int status, @Nullable Object body) {
        return new Good(status, "application/json; charset=utf-8", JSON.writeValueAsString(body));
    }
}
