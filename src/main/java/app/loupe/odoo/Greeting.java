package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.odoo.OdooRequest.DatabaseList;
import app.loupe.odoo.OdooRequest.Version;
import app.loupe.odoo.OdooRequest.WebVersion;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a server says before anything secret is sent: its version, and whether it still speaks JSON-RPC.
 *
 * @param jsonRpc whether {@code /jsonrpc} answered
 */
record Greeting(Caller caller, OdooVersion version, boolean jsonRpc) {
    private static final ErrorClassifier OPEN = new ErrorClassifier(false, false);
    private static final int MOST_DATABASES = 1_000;

    /** Asks over JSON-RPC first, which leaves nothing on the server, then over the web. */
    static Greeting of(Caller caller) throws ProblemException {
        var dialect = new JsonRpcDialect("", 0, OPEN);
        Verdict rpc = caller.call(dialect, new Version());
        if (rpc instanceof Verdict.Answered answered) {
            return checked(caller, answered.result().path("server_version"), true);
        }
        boolean tryWeb = rpc instanceof Verdict.Failed failed && (failed.code() == ProblemCode.NOT_AN_ODOO
                || failed.code() == ProblemCode.DATABASE_NEEDED || failed.code() == ProblemCode.DATABASE_UNKNOWN);
        if (!tryWeb) {
            throw caller.failure(rpc, "");
        }
        Verdict web = caller.call(new WebVersionDialect(), new WebVersion());
        if (web instanceof Verdict.Answered answered) {
            return checked(caller, answered.result().path("version"), false);
        }
        throw caller.failure(web, "");
    }

    private static Greeting checked(Caller caller, JsonNode said, boolean jsonRpc) throws ProblemException {
        String address = caller.wire().address().url();
        OdooVersion version = OdooVersion.parse(said.asString(""))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_AN_ODOO, address));
        if (!version.isSupported()) {
            throw ProblemException.of(ProblemCode.VERSION_UNSUPPORTED, address, version.text());
        }
        return new Greeting(caller, version, jsonRpc);
    }

    /** The databases that the server lists; empty when it keeps them to itself. */
    List<String> databases() throws ProblemException {
        Verdict verdict = caller.call(new JsonRpcDialect("", 0, OPEN), new DatabaseList());
        var names = new ArrayList<String>();
        if (verdict instanceof Verdict.Answered answered && answered.result().isArray()) {
            for (JsonNode name : answered.result()) {
                if (name.isString() && names.size() < MOST_DATABASES) {
                    names.add(name.stringValue());
                }
            }
        }
        return List.copyOf(names);
    }
}
