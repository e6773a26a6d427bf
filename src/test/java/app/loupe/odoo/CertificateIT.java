package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UntrustedCertificateException;
import java.security.Security;
import java.time.Duration;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.FakeOdoo;
import testkit.TestCertificates;
import testkit.TestCertificates.Identity;
import testkit.TestCertificates.Recipe;

/** Which servers are trusted, and that the others get nothing but the TLS greeting. */
class CertificateIT {
    private static final Identity CA = TestCertificates.authority("Test Authority");
    private static final Identity OTHER_CA = TestCertificates.authority("Nobody Knows");
    private static final Duration DAY = Duration.ofDays(1);

    private static void probe(FakeOdoo odoo, @Nullable CertificatePin pin) throws ProblemException {
        try (var gateway = new HttpsOdooGateway(TestCertificates.trusting(CA), Limits.STANDARD)) {
            gateway.probe(odoo.address(), pin, new CancelToken());
        }
    }

    private static Identity withIntermediate() {
        Identity middle = TestCertificates.certificate().subject("CN=Middle").authority().signedBy(CA);
        return TestCertificates.certificate().signedBy(middle);
    }

    private static Identity expiredIntermediate() {
        Identity middle = TestCertificates.certificate().subject("CN=Old").authority()
                .valid(DAY.negated().multipliedBy(9), DAY.negated()).signedBy(CA);
        return TestCertificates.certificate().signedBy(middle);
    }

    static Stream<Arguments> badCertificates() {
        return Stream.of(
                Arguments.of("expired", TestCertificates.certificate()
                        .valid(DAY.negated().multipliedBy(9), DAY.negated()).signedBy(CA),
                        ProblemCode.CERTIFICATE_EXPIRED),
                Arguments.of("not yet valid", TestCertificates.certificate().valid(DAY, DAY.multipliedBy(9))
                        .signedBy(CA), ProblemCode.CERTIFICATE_EXPIRED),
                Arguments.of("expired and self-signed", TestCertificates.certificate()
                        .valid(DAY.negated().multipliedBy(9), DAY.negated()).selfSigned(),
                        ProblemCode.CERTIFICATE_EXPIRED),
                Arguments.of("expired intermediate", expiredIntermediate(), ProblemCode.CERTIFICATE_EXPIRED),
                Arguments.of("self-signed", TestCertificates.certificate().selfSigned(),
                        ProblemCode.CERTIFICATE_UNKNOWN),
                Arguments.of("unknown authority", TestCertificates.certificate().signedBy(OTHER_CA),
                        ProblemCode.CERTIFICATE_UNKNOWN),
                Arguments.of("missing intermediate", withIntermediate().leafOnly(), ProblemCode.CERTIFICATE_UNKNOWN),
                Arguments.of("issued by a leaf",
                        TestCertificates.certificate().signedBy(
                                TestCertificates.certificate().subject("CN=leaf").signedBy(CA)),
                        ProblemCode.CERTIFICATE_UNKNOWN),
                Arguments.of("wrong host", TestCertificates.certificate().names("erp.acme.example").signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("wildcard for everything", TestCertificates.certificate().names("*").signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("wildcard beside the host",
                        TestCertificates.certificate().names("*.localhost").signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("only a common name", TestCertificates.certificate().names().signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("common name beside a mail address",
                        TestCertificates.certificate().name(GeneralName.rfc822Name, "it@acme.example").signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("common name beside a page", TestCertificates.certificate()
                        .name(GeneralName.uniformResourceIdentifier, "https://localhost/").signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("common name beside an address in numbers",
                        TestCertificates.certificate().name(GeneralName.iPAddress, "127.0.0.1").signedBy(CA),
                        ProblemCode.CERTIFICATE_WRONG_HOST),
                Arguments.of("SHA-1", TestCertificates.certificate().hash("SHA1").signedBy(CA),
                        ProblemCode.TLS_FAILED),
                Arguments.of("RSA of 1024 bits", TestCertificates.certificate().rsa(1024).signedBy(CA),
                        ProblemCode.TLS_FAILED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCertificates")
    void s25_badCertificateIsRefusedBeforeTheFirstByte(String name, Identity identity, ProblemCode code) {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19, identity)) {
            assertThatThrownBy(() -> probe(odoo, null)).as(name).isInstanceOfSatisfying(ProblemException.class,
                    failure -> {
                        assertThat(failure.problem().code()).isEqualTo(code);
                        assertThat(failure.problem().parameters()).first().isEqualTo(odoo.address().server());
                    });
            assertThat(odoo.applicationBytes()).isZero();
        }
    }

    /** A certificate for the name is none for the number, and a number as its common name makes it none. */
    @Test
    void s25_anAddressInNumbersHasToBeNamed() throws Exception {
        Recipe[] others = {TestCertificates.certificate().names("localhost"), TestCertificates.certificate()
                .subject("CN=127.0.0.1").name(GeneralName.rfc822Name, "it@acme.example")};
        for (Recipe other : others) {
            try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19, other.signedBy(CA))) {
                var inNumbers = new OdooAddress("127.0.0.1", odoo.port(), "");
                assertThatThrownBy(() -> probe(inNumbers)).isInstanceOfSatisfying(ProblemException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_WRONG_HOST));
                assertThat(odoo.applicationBytes()).isZero();
            }
        }
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19, TestCertificates.certificate()
                .name(GeneralName.iPAddress, "127.0.0.1").signedBy(CA))) {
            probe(new OdooAddress("127.0.0.1", odoo.port(), ""));

            assertThat(odoo.seen()).isNotEmpty();
        }
    }

    private static void probe(OdooAddress address) throws ProblemException {
        try (var gateway = new HttpsOdooGateway(TestCertificates.trusting(CA), Limits.STANDARD)) {
            gateway.probe(address, null, new CancelToken());
        }
    }

    @Test
    void s25_certificateOfAKnownAuthorityIsAccepted() throws Exception {
        for (Identity good : new Identity[] {TestCertificates.certificate().signedBy(CA), withIntermediate(),
            TestCertificates.certificate().rsa(2048).signedBy(CA)}) {
            try (var odoo = FakeOdoo.start(FakeOdoo.Version.V19, good)) {
                probe(odoo, null);

                assertThat(odoo.seen()).isNotEmpty();
            }
        }
    }

    @Test
    void unknownAuthorityShowsTheFactsToDecideOn() {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14)) {
            assertThatThrownBy(() -> probe(odoo, null)).isInstanceOfSatisfying(UntrustedCertificateException.class,
                    failure -> {
                        assertThat(failure.certificate().fingerprint()).isEqualTo(odoo.pin());
                        assertThat(failure.problem().parameters()).containsExactly("localhost:" + odoo.port(),
                                odoo.pin().display());
                        assertThat(failure.certificate().subject()).isEqualTo("CN=localhost");
                    });
        }
    }

    @Test
    void pinnedCertificateIsAcceptedAndAnyOtherIsNot() throws Exception {
        Identity pinned = TestCertificates.certificate().names("erp.acme.example").selfSigned();
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14, pinned);
                var trusted = FakeOdoo.start(FakeOdoo.Version.V14, TestCertificates.certificate().signedBy(CA))) {
            probe(odoo, odoo.pin());

            assertThat(odoo.seen()).isNotEmpty();
            assertThatThrownBy(() -> probe(trusted, odoo.pin()))
                    .isInstanceOfSatisfying(UntrustedCertificateException.class, failure -> {
                        assertThat(failure.problem()).isEqualTo(Problem.of(ProblemCode.CERTIFICATE_CHANGED,
                                "localhost:" + trusted.port(), trusted.pin().display()));
                        assertThat(failure.certificate().fingerprint()).isEqualTo(trusted.pin());
                    });
            assertThat(trusted.applicationBytes()).isZero();
        }
    }

    @Test
    void pinnedCertificateMustStillBeValid() {
        Identity old = TestCertificates.certificate().valid(DAY.negated().multipliedBy(9), DAY.negated()).selfSigned();
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14, old)) {
            assertThatThrownBy(() -> probe(odoo, odoo.pin())).isInstanceOfSatisfying(ProblemException.class,
                    failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_EXPIRED));
            assertThat(odoo.applicationBytes()).isZero();
        }
    }

    @Test
    void s26_oldTlsIsRefused() {
        String before = Security.getProperty("jdk.tls.disabledAlgorithms");
        try {
            // without this the test's own server could not offer them
            Security.setProperty("jdk.tls.disabledAlgorithms", "NULL");
            for (String protocol : new String[] {"TLSv1", "TLSv1.1"}) {
                try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14, TestCertificates.certificate().signedBy(CA),
                        protocol)) {
                    assertThatThrownBy(() -> probe(odoo, null)).as(protocol).isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.TLS_FAILED));
                    assertThat(odoo.applicationBytes()).isZero();
                }
            }
        } finally {
            Security.setProperty("jdk.tls.disabledAlgorithms", before);
        }
    }

    @Test
    void s26_tls12IsEnough() throws Exception {
        try (var odoo = FakeOdoo.start(FakeOdoo.Version.V14, TestCertificates.certificate().signedBy(CA), "TLSv1.2");
                var gateway = new HttpsOdooGateway(TestCertificates.trusting(CA), Limits.STANDARD)) {
            assertThat(gateway.probe(odoo.address(), null, new CancelToken()).tls()).isEqualTo("TLSv1.2");
        }
    }
}
