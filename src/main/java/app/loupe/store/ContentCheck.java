package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * Holds every row against the hash that was stored with it, and every name against the one that all rows show: finds the
 * value that a flipped bit turned into another one that can be read. What waits to be read again is left out.
 */
final class ContentCheck {
    private static final int PAGE = 500;
    private static final int FETCH = 1_000;

    private final StatelessSession session;
    private final String connection;
    private final Names names;
    private final Map<Named, String> shown = new HashMap<>();
    private final Decimals decimals = new Decimals();

    private ContentCheck(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        this.names = Names.all(session, connection);
        new ShownNames(session, connection).all().forEach(one -> shown.put(thing(one.named()), one.named().name()));
    }

    /**
     * Checks everything that the user has.
     *
     * @return how many rows were checked
     * @throws IllegalStateException when a row is not what was stored
     */
    static long all(StatelessSession session) {
        long rows = 0;
        for (String connection : session
                .createSelectionQuery("select p.connectionId from ProfileEntity p", String.class).list()) {
            rows += new ContentCheck(session, connection).check();
        }
        return rows;
    }

    private long check() {
        long rows = invoices();
        rows += each(LineEntity.class, " and e.invoiceId is null", row -> ContentHash.of(LineMapper.line(row, "",
                names, decimals)));
        rows += each(PartnerEntity.class, "", row -> {
            Partner partner = MasterMapper.partner(row);
            Named.of(partner).forEach(this::demandShown);
            return ContentHash.of(partner);
        });
        rows += each(ProductEntity.class, "", row -> {
            Product product = MasterMapper.product(row);
            Named.of(product).forEach(this::demandShown);
            return ContentHash.of(product);
        });
        return rows + payments();
    }

    private <T extends RecordEntity> long each(Class<T> type, String condition, Function<T, ContentHash> hash) {
        var count = new long[1];
        try (Stream<T> rows = session.createSelectionQuery("from " + type.getSimpleName()
                + " e where e.connectionId = :c" + condition, type).setParameter("c", connection).setFetchSize(FETCH)
                .stream()) {
            rows.forEach(row -> {
                demand(row, hash.apply(row));
                count[0]++;
            });
        }
        return count[0];
    }

    private long payments() {
        var count = new long[1];
        try (Stream<PaymentEntity> rows = session.createSelectionQuery(
                "from PaymentEntity e where e.connectionId = :c", PaymentEntity.class).setParameter("c", connection)
                .setFetchSize(FETCH).stream()) {
            rows.forEach(row -> {
                demand(ContentHash.of(PaymentMapper.payment(row, "", decimals)).summand() == row.rowHash);
                count[0]++;
            });
        }
        return count[0];
    }

    private long invoices() {
        long after = Long.MIN_VALUE;
        long count = 0;
        List<InvoiceEntity> page;
        do {
            page = session.createSelectionQuery(
                    "from InvoiceEntity i where i.connectionId = :c and i.id > :after order by i.id",
                    InvoiceEntity.class).setParameter("c", connection).setParameter("after", after)
                    .setMaxResults(PAGE).list();
            Map<Long, List<LineEntity>> lines = StoredReader.lines(session, connection,
                    page.stream().map(row -> row.id).collect(Collectors.toSet()));
            for (InvoiceEntity row : page) {
                count += 1 + invoice(row, lines.getOrDefault(row.id, List.of()));
                after = row.id;
            }
        } while (page.size() == PAGE);
        return count;
    }

    private int invoice(InvoiceEntity row, List<LineEntity> rows) {
        var lines = new ArrayList<MoveLine>();
        var hashes = new ArrayList<ContentHash>();
        for (LineEntity line : rows) {
            MoveLine record = LineMapper.line(line, "", names, decimals);
            ContentHash hash = ContentHash.of(record);
            if (LineMapper.isItem(line)) {
                demand(line, hash);
            }
            lines.add(record);
            hashes.add(hash);
        }
        Invoice bare = InvoiceMapper.invoice(row, List.of(), names, decimals);
        demand(row, ContentHash.of(ContentHash.of(bare), hashes));
        return lines.size();
    }

    private void demand(RecordEntity row, ContentHash hash) {
        // 0: to be read again, because something was lost or a new version knows more
        demand(row.contentHash == 0 || (row.rowHash == hash.summand() && row.contentHash == hash.second()));
    }

    /** Partners and products have the name beside the id. */
    private void demandShown(Named here) {
        demand(here.name().equals(shown.getOrDefault(thing(here), here.name())));
    }

    private static Named thing(Named named) {
        return new Named(named.kind(), named.id(), named.company(), "");
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new IllegalStateException("a row is not what was stored");
        }
    }
}
