package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.odoo.OdooRequest.DatabaseList;
import app.loupe.odoo.OdooRequest.Version;
import app.loupe.odoo.OdooRequest.WebVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a server says before anything secret is sent: its version, and whether it still speaks JSON-RPC.
 *
 * @param jsonRpc whether {@code /jsonrpc} answered
 */
record Greeting(Caller caller, OdooVersion version, boolean jsonRpc) {
    private static final ErrorClassifier OPEN = new ErrorClassifier(false, false);
    private static final int MOST_DATABASES = 1_000;
    /** The problems that a proxy causes which lets only a part of Odoo through. */
    private static final Set<ProblemCode> IN_BETWEEN = EnumSet.of(ProblemCode.ACCESS_BLOCKED,
            ProblemCode.WEB_PAGE_ANSWERED);
    private static final Set<ProblemCode> PERHAPS_WITHOUT_JSON_RPC = EnumSet.of(ProblemCode.NOT_AN_ODOO,
            ProblemCode.DATABASE_NEEDED, ProblemCode.DATABASE_UNKNOWN, ProblemCode.ACCESS_BLOCKED,
            ProblemCode.WEB_PAGE_ANSWERED);

    /** Asks over JSON-RPC first, which leaves nothing on the server, then over the web. */
    static Greeting of(Caller caller) throws ProblemException {
        var dialect = new JsonRpcDialect("", 0, OPEN);
        Verdict rpc = caller.call(dialect, new Version());
        if (rpc instanceof Verdict.Answered answered) {
            return checked(caller, answered.result().path("server_version"), true);
        }
        if (!(rpc instanceof Verdict.Failed failed) || !PERHAPS_WITHOUT_JSON_RPC.contains(failed.code())) {
            throw caller.failure(rpc, "");
        }
        Verdict web = caller.call(new WebVersionDialect(), new WebVersion());
        if (web instanceof Verdict.Answered answered) {
            return checked(caller, answered.result().path("version"), false);
        }
        boolean saysLess = web instanceof Verdict.Failed unknown && unknown.code() == ProblemCode.NOT_AN_ODOO;
        throw caller.failure(saysLess && IN_BETWEEN.contains(failed.code()) ? rpc : web, "");
    }

    private static Greeting checked(Caller caller, JsonNode said, boolean jsonRpc) throws ProblemException {
        String address = caller.address().url();
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
        return verdict instanceof Verdict.Answered answered ? named(answered.result()) : List.of();
    }

    /**
     * The names in a list that anybody may have written: what could not be asked for is none, and is shown to nobody. Of very
     * many the first.
     */
    static List<String> named(JsonNode list) {
        var names = new ArrayList<String>();
        for (JsonNode name : list.isArray() ? list : List.<JsonNode>of()) {
            if (names.size() < MOST_DATABASES && name.isString() && ReadOnlyGate.mayAsk(name.stringValue())) {
                names.add(name.stringValue());
            }
        }
        return List.copyOf(names);
    }
}
