package testkit;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.Stamp;
import app.loupe.odoo.HttpsOdooGateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a real Odoo once and logs counts and times; run by hand, never by the build: address, database, user and
 * fingerprint as arguments, the password or key in the system property {@code lab.secret}.
 */
public final class LabProbe {
    private static final Logger LOG = LoggerFactory.getLogger(LabProbe.class);
    private static final int LISTING_ROWS = 10_000;

    private LabProbe() {}

    /** Probes, tests, lists and reads everything. */
    public static void main(String[] args) throws ProblemException {
        var address = OdooAddress.parse(args[0]);
        var endpoint = new Endpoint(address, args[1], args[2]);
        var pin = CertificatePin.parse(args[3]);
        var secret = FakeOdoo.lending(Objects.requireNonNull(System.getProperty("lab.secret")));
        var requests = new ArrayList<RequestRecord>();
        try (var gateway = new HttpsOdooGateway()) {
            LOG.info("probe: {}", gateway.probe(address, pin, new CancelToken()));
            LOG.info("test: {}", gateway.test(endpoint, pin, secret, new CancelToken()));
            long from = System.nanoTime();
            try (var source = gateway.open(endpoint, pin, secret, requests::add, new CancelToken())) {
                read(source);
            }
            LOG.info("all: {} ms, {} requests, {} bytes", (System.nanoTime() - from) / 1_000_000, requests.size(),
                    requests.stream().mapToLong(RequestRecord::bytes).sum());
        }
    }

    private static void read(InvoiceSource source) throws ProblemException {
        LOG.info("version {}", source.serverVersion());
        List<Long> ids = ids(source, RecordKind.INVOICE);
        var partners = new HashSet<Long>();
        var products = new HashSet<Long>();
        int invoices = 0;
        int lines = 0;
        for (List<Long> part : parts(ids)) {
            var batch = source.invoices(part);
            LOG.info("problems: {}", batch.problems());
            for (var invoice : batch.records()) {
                invoices++;
                lines += invoice.lines().size();
                if (invoice.parties().partner() != null) {
                    partners.add(invoice.parties().partner().id());
                }
                invoice.lines().stream().map(line -> line.price().product()).filter(Objects::nonNull)
                        .forEach(product -> products.add(product.id()));
            }
            LOG.info("payments of {} invoices", source.payments(part).size());
            LOG.info("existence: {} readable", source.existence(RecordKind.INVOICE, part).readable().size());
        }
        LOG.info("{} listed, {} invoices, {} lines", ids.size(), invoices, lines);
        List<Long> items = ids(source, RecordKind.JOURNAL_ITEM);
        LOG.info("{} open items, {} read", items.size(), source.journalItems(items).records().size());
        LOG.info("{} partners, {} products", source.partners(List.copyOf(partners)).records().size(),
                source.products(List.copyOf(products)).records().size());
        InvoiceSource.LineChanges changes = source.lineChanges(Instant.EPOCH, null);
        LOG.info("drafts {}, changed lines {}", changes.drafts().keySet(), changes.written().size());
        LOG.info("notices {}", source.notices());
    }

    private static List<Long> ids(InvoiceSource source, RecordKind kind) throws ProblemException {
        var ids = new ArrayList<Long>();
        long last = 0;
        List<Stamp> page;
        do {
            page = source.list(kind, null, last, LISTING_ROWS);
            page.forEach(stamp -> ids.add(stamp.id()));
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == LISTING_ROWS);
        return ids;
    }

    private static List<List<Long>> parts(List<Long> ids) {
        var parts = new ArrayList<List<Long>>();
        for (int i = 0; i < ids.size(); i += InvoiceSource.MAX_IDS) {
            parts.add(ids.subList(i, Math.min(ids.size(), i + InvoiceSource.MAX_IDS)));
        }
        return parts;
    }
}
