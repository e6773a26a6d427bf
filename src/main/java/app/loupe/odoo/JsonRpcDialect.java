package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.RecordKind;
import app.loupe.odoo.OdooRequest.Authenticate;
import app.loupe.odoo.OdooRequest.DatabaseList;
import app.loupe.odoo.OdooRequest.Read;
import app.loupe.odoo.OdooRequest.SearchRead;
import app.loupe.odoo.OdooRequest.Version;
import app.loupe.odoo.OdooRequest.WebVersion;
import app.loupe.odoo.WireMessage.SecretPlace;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Speaks {@code /jsonrpc}: Odoo 14 to 21. The password is in the body of every call, so that it can be wiped. */
final class JsonRpcDialect implements Dialect {
    private static final String PATH = "/jsonrpc";
    private static final int CALL_ID = 1;
    private static final String HEAD = "{\"jsonrpc\":\"2.0\",\"id\":" + CALL_ID + ",\"method\":\"call\",\"params\":";

    private final String database;
    private final long uid;
    private final ErrorClassifier errors;

    /** @param uid of the signed-in user; 0 before signing in */
    JsonRpcDialect(String database, long uid, ErrorClassifier errors) {
        this.database = database;
        this.uid = uid;
        this.errors = errors;
    }

    @Override
    public String name() {
        return "JSON-RPC";
    }

    @Override
    public WireMessage write(OdooRequest request) {
        return switch (request) {
            case Version() -> WireMessage.open("POST", PATH,
                    HEAD + "{\"service\":\"common\",\"method\":\"version\",\"args\":[]}}");
            case WebVersion() -> WireMessage.open("GET", "/web/version", "");
            case DatabaseList() -> WireMessage.open("POST", "/web/database/list", HEAD + "{}}");
            case Authenticate(String db, String username) -> secret(
                    HEAD + "{\"service\":\"common\",\"method\":\"authenticate\",\"args\":[" + StrictJson.quote(db)
                            + "," + StrictJson.quote(username) + ",",
                    ",{}]}}");
            case SearchRead search -> execute(search, "[" + search.criteria().json() + "]",
                    "{\"fields\":" + strings(search.fields()) + ",\"limit\":" + search.limit()
                            + ",\"order\":\"id\"" + named(search.kind(), search.references()) + "}");
            case Read read -> execute(read, "[" + numbers(read.ids()) + "]",
                    "{\"fields\":" + strings(read.fields()) + named(read.kind(), read.references()) + "}");
        };
    }

    /** The last arguments in both dialects and for both methods; without {@code load}, references come with names. */
    static String named(RecordKind kind, References references) {
        return (references.named() ? "" : ",\"load\":null") + ",\"context\":" + RequestContext.of(kind, references);
    }

    private WireMessage execute(OdooRequest request, String arguments, String named) {
        return secret(
                HEAD + "{\"service\":\"object\",\"method\":\"execute_kw\",\"args\":[" + StrictJson.quote(database)
                        + "," + uid + ",",
                ",\"" + request.model() + "\",\"" + request.method() + "\"," + arguments + "," + named + "]}}");
    }

    private static WireMessage secret(String before, String after) {
        return new WireMessage("POST", PATH, before, after, SecretPlace.BODY, "");
    }

    static String strings(List<String> constants) {
        return constants.stream().map(StrictJson::quote).collect(Collectors.joining(",", "[", "]"));
    }

    static String numbers(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public Verdict read(RawAnswer answer) {
        if (answer.status() != 200 || !answer.isJson()) {
            return errors.ofUnexpected(answer);
        }
        JsonNode body = answer.json();
        JsonNode result = body.get("result");
        JsonNode error = body.get("error");
        JsonNode id = body.get("id");
        boolean ours = id != null && id.isIntegralNumber() && id.bigIntegerValue().equals(BigInteger.valueOf(CALL_ID));
        if (!body.isObject() || !ours || (result == null) == (error == null)) {
            return new Verdict.Failed(ProblemCode.ANSWER_MALFORMED);
        }
        return error == null ? new Verdict.Answered(result) : errors.ofRpcError(error);
    }
}
