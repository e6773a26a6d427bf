package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import app.loupe.odoo.WireMessage.SecretPlace;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import testkit.FakeOdoo;

/** The two walls, each without the other: no type can name a method, and no forged message passes the gate. */
class ReadOnlyGateSecurityTest {
    static final List<String> METHODS = List.of("write", "unlink", "create", "copy", "name_create", "load",
            "action_post", "action_cancel", "action_draft", "button_draft", "button_cancel", "button_set_checked",
            "action_register_payment", "action_invoice_sent", "action_send_and_print", "action_reverse",
            "action_switch_move_type", "action_invoice_register_payment", "action_force_register_payment",
            "action_duplicate", "action_view_source", "action_archive", "action_unarchive", "toggle_active",
            "message_post", "message_subscribe", "message_unsubscribe", "activity_schedule", "activity_unlink",
            "js_assign_outstanding_line", "js_remove_outstanding_partial", "reconcile", "remove_move_reconcile",
            "_write", "_create", "_unlink", "_post", "_compute_amount", "__init__", "search", "search_count",
            "fields_get", "name_search", "read_group", "web_read", "web_save", "web_search_read", "export_data",
            "default_get", "onchange", "check_access_rights", "get_metadata", "get_external_id", "exists", "mapped",
            "filtered", "sudo", "with_context", "with_user", "invalidate_cache", "flush", "modified", "recompute",
            "execute", "execute_kw", "exec_workflow", "SEARCH_READ", "search_read ", "read\u0000", "");
    static final List<String> MODELS = List.of("account.move", "account.move.line", "res.partner", "product.product");

    private static WireMessage rpc(String service, String rpcMethod, String model, String method, String named) {
        return new WireMessage("POST", "/jsonrpc",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":{\"service\":"
                        + StrictJson.quote(service) + ",\"method\":" + StrictJson.quote(rpcMethod)
                        + ",\"args\":[\"db\",7,",
                "," + StrictJson.quote(model) + "," + StrictJson.quote(method) + ",[[]]," + named + "]}}",
                SecretPlace.BODY, "");
    }

    private static WireMessage json2(String model, String method, String body) {
        return new WireMessage("POST", "/json/2/" + model + "/" + method, body, "", SecretPlace.HEADER, "db");
    }

    private static void refused(WireMessage message) {
        assertThatThrownBy(() -> ReadOnlyGate.check(message)).as(message.path() + message.after()).hasMessage(
                ProblemCode.REQUEST_FORBIDDEN.key());
    }

    @Test
    void s11_noForgedMethodOrModelPassesTheGate() {
        String named = "{\"fields\":[\"id\"],\"context\":{}}";
        assertThat(METHODS).hasSizeGreaterThanOrEqualTo(60);
        for (String model : MODELS) {
            for (String method : METHODS) {
                refused(rpc("object", "execute_kw", model, method, named));
                refused(json2(model, method, named));
            }
        }
        for (String model : List.of("res.users", "ir.attachment", "ir.model", "account.payment", "res.company",
                "account.move ", "Account.Move", "", "account.move.line.x")) {
            refused(rpc("object", "execute_kw", model, "read", named));
            refused(json2(model, "read", named));
        }
    }

    @Test
    void s11_otherServicesPathsKeysAndVerbsAreRefused() {
        String named = "{\"fields\":[\"id\"],\"context\":{}}";
        for (String service : List.of("db", "report", "common", "object ", "")) {
            refused(rpc(service, "execute_kw", "account.move", "read", named));
        }
        refused(rpc("object", "execute", "account.move", "read", named));
        refused(rpc("object", "execute_kw", "account.move", "read", "{\"fields\":[],\"context\":{}}"));
        refused(rpc("object", "execute_kw", "account.move", "read", "{\"fields\":[\"id\"]}"));
        refused(rpc("object", "execute_kw", "account.move", "read",
                "{\"fields\":[\"id\"],\"context\":{\"force_delete\":true}}"));
        refused(rpc("object", "execute_kw", "account.move", "read",
                "{\"fields\":[\"id\"],\"context\":{},\"vals\":{}}"));
        for (String path : List.of("/web/session/authenticate", "/web/dataset/call_kw", "/json/2", "/jsonrpc/",
                "/xmlrpc/2/object", "/web/database/drop", "//jsonrpc", "/jsonrpc?x=1",
                "/json/2/account.move/read/../write",
                "/json/2/account.move/read?x")) {
            refused(new WireMessage("POST", path, named, "", SecretPlace.HEADER, ""));
            refused(WireMessage.open("GET", path, ""));
        }
        refused(WireMessage.open("PUT", "/web/version", ""));
        refused(new WireMessage("GET", "/web/version", "", "", SecretPlace.HEADER, ""));
        refused(new WireMessage("POST", "/json/2/account.move/read", named, "", SecretPlace.HEADER, "a\r\nb"));
    }

    /** A call as it may be, with what stands before and after the secret in the list of positional arguments. */
    private static WireMessage positional(String method, String before, String after) {
        return new WireMessage("POST", "/jsonrpc",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":{\"service\":\""
                        + (method.equals("execute_kw") ? "object" : "common") + "\",\"method\":\"" + method
                        + "\",\"args\":[" + before,
                after + "]}}", SecretPlace.BODY, "");
    }

    private static WireMessage read(String positional) {
        return positional("execute_kw", "\"db\",7,",
                ",\"account.move\",\"read\"," + positional + ",{\"fields\":[\"id\"],\"context\":{}}");
    }

    @Test
    void s11_positionalArgumentsHaveOneShape() {
        assertThatCode(() -> ReadOnlyGate.check(read("[[1,2]]"))).doesNotThrowAnyException();
        assertThatCode(() -> ReadOnlyGate.check(positional("authenticate", "\"db\",\"ann\",", ",{}")))
                .doesNotThrowAnyException();
        for (String shape : List.of("[]", "[1]", "[{}]", "[\"x\"]", "[[1],[2]]", "[[1],{\"state\":\"draft\"}]", "{}",
                "null",
                "[null]", "\"x\"", "[[1]],[]")) {
            refused(read(shape));
        }
        for (String user : List.of("\"7\"", "null", "7.5", "[7]", "true")) {
            refused(positional("execute_kw", "\"db\"," + user + ",",
                    ",\"account.move\",\"read\",[[1]],{\"fields\":[\"id\"],\"context\":{}}"));
        }
        refused(positional("execute_kw", "\"db\",7,", ",\"account.move\",\"read\",[[1]]"));
        for (String context : List.of("", ",{\"x\":1}", ",[]", ",{},{}", ",null")) {
            refused(positional("authenticate", "\"db\",\"ann\",", context));
        }
        refused(positional("authenticate", "\"db\",", ",{}"));
    }

    @Test
    void s11_duplicateKeysCannotHideAMethod() {
        assertThatThrownBy(() -> ReadOnlyGate.check(new WireMessage("POST", "/jsonrpc",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\",\"params\":{\"service\":\"object\",\"method\":"
                        + "\"execute_kw\",\"args\":[\"db\",7,",
                ",\"account.move\",\"write\",[[1],{}],{}],\"args\":[\"db\",7,\"x\",\"account.move\",\"read\",[[1]],"
                        + "{\"fields\":[\"id\"],\"context\":{}}]}}",
                SecretPlace.BODY, ""))).hasMessage(ProblemCode.ANSWER_MALFORMED.key());
    }

    @Test
    void s11_loadIsNullAndCompaniesAreOne() {
        for (String load : List.of("\"_classic_write\"", "false", "[]", "0", "{}")) {
            String named = "{\"fields\":[\"id\"],\"load\":" + load + ",\"context\":{}}";
            refused(rpc("object", "execute_kw", "account.move", "read", named));
            refused(json2("account.move", "search_read", named));
        }
        for (String companies : List.of("[]", "[1,2]", "1", "[\"1\"]", "null", "[1.5]", "[[1]]", "{}", "[true]")) {
            String named = "{\"fields\":[\"id\"],\"context\":{\"allowed_company_ids\":" + companies + "}}";
            refused(rpc("object", "execute_kw", "account.move.line", "read", named));
            refused(json2("account.move.line", "search_read", named));
        }
    }

    @Test
    void s11_noLanguageIsAskedForButEnglish() {
        for (String language : List.of("\"fr_FR\"", "\"\"", "null", "false", "[\"en_US\"]", "{}", "\"en_US \"")) {
            String named = "{\"fields\":[\"id\"],\"context\":{\"lang\":" + language + "}}";
            refused(rpc("object", "execute_kw", "account.move", "read", named));
            refused(json2("account.move", "search_read", named));
        }
        refused(json2("account.move", "search_read", "{\"fields\":[\"id\"],\"lang\":\"en_US\",\"context\":{}}"));
    }

    @Test
    void everyRealRequestPassesTheGate() {
        var errors = new ErrorClassifier(true, true);
        for (Dialect dialect : List.of(new JsonRpcDialect("d\"b", 7, errors), new Json2Dialect("db", errors))) {
            for (RecordKind kind : RecordKind.values()) {
                for (References references : List.of(References.IDS, References.NAMED, References.namedIn(3),
                        References.IDS.inEnglish(), References.namedIn(3).inEnglish())) {
                    assertThatCode(() -> {
                        ReadOnlyGate.check(
                                dialect.write(new OdooRequest.Read(kind, List.of(1L), List.of("id"), references)));
                        ReadOnlyGate.check(dialect.write(new OdooRequest.SearchRead(kind,
                                Criteria.documents().after(3), List.of("id"), 9, references)));
                    }).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void s11_forgedMessagesLeaveNoByteAtTheServer() throws Exception {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19);
                var timer = Executors.newSingleThreadScheduledExecutor();
                var wire = new HttpWire(odoo.address(),
                        new OwnerTrust(odoo.address(), odoo.pin(), TlsUpgrade.systemAuthorities()), Limits.STANDARD,
                        timer, SystemDefaultDnsResolver.INSTANCE, new CancelToken());
                var plain = Secret.owning("x".getBytes(StandardCharsets.US_ASCII));
                var secret = OutgoingSecret.quoted(plain)) {
            for (String method : METHODS) {
                for (String model : MODELS) {
                    assertThatThrownBy(() -> wire.exchange(rpc("object", "execute_kw", model, method, "{}"), secret))
                            .hasMessage(ProblemCode.REQUEST_FORBIDDEN.key());
                    assertThatThrownBy(() -> wire.exchange(json2(model, method, "{}"), secret))
                            .hasMessage(ProblemCode.REQUEST_FORBIDDEN.key());
                }
            }
            assertThat(odoo.connections()).isZero();
            assertThat(odoo.applicationBytes()).isZero();
        }
    }

    @Test
    void s11_theRequestTypesAreClosedAndNameNoModelOrMethod() {
        assertThat(OdooRequest.class.isSealed()).isTrue();
        assertThat(OdooRequest.class.getPermittedSubclasses()).extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder("Version", "WebVersion", "DatabaseList", "Authenticate", "SearchRead",
                        "Read");
        for (Class<?> type : OdooRequest.class.getPermittedSubclasses()) {
            assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
            assertThat(Arrays.stream(type.getRecordComponents()).filter(part -> part.getType() == String.class)
                    .map(RecordComponent::getName)).isSubsetOf("database", "username");
        }
        assertThat(Arrays.stream(OdooSession.class.getMethods()).map(Method::getParameterTypes)
                .flatMap(Arrays::stream)).as("no text goes into a session").doesNotContain(String.class);
        assertThat(Arrays.stream(RecordKind.values()).map(RecordKind::model)).containsExactlyElementsOf(MODELS);
    }
}
