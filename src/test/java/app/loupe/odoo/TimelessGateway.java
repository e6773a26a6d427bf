package app.loupe.odoo;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import testkit.FakeOdoo;
import testkit.HandTimer;

/**
 * A server with one invoice and a gateway to it whose time passes only when a test lets it: the limits themselves are out
 * of reach of any machine.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class TimelessGateway {
    protected static final Limits FAR = new Limits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 200,
            StrictJson.MOST_BYTES);

    protected final List<RequestRecord> log = new ArrayList<>();
    protected final FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V14);
    protected final HandTimer timer = new HandTimer();
    protected final HttpsOdooGateway gateway = new HttpsOdooGateway(TlsUpgrade.systemAuthorities(), FAR,
            SystemDefaultDnsResolver.INSTANCE, timer);

    @BeforeEach
    void fill() {
        odoo.books().addInvoice(1, 10, "Azure Interior", "2026-01-15", 100);
    }

    @AfterEach
    void close() {
        gateway.close();
        odoo.close();
    }

    protected InvoiceSource open() throws ProblemException {
        return open(new CancelToken());
    }

    protected InvoiceSource open(CancelToken cancel) throws ProblemException {
        return gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.password(), log::add, cancel);
    }
}
