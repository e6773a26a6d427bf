package app.loupe.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.Originals;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Odoo is asked for an original once, and again only when the invoice was written since; without a network the kept one does. */
class KeptOriginalsTest {
    private static final InvoiceKey INVOICE = new InvoiceKey(new ConnectionId("aaaa1111"), 7);
    private static final Instant READ = Instant.parse("2026-11-20T08:00:00Z");

    private final Map<InvoiceKey, OriginalPdf> kept = new HashMap<>();
    private int asked;
    private boolean unreachable;

    private final KeptOriginals originals = new KeptOriginals(new Originals() {
        @Override
        public Optional<OriginalPdf> original(InvoiceKey invoice) {
            return Optional.ofNullable(kept.get(invoice));
        }

        @Override
        public void keep(InvoiceKey invoice, OriginalPdf pdf) {
            kept.put(invoice, pdf);
        }
    }, (invoice, cancel) -> {
        asked++;
        if (unreachable) {
            throw ProblemException.of(ProblemCode.NETWORK_DOWN, "erp.acme.example");
        }
        return pdf("%PDF-1.4 from Odoo");
    });

    private static OriginalPdf pdf(String text) {
        return OriginalPdf.of(text.getBytes(US_ASCII), READ).orElseThrow();
    }

    private String shown(Instant written) throws ProblemException {
        return new String(originals.original(INVOICE, written, new CancelToken()).bytes(), US_ASCII);
    }

    @Test
    void whatIsKeptIsShownWithoutAskingOdoo() throws ProblemException {
        kept.put(INVOICE, pdf("%PDF-1.4 kept"));

        assertThat(shown(READ)).isEqualTo("%PDF-1.4 kept");
        assertThat(shown(READ.minusSeconds(1))).isEqualTo("%PDF-1.4 kept");
        assertThat(asked).isZero();
    }

    @Test
    void whatIsNotKeptOrOlderThanTheInvoiceIsReadFromOdoo() throws ProblemException {
        assertThat(shown(READ)).isEqualTo("%PDF-1.4 from Odoo");
        kept.put(INVOICE, pdf("%PDF-1.4 kept"));

        assertThat(shown(READ.plusSeconds(1))).isEqualTo("%PDF-1.4 from Odoo");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void withoutANetworkTheKeptOneDoesAndNoneIsAProblem() throws ProblemException {
        unreachable = true;
        assertThatThrownBy(() -> shown(READ)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.NETWORK_DOWN));
        kept.put(INVOICE, pdf("%PDF-1.4 kept"));

        assertThat(shown(READ.plusSeconds(1))).isEqualTo("%PDF-1.4 kept");
    }
}
