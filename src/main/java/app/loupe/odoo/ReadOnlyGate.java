package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The second wall: reads the serialised request once more, right before the socket, and refuses everything that is not
 * on this constant list. It trusts nothing of how the request was made. Beside signing in and reading it lets the version
 * through, and the list of databases ({@code /web/database/list}) without any argument.
 */
final class ReadOnlyGate {
    private static final Set<String> MODELS = Set.of("account.move", "account.move.line", "res.partner",
            "product.product");
    private static final Set<String> METHODS = Set.of("search_read", "read");
    private static final Set<String> RPC_KEYS = Set.of("jsonrpc", "id", "method", "params");
    private static final Set<String> PARAMS_KEYS = Set.of("service", "method", "args");
    private static final Set<String> SEARCH_KEYS = Set.of("domain", "fields", "limit", "order", "load", "context");
    private static final Set<String> READ_KEYS = Set.of("ids", "fields", "load", "context");
    private static final Set<String> CONTEXT_KEYS = Set.of("active_test", "allowed_company_ids", "lang");
    /** The language that Odoo is written in, and that no database can lack. */
    private static final String ENGLISH = "en_US";
    private static final Pattern JSON_2 = Pattern.compile("/json/2/([a-z.]+)/([a-z_]+)");
    private static final Pattern DATABASE = Pattern.compile("[\\x21-\\x7e]{0,128}");

    private ReadOnlyGate() {}

    /**
     * Lets a message pass.
     *
     * @throws ProblemException {@link ProblemCode#REQUEST_FORBIDDEN}; nothing was sent then
     */
    static void check(WireMessage message) throws ProblemException {
        if (!isAllowed(message) || !DATABASE.matcher(message.database()).matches()) {
            throw ProblemException.of(ProblemCode.REQUEST_FORBIDDEN);
        }
    }

    /** Whether a database of this name could be asked: printable ASCII, at most 128 characters. */
    static boolean mayAsk(String database) {
        return !database.isEmpty() && DATABASE.matcher(database).matches();
    }

    private static boolean isAllowed(WireMessage message) throws ProblemException {
        boolean secret = message.place() != WireMessage.SecretPlace.NOWHERE;
        if (message.verb().equals("GET")) {
            return message.path().equals("/web/version") && message.bodyWithoutSecret().isEmpty() && !secret;
        }
        if (!message.verb().equals("POST")) {
            return false;
        }
        JsonNode body = StrictJson.parse(message.bodyWithoutSecret());
        return switch (message.path()) {
            case "/web/database/list" -> only(body, RPC_KEYS) && body.path("params").isEmpty() && !secret;
            case "/jsonrpc" -> only(body, RPC_KEYS) && body.path("method").asString("").equals("call")
                    && only(body.path("params"), PARAMS_KEYS) && isAllowedCall(body.path("params"), message);
            default -> isAllowedJson2(message, body);
        };
    }

    private static boolean isAllowedCall(JsonNode params, WireMessage message) {
        JsonNode args = params.path("args");
        boolean inBody = message.place() == WireMessage.SecretPlace.BODY;
        return switch (params.path("service").asString("") + "." + params.path("method").asString("")) {
            case "common.version" -> args.isArray() && args.isEmpty() && !inBody;
            case "common.authenticate" -> args.size() == 4 && args.get(3).isObject() && args.get(3).isEmpty() && inBody;
            case "object.execute_kw" -> inBody && args.size() == 7 && args.get(1).isIntegralNumber()
                    && isAllowedRead(args.get(3).asString(""), args.get(4).asString(""), args.get(6))
                    && args.get(5).isArray() && args.get(5).size() == 1 && args.get(5).get(0).isArray();
            default -> false;
        };
    }

    private static boolean isAllowedJson2(WireMessage message, JsonNode body) {
        var path = JSON_2.matcher(message.path());
        return path.matches() && message.place() == WireMessage.SecretPlace.HEADER
                && isAllowedRead(path.group(1), path.group(2), body);
    }

    private static boolean isAllowedRead(String model, String method, JsonNode named) {
        return MODELS.contains(model) && METHODS.contains(method)
                && only(named, method.equals("read") ? READ_KEYS : SEARCH_KEYS) && named.path("fields").isArray()
                && !named.path("fields").isEmpty() && (!named.has("load") || named.path("load").isNull())
                && isAllowedContext(named.path("context"));
    }

    /** At most one company, by its id; no language but English. */
    private static boolean isAllowedContext(JsonNode context) {
        JsonNode companies = context.path("allowed_company_ids");
        boolean one = companies.isArray() && companies.size() == 1 && companies.get(0).isIntegralNumber();
        return only(context, CONTEXT_KEYS) && (companies.isMissingNode() || one)
                && (!context.has("lang") || context.path("lang").asString("").equals(ENGLISH));
    }

    private static boolean only(JsonNode node, Set<String> keys) {
        return node.isObject() && keys.containsAll(node.propertyNames());
    }
}
