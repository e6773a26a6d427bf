package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;

/** The original PDF comes by one read of the invoice itself, over both dialects, and only where Odoo has the field. */
class OriginalReaderIT {
    private static final byte[] FILE = "%PDF-1.7 \u00ff the one that was sent".getBytes(StandardCharsets.ISO_8859_1);

    private final List<RequestRecord> log = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private FakeOdoo odoo(FakeOdoo.Version version) {
        var odoo = FakeOdoo.start(version);
        open.add(odoo);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addInvoice(1, 10, "Azure Interior", "2026-01-15", 100);
        odoo.books().addInvoice(2, 10, "Azure Interior", "2026-01-16", 100);
        return odoo;
    }

    private static void keep(FakeOdoo odoo, long invoice, Object file) {
        odoo.books().set("account.move", invoice, FieldMap.ORIGINAL, file);
    }

    private InvoiceSource source(FakeOdoo odoo, SecretAccess secret) throws ProblemException {
        var gateway = new HttpsOdooGateway();
        open.add(gateway);
        var source = gateway.open(odoo.endpoint(), odoo.pin(), secret, log::add, new CancelToken());
        open.add(source);
        return source;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    static Stream<Arguments> dialects() {
        return Stream.of(Arguments.of(FakeOdoo.password()), Arguments.of(FakeOdoo.apiKey()));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void oneReadOfTheInvoiceBringsIt(SecretAccess secret) throws ProblemException {
        var odoo = odoo(FakeOdoo.Version.V19);
        keep(odoo, 1, Base64.getEncoder().encodeToString(FILE));
        keep(odoo, 2, false);
        InvoiceSource source = source(odoo, secret);
        int before = log.size();

        assertThat(source.original(1)).hasValueSatisfying(file -> assertThat(file).isEqualTo(FILE));

        assertThat(log.subList(before, log.size())).singleElement().satisfies(request -> {
            assertThat(request.model()).isEqualTo("account.move");
            assertThat(request.method()).isEqualTo("read");
        });
        assertThat(source.original(2)).as("never sent").isEmpty();
        assertThat(source.original(99)).as("gone").isEmpty();
    }

    @Test
    void anOdooWithoutTheFieldIsNotAsked() throws ProblemException {
        var odoo = odoo(FakeOdoo.Version.V14);
        InvoiceSource source = source(odoo, FakeOdoo.password());
        int before = odoo.seen().size();

        assertThat(source.original(1)).isEmpty();

        assertThat(odoo.seen()).hasSize(before);
    }

    @Test
    void aServerThatLacksTheFieldKeepsNone() throws ProblemException {
        var odoo = odoo(FakeOdoo.Version.V19);
        odoo.books().dropField("account.move", FieldMap.ORIGINAL);

        assertThat(source(odoo, FakeOdoo.apiKey()).original(1)).isEmpty();
    }

    @Test
    void anInvoiceThatIsNotTheOwnersToSeeIsRefusedInWords() throws ProblemException {
        var odoo = odoo(FakeOdoo.Version.V19);
        keep(odoo, 1, Base64.getEncoder().encodeToString(FILE));
        InvoiceSource source = source(odoo, FakeOdoo.apiKey());
        odoo.books().forbid("account.move", 1);

        assertThatThrownBy(() -> source.original(1)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.NO_RIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "AA=A"})
    void whatIsNoFileIsRefused(String file) throws ProblemException {
        var odoo = odoo(FakeOdoo.Version.V19);
        keep(odoo, 1, file);
        keep(odoo, 2, List.of(1, 2));
        InvoiceSource source = source(odoo, FakeOdoo.apiKey());

        for (long invoice = 1; invoice <= 2; invoice++) {
            long asked = invoice;
            assertThatThrownBy(() -> source.original(asked)).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.ANSWER_MALFORMED));
        }
    }
}
