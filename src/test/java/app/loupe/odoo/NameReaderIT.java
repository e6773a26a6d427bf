package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.Fault.Good;
import testkit.FakeOdoo;
import testkit.HandTimer;

/** A name that Odoo cannot work out, a display name that ends in an error, keeps no invoice away that has it. */
class NameReaderIT {
    private static final String BAD = "\"Deco Addict\"]";
    private static final String ERROR = """
            {"name":"builtins.ValueError","message":"no such field","arguments":[],"context":{},"debug":""}""";

    private final FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19);
    private final HttpsOdooGateway gateway = new HttpsOdooGateway(TlsUpgrade.systemAuthorities(),
            new Limits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 200, StrictJson.MOST_BYTES),
            SystemDefaultDnsResolver.INSTANCE, new HandTimer());

    @AfterEach
    void close() {
        gateway.close();
        odoo.close();
    }

    private InvoiceSource open() throws ProblemException {
        return gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.apiKey(), request -> {}, new CancelToken());
    }

    private void failWhere(String text) {
        odoo.onTheWay(good -> good.body().contains(text) ? new Good(500, "application/json", ERROR) : good);
    }

    @Test
    void whatHasItComesWithoutItAndAllElseIsNamed() throws Exception {
        LongStream.rangeClosed(1, 9).forEach(id -> odoo.books().addInvoice(id, id % 3 == 0 ? 11 : 10,
                id % 3 == 0 ? "Deco Addict" : "Azure Interior", "2026-01-15", 100));
        try (InvoiceSource source = open()) {
            failWhere(BAD);

            Batch<Invoice> read = source.invoices(LongStream.rangeClosed(1, 9).boxed().toList());

            assertThat(read.problems()).isEmpty();
            assertThat(read.records()).hasSize(9).allSatisfy(invoice -> {
                Ref partner = Objects.requireNonNull(invoice.parties().partner());
                assertThat(partner.name()).isEqualTo(partner.id() == 10 ? "Azure Interior" : "");
                assertThat(Ref.nameOf(invoice.booking().journal())).isNotEmpty();
            });
            int requests = odoo.seen().size();
            source.invoices(List.of(3L, 6L));
            assertThat(odoo.seen()).as("not asked for again").hasSizeLessThan(requests + 4);
        }
    }

    @Test
    void aServerThatFailsOverEveryNameIsGivenUp() throws Exception {
        try (InvoiceSource source = open()) {
            LongStream.rangeClosed(100, 260).forEach(
                    id -> odoo.books().addInvoice(id, id, "Partner " + id, "2026-01-15", 100));
            failWhere("\"Partner ");

            assertThatThrownBy(() -> source.invoices(LongStream.rangeClosed(100, 260).boxed().toList()))
                    .hasMessageStartingWith("server-error");
            assertThat(odoo.seen()).hasSizeLessThan(300);
        }
    }
}
