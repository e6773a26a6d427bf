package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.FakeOdoo;

/** Of many records that are forbidden a few are asked for, and not the same few in every comparison. */
class ForbiddenSampleIT {
    private static final String MOVE = "account.move";
    private static final List<Long> IDS = LongStream.rangeClosed(1_001, 1_100).boxed().toList();

    private final HttpsOdooGateway gateway = new HttpsOdooGateway();
    private final FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19);

    @AfterEach
    void close() {
        gateway.close();
        odoo.close();
    }

    @Test
    void anotherDayHasAnotherSample() throws Exception {
        IDS.forEach(id -> odoo.books().put(MOVE, id, Map.of("move_type", "out_invoice")));
        IDS.forEach(id -> odoo.books().forbid(MOVE, id));

        List<String> first = askedOn("2026-03-02T09:00:00Z");

        assertThat(first).as("a search, a read, and eight single reads").hasSize(10);
        assertThat(askedOn("2026-03-02T21:00:00Z")).as("the same on one day").isEqualTo(first);
        assertThat(askedOn("2026-03-09T09:00:00Z")).hasSize(10).isNotEqualTo(first);
    }

    private List<String> askedOn(String moment) throws ProblemException {
        odoo.books().clock(Instant.parse(moment));
        try (InvoiceSource source = gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.lending(FakeOdoo.API_KEY),
                request -> {}, new CancelToken())) {
            int before = odoo.seen().size();
            assertThat(source.existence(RecordKind.INVOICE, IDS).forbidden()).containsExactlyInAnyOrderElementsOf(IDS);
            return odoo.seen().stream().skip(before).map(seen -> seen.json().path("ids").toString()).toList();
        }
    }
}
