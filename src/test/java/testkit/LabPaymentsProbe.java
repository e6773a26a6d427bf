package testkit;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveState;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.odoo.HttpsOdooGateway;
import app.loupe.sync.SyncEngine;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncPorts;
import app.loupe.sync.Turns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a real Odoo into memory and holds the payments that follow from the items against its payment boxes, one by one;
 * run by hand, with the arguments of {@link LabProbe}.
 */
public final class LabPaymentsProbe {
    private static final Logger LOG = LoggerFactory.getLogger(LabPaymentsProbe.class);
    private static final ConnectionId ID = new ConnectionId("abcd2345");

    private LabPaymentsProbe() {}

    /** Syncs, asks every box, and logs what differs. */
    public static void main(String[] args) throws ProblemException {
        var endpoint = new Endpoint(OdooAddress.parse(args[0]), args[1], args[2]);
        var pin = CertificatePin.parse(args[3]);
        var secret = FakeOdoo.lending(Objects.requireNonNull(System.getProperty("lab.secret")));
        var fuse = new Fuse();
        var copy = new InMemoryCopy(fuse);
        var profiles = new InMemoryProfiles(fuse);
        profiles.put(new ConnectionProfile(ID, ConnectionProfile.Kind.ODOO, "Lab", null, null, "", null));
        var requests = new ArrayList<RequestRecord>();
        try (var gateway = new HttpsOdooGateway()) {
            var engine = new SyncEngine(
                    new SyncPorts((id, log, cancel) -> gateway.open(endpoint, pin, secret, request -> {
                        log.add(request);
                        requests.add(request);
                    }, cancel), copy, profiles, new InMemoryJournal(fuse), (connection, stop) -> List.of()),
                    Clock.systemUTC(),
                    (pause, cancel) -> {},
                    new Turns(), Runnable::run);
            LOG.info("sync: {}", engine.run(ID, SyncMode.CHANGES, new CancelToken(), progress -> {}));
            requests.forEach(one -> LOG.info("{} {} {} rows {} bytes {} ms", one.model(), one.method(), one.rows(),
                    one.bytes(), one.took().toMillis()));
            try (var source = gateway.open(endpoint, pin, secret, requests::add, new CancelToken())) {
                compare(source, copy);
            }
        }
    }

    private static void compare(InvoiceSource source, InMemoryCopy copy) throws ProblemException {
        int boxes = 0;
        int parts = 0;
        int different = 0;
        for (Invoice invoice : copy.present().values()) {
            Map<Long, List<Payment>> box = source.payments(List.of(invoice.id()));
            List<Payment> theirs = box.getOrDefault(invoice.id(), List.of());
            List<Payment> ours = copy.payments(invoice.id());
            boxes++;
            parts += theirs.size();
            if (invoice.state() == MoveState.POSTED && !same(ours, theirs)) {
                different++;
                LOG.info("invoice {} {}: here {}, there {}", invoice.id(), invoice.name(), ours, theirs);
            }
        }
        LOG.info("{} boxes with {} parts, {} different", boxes, parts, different);
    }

    private static boolean same(List<Payment> ours, List<Payment> theirs) {
        if (ours.size() != theirs.size()) {
            return false;
        }
        var left = new ArrayList<>(theirs);
        for (Payment one : ours) {
            if (!left.removeIf(other -> other.moveId() == one.moveId() && other.amount().compareTo(one.amount()) == 0
                    && Objects.equals(other.date(), one.date()) && other.reference().equals(one.reference())
                    && other.label().equals(one.label()))) {
                return false;
            }
        }
        return left.isEmpty();
    }
}
