package app.loupe.odoo;

import app.loupe.odoo.OdooRequest.Authenticate;
import app.loupe.odoo.OdooRequest.DatabaseList;
import app.loupe.odoo.OdooRequest.Read;
import app.loupe.odoo.OdooRequest.SearchRead;
import app.loupe.odoo.OdooRequest.Version;
import app.loupe.odoo.OdooRequest.WebVersion;
import app.loupe.odoo.WireMessage.SecretPlace;

/** Speaks {@code /json/2}: Odoo 19 and later with an API key. There is no sign-in; Odoo reads in a read-only transaction. */
final class Json2Dialect implements Dialect {
    private final String database;
    private final ErrorClassifier errors;

    /** @param database empty where the server has only one */
    Json2Dialect(String database, ErrorClassifier errors) {
        this.database = database;
        this.errors = errors;
    }

    @Override
    public String name() {
        return "JSON-2";
    }

    @Override
    public WireMessage write(OdooRequest request) {
        return switch (request) {
            case SearchRead search -> call(search, "{\"domain\":" + search.criteria().json() + ",\"fields\":"
                    + JsonRpcDialect.strings(search.fields()) + ",\"limit\":" + search.limit()
                    + ",\"order\":\"id\"" + JsonRpcDialect.named(search.kind(), search.references()) + "}");
            case Read read -> call(read, "{\"ids\":" + JsonRpcDialect.numbers(read.ids()) + ",\"fields\":"
                    + JsonRpcDialect.strings(read.fields()) + JsonRpcDialect.named(read.kind(), read.references())
                    + "}");
            case WebVersion() -> WireMessage.open("GET", "/web/version", "");
            case Version() -> throw new IllegalArgumentException("only in JSON-RPC");
            case DatabaseList() -> throw new IllegalArgumentException("only in JSON-RPC");
            case Authenticate sign -> throw new IllegalArgumentException("only in JSON-RPC: " + sign.method());
        };
    }

    private WireMessage call(OdooRequest request, String body) {
        return new WireMessage("POST", "/json/2/" + request.model() + "/" + request.method(), body, "",
                SecretPlace.HEADER, database);
    }

    @Override
    public Verdict read(RawAnswer answer) {
        if (!answer.isJson()) {
            return errors.ofUnexpected(answer);
        }
        return answer.status() == 200 ? new Verdict.Answered(answer.json()) : errors.ofJson2Error(answer);
    }
}
