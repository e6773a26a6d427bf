package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecretAccess;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;
import testkit.Fault;

/** Greeting and signing in: which dialect is chosen, and each way in which it can fail, by its own name. */
class SignInIT {
    private final HttpsOdooGateway gateway = new HttpsOdooGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private ProblemCode failure(FakeOdoo odoo, Endpoint endpoint, SecretAccess secret) {
        return catchThrowableOfType(ProblemException.class,
                () -> gateway.test(endpoint, odoo.pin(), secret, new CancelToken())).problem().code();
    }

    private ProblemCode probeFailure(FakeOdoo odoo) {
        return catchThrowableOfType(ProblemException.class,
                () -> gateway.probe(odoo.address(), odoo.pin(), new CancelToken())).problem().code();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsTriedOnceAndNeverAgain(FakeOdoo.Version version) {
        try (var odoo = FakeOdoo.start(version)) {
            assertThat(failure(odoo, odoo.endpoint(), FakeOdoo.lending("wrong")))
                    .isEqualTo(ProblemCode.SIGN_IN_REFUSED);
            assertThat(odoo.seen().stream().filter(seen -> seen.body().contains("wrong"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyIsNamedAsAKey(FakeOdoo.Version version) {
        try (var odoo = FakeOdoo.start(version)) {
            assertThat(failure(odoo, odoo.endpoint(), FakeOdoo.lending("0".repeat(40))))
                    .isEqualTo(ProblemCode.API_KEY_REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongDatabaseIsNamed(FakeOdoo.Version version) {
        try (var odoo = FakeOdoo.start(version)) {
            var endpoint = new Endpoint(odoo.address(), "other", FakeOdoo.USER);

            assertThat(failure(odoo, endpoint, FakeOdoo.password())).isEqualTo(ProblemCode.DATABASE_UNKNOWN);
            assertThat(failure(odoo, endpoint, FakeOdoo.apiKey())).isEqualTo(ProblemCode.DATABASE_UNKNOWN);
        }
    }

    @Test
    void jsonRpcNeedsADatabaseAndJson2DoesNot() throws Exception {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19)) {
            var endpoint = new Endpoint(odoo.address(), "", FakeOdoo.USER);

            assertThat(failure(odoo, endpoint, FakeOdoo.password())).isEqualTo(ProblemCode.DATABASE_NEEDED);
            assertThat(gateway.test(endpoint, odoo.pin(), FakeOdoo.apiKey(), new CancelToken()).unreadable()).isEmpty();
            assertThat(odoo.seen().getLast().headers()).doesNotContainKey("x-odoo-database");
        }
    }

    @Test
    void anOldServerWithSeveralDatabasesSaysNothingButItsDatabaseIsWrong() {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            odoo.faultAfter(1, Fault.html(500));

            assertThat(failure(odoo, odoo.endpoint(), FakeOdoo.password())).isEqualTo(ProblemCode.DATABASE_UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void anOldServerThatIsBusyBehindItsProxyIsBusyAndNotWithoutTheDatabase(int status) {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            odoo.faultAfter(1, Fault.html(status));

            assertThat(failure(odoo, odoo.endpoint(), FakeOdoo.password())).isEqualTo(ProblemCode.SERVER_BUSY);
        }
    }

    @Test
    void whereJsonRpcIsGoneOnlyAKeyWorks() throws Exception {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19)) {
            odoo.removeJsonRpc();
            odoo.sayVersion("22.0");

            assertThat(failure(odoo, odoo.endpoint(), FakeOdoo.password())).isEqualTo(ProblemCode.API_KEY_NEEDED);
            var facts = gateway.test(odoo.endpoint(), odoo.pin(), FakeOdoo.apiKey(), new CancelToken());
            assertThat(facts.transport()).isEqualTo("JSON-2");
            assertThat(facts.server().version()).isEqualTo("22.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"13.0", "8.0", "saas~12.3"})
    void oldVersionsAreRefusedBeforeSigningIn(String version) {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            odoo.sayVersion(version);

            assertThat(failure(odoo, odoo.endpoint(), FakeOdoo.password())).isEqualTo(ProblemCode.VERSION_UNSUPPORTED);
            assertThat(odoo.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "v14", "99999.0", "1x",
        "14.0.very.long.text.that.is.no.version.at.all.really"})
    void whatIsNoVersionIsNoOdoo(String said) {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            odoo.sayVersion(said);
            boolean odd = OdooVersion.parse(said).isEmpty();

            assertThat(probeFailure(odoo))
                    .isEqualTo(odd ? ProblemCode.NOT_AN_ODOO : ProblemCode.VERSION_UNSUPPORTED);
        }
    }

    @Test
    void whatIsNoOdooOrStandsInFrontOfOneIsToldForWhatItIs() {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            odoo.removeJsonRpc();
            assertThat(probeFailure(odoo)).isEqualTo(ProblemCode.NOT_AN_ODOO);
            odoo.fault(Fault.html(200));
            assertThat(probeFailure(odoo)).as("the web knows no version, so the page is what there is to tell")
                    .isEqualTo(ProblemCode.WEB_PAGE_ANSWERED);
            odoo.fault(Fault.html(403));
            assertThat(probeFailure(odoo)).isEqualTo(ProblemCode.ACCESS_BLOCKED);
            odoo.fault(Fault.html(401));
            assertThat(probeFailure(odoo)).isEqualTo(ProblemCode.SIGN_IN_IN_FRONT);
            odoo.fault(Fault.redirect(302, "/web/login"));
            assertThat(probeFailure(odoo)).isEqualTo(ProblemCode.REDIRECTED);
        }
    }

    @Test
    void aServerMayKeepItsDatabasesToItself() throws Exception {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            odoo.faultAfter(1, Fault.body(("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":200,\"message\":\"x\","
                    + "\"data\":{\"name\":\"odoo.exceptions.AccessDenied\",\"message\":\"Access Denied\"}}}")
                    .getBytes(StandardCharsets.UTF_8)));

            assertThat(gateway.probe(odoo.address(), odoo.pin(), new CancelToken()).databases()).isEmpty();
        }
    }
}
