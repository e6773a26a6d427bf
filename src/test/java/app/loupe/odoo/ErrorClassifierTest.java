package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and messages as recorded from Odoo 14 and 19. */
class ErrorClassifierTest {
    private static final ErrorClassifier PASSWORD = new ErrorClassifier(false, true);
    private static final ErrorClassifier KEY = new ErrorClassifier(true, true);

    private static Verdict rpc(ErrorClassifier errors, String name, String message) throws Exception {
        return errors.ofRpcError(StrictJson.parse("{\"code\":200,\"data\":{\"name\":" + StrictJson.quote(name)
                + ",\"message\":" + StrictJson.quote(message) + "}}"));
    }

    private static RawAnswer json(int status, String name, String message) throws Exception {
        return RawAnswer.of(status, "application/json",
                StandardCharsets.UTF_8.encode("{\"name\":" + StrictJson.quote(name)
                        + ",\"message\":" + StrictJson.quote(message) + "}"),
                Duration.ZERO,
                "TLSv1.3");
    }

    private static RawAnswer html(int status, String text) throws Exception {
        return RawAnswer.of(status, "text/html; charset=utf-8",
                StandardCharsets.UTF_8.encode(text), Duration.ofSeconds(3), "TLSv1.3");
    }

    private static Verdict failed(ProblemCode code) {
        return new Verdict.Failed(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "builtins.ValueError | Invalid field 'no_such_field' on model 'account.move'",
        "builtins.ValueError | Invalid field 'no_such_field' on 'account.move'",
        "builtins.ValueError | Invalid field account.move.no_such_field in leaf (\"no_such_field\", \"=\", 1)",
        "builtins.ValueError | Invalid field account.move.no_such_field in condition (\"no_such_field\", \"=\", 1)",
        "odoo.exceptions.AccessError | Failed to read field account.move.no_such_field",
        "odoo.exceptions.AccessError | You do not have enough rights to access the field \"no_such_field\" on X"})
    void unknownAndGuardedFieldsAreNamed(String name, String message) throws Exception {
        assertThat(rpc(PASSWORD, name, message)).isEqualTo(new Verdict.FieldsUnknown(List.of("no_such_field")));
        assertThat(KEY.ofJson2Error(json(500, name, message)))
                .isEqualTo(new Verdict.FieldsUnknown(List.of("no_such_field")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "builtins.TypeError | search_read() got an unexpected keyword argument 'load'",
        "builtins.TypeError | AccountMoveLine.search_read() got an unexpected keyword argument 'load'",
        "werkzeug.exceptions.UnprocessableEntity | got an unexpected keyword argument 'load'"})
    void aSearchThatKnowsNoLoadIsNoFaultOfTheServer(String name, String message) throws Exception {
        assertThat(rpc(PASSWORD, name, message)).isEqualTo(new Verdict.LoadUnknown());
        assertThat(KEY.ofJson2Error(json(422, name, message))).isEqualTo(new Verdict.LoadUnknown());
        assertThat(rpc(PASSWORD, name, "got an unexpected keyword argument"))
                .isEqualTo(failed(ProblemCode.SERVER_ERROR));
    }

    @Test
    void severalGuardedFieldsAreAllNamed() throws Exception {
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessError",
                "You do not have enough rights to access the fields \"a_b,c\" on Journal Entry (account.move)."))
                .isEqualTo(new Verdict.FieldsUnknown(List.of("a_b", "c")));
    }

    @Test
    void aRefusedSignInDependsOnTheSecret() throws Exception {
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessDenied", "Access Denied"))
                .isEqualTo(failed(ProblemCode.SIGN_IN_REFUSED));
        assertThat(rpc(KEY, "odoo.exceptions.AccessDenied", "Access Denied"))
                .isEqualTo(failed(ProblemCode.API_KEY_REFUSED));
        assertThat(KEY.ofJson2Error(json(401, "werkzeug.exceptions.Unauthorized", "Invalid apikey")))
                .isEqualTo(failed(ProblemCode.API_KEY_REFUSED));
    }

    @Test
    void aMissingRightToTheModelIsNotOneToARecord() throws Exception {
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessError",
                "You are not allowed to access 'Journal Entry' (account.move) records.\n\nThis operation is allowed"))
                .isEqualTo(new Verdict.Forbidden(true));
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessError",
                "Due to security restrictions, you are not allowed to access 'Journal Entry' (account.move) records."))
                .isEqualTo(new Verdict.Forbidden(false));
        assertThat(rpc(PASSWORD, "odoo.exceptions.UserError", "Object account.move doesn't exist"))
                .isEqualTo(new Verdict.Forbidden(true));
        assertThat(KEY.ofJson2Error(json(404, "werkzeug.exceptions.NotFound", "the model 'x' does not exist")))
                .isEqualTo(new Verdict.Forbidden(true));
    }

    @Test
    void wordsOfAnotherLanguageAreNotTakenForAnything() throws Exception {
        String none = "Vous n'êtes pas autorisé à accéder aux enregistrements 'Pièce comptable' (account.move).";
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessError", none))
                .isEqualTo(new Verdict.Foreign(new Verdict.Forbidden(false), none.hashCode()));
        assertThat(KEY.ofJson2Error(json(403, "odoo.exceptions.AccessError", none)))
                .isEqualTo(new Verdict.Foreign(new Verdict.Forbidden(false), none.hashCode()));
        String object = "L'objet account.move n'existe pas !";
        assertThat(rpc(PASSWORD, "odoo.exceptions.UserError", object))
                .isEqualTo(new Verdict.Foreign(failed(ProblemCode.SERVER_ERROR), object.hashCode()));
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessError", """
                Uh-oh! Looks like you have stumbled upon some top-secret records.

                Sorry, Ann (id=7) doesn't have 'read' access to:""")).isEqualTo(new Verdict.Forbidden(false));
    }

    @Test
    void databasesAreUnknownOrNeeded() throws Exception {
        String page = "<p>No database is selected and the requested URL was not found</p>";
        assertThat(rpc(PASSWORD, "psycopg2.OperationalError", "FATAL:  database \"nosuchdb\" does not exist\n"))
                .isEqualTo(failed(ProblemCode.DATABASE_UNKNOWN));
        assertThat(KEY.ofUnexpected(html(404, page))).isEqualTo(failed(ProblemCode.DATABASE_UNKNOWN));
        assertThat(new ErrorClassifier(true, false).ofUnexpected(html(404, page)))
                .isEqualTo(failed(ProblemCode.DATABASE_NEEDED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"FATAL:  Datenbank »books« existiert nicht",
        "FATAL:  la base de données « books » n'existe pas", "FATAL:  no existe la base de datos «books»",
        "FATALE:  il database \"books\" non esiste"})
    void postgresSpeaksTheLanguageOfItsComputer(String message) throws Exception {
        assertThat(rpc(PASSWORD, "psycopg2.OperationalError", message))
                .isEqualTo(failed(ProblemCode.DATABASE_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FATAL:  Datenbank »books« akzeptiert gegenwärtig keine Verbindungen",
        "FATAL:  le rôle « books » n'existe pas", "FATAL:  no existe el rol «books»",
        "FATAL:  la base de données « books » n'accepte plus les connexions"})
    void anotherTroubleOfPostgresMayPass(String message) throws Exception {
        assertThat(rpc(PASSWORD, "psycopg2.OperationalError", message))
                .isEqualTo(new Verdict.Busy(ProblemCode.SERVER_BUSY, Duration.ZERO));
    }

    @Test
    void busyServersAreToldFromBrokenOnes() throws Exception {
        assertThat(PASSWORD.ofUnexpected(html(503, "")))
                .isEqualTo(new Verdict.Busy(ProblemCode.SERVER_BUSY, Duration.ofSeconds(3)));
        assertThat(rpc(PASSWORD, "psycopg2.errors.SerializationFailure", "could not serialize access"))
                .isEqualTo(new Verdict.Busy(ProblemCode.SERVER_BUSY, Duration.ZERO));
        assertThat(rpc(PASSWORD, "builtins.MemoryError", ""))
                .isEqualTo(new Verdict.Busy(ProblemCode.SERVER_BUSY, Duration.ZERO));
        assertThat(KEY.ofJson2Error(json(409, "odoo.exceptions.LockError", "")))
                .isEqualTo(new Verdict.Busy(ProblemCode.SERVER_BUSY, Duration.ZERO));
        assertThat(rpc(PASSWORD, "builtins.TypeError", "search_read() got an unexpected keyword argument"))
                .isEqualTo(failed(ProblemCode.SERVER_ERROR));
        assertThat(KEY.ofJson2Error(json(422, "werkzeug.exceptions.UnprocessableEntity", "missing an argument")))
                .isEqualTo(failed(ProblemCode.SERVER_ERROR));
    }

    @Test
    void plansWithoutAnInterfaceAreNamed() throws Exception {
        assertThat(rpc(PASSWORD, "odoo.exceptions.AccessError",
                "The external API is only available on the Custom plan."))
                .isEqualTo(failed(ProblemCode.NO_API_ON_PLAN));
        assertThat(PASSWORD.ofUnexpected(html(403, "API access is not part of your subscription")))
                .isEqualTo(failed(ProblemCode.NO_API_ON_PLAN));
    }

    @ParameterizedTest
    @CsvSource({"200, WEB_PAGE_ANSWERED, ''", "401, SIGN_IN_IN_FRONT, 401", "407, SIGN_IN_IN_FRONT, 407",
        "511, SIGN_IN_IN_FRONT, 511", "403, ACCESS_BLOCKED, 403", "406, ACCESS_BLOCKED, 406",
        "451, ACCESS_BLOCKED, 451", "302, REDIRECTED, ''", "404, NOT_AN_ODOO, ''", "418, NOT_AN_ODOO, ''"})
    void whatStandsInFrontIsNamedForWhatItIs(int status, ProblemCode code, String detail) throws Exception {
        assertThat(PASSWORD.ofUnexpected(html(status, "<h1>Hotel Wifi</h1>")))
                .isEqualTo(new Verdict.Failed(code, detail));
    }

    @ParameterizedTest
    @CsvSource({"401, SIGN_IN_IN_FRONT, 401", "403, ACCESS_BLOCKED, 403", "404, NOT_AN_ODOO, ''"})
    void anErrorWithoutOdoosNameForItIsSomebodyElses(int status, ProblemCode code, String detail) throws Exception {
        var nameless = RawAnswer.of(status, "application/json",
                StandardCharsets.UTF_8.encode("{\"message\":\"Unauthorized\"}"), Duration.ZERO, "TLSv1.3");

        assertThat(KEY.ofJson2Error(nameless)).isEqualTo(new Verdict.Failed(code, detail));
    }

    @ParameterizedTest
    @CsvSource({"text/plain, text/plain", "Application/XML; charset=x, application/xml", "image/x-canary, image/*",
        "canary/canary, */*", "canary, */*", "'', */*"})
    void anotherKindOfContentIsNamedInTheStandardsWords(String said, String named) throws Exception {
        var answer = RawAnswer.of(200, said, StandardCharsets.UTF_8.encode("hello"), Duration.ZERO, "TLSv1.3");

        assertThat(PASSWORD.ofUnexpected(answer)).isEqualTo(new Verdict.Failed(ProblemCode.OTHER_CONTENT, named));
    }
}
