package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private final Map<String, String> names = new HashMap<>();
    private final Decimals decimals = new Decimals();

    private ContentCheck(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        new ShownNames(session, connection).all().forEach(sample -> names.put(
                key(sample.named().kind().name(), sample.named().id(), sample.named().company()),
                sample.named().name()));
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
                decimals)));
        rows += each(PartnerEntity.class, "", row -> ContentHash.of(MasterMapper.partner(row)));
        rows += each(ProductEntity.class, "", row -> ContentHash.of(MasterMapper.product(row)));
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
            Map<Long, List<LineEntity>> lines = lines(page);
            for (InvoiceEntity row : page) {
                count += 1 + invoice(row, lines.getOrDefault(row.id, List.of()));
                after = row.id;
            }
        } while (page.size() == PAGE);
        return count;
    }

    private Map<Long, List<LineEntity>> lines(List<InvoiceEntity> page) {
        var lines = new HashMap<Long, List<LineEntity>>();
        for (List<Long> chunk : CopyTransaction.chunks(page.stream().map(row -> row.id).toList())) {
            session.createSelectionQuery("""
                    from LineEntity l where l.connectionId = :c and l.invoiceId in (:ids)
                    order by l.sequence, l.id""", LineEntity.class).setParameter("c", connection)
                    .setParameter("ids", chunk).list()
                    .forEach(line -> lines.computeIfAbsent(line.invoiceId, any -> new ArrayList<>()).add(line));
        }
        return lines;
    }

    private int invoice(InvoiceEntity row, List<LineEntity> rows) {
        var lines = new ArrayList<MoveLine>();
        var hashes = new ArrayList<ContentHash>();
        for (LineEntity line : rows) {
            MoveLine record = LineMapper.line(line, "", decimals);
            ContentHash hash = ContentHash.of(record);
            demand(line, hash);
            lines.add(record);
            hashes.add(hash);
        }
        Invoice bare = InvoiceMapper.invoice(row, List.of(), decimals);
        demand(row, ContentHash.of(ContentHash.of(bare), hashes));
        return lines.size();
    }

    private void demand(RecordEntity row, ContentHash hash) {
        // 0: to be read again, because something was lost or a new version knows more
        demand(row.contentHash == 0 || (row.rowHash == hash.summand() && row.contentHash == hash.second()));
        for (NameColumn column : NameColumn.of(row)) {
            RefValue ref = column.value(row);
            String shown = ref == null
                    ? ""
                    : names.getOrDefault(key(column.kind().name(), ref.id(), column.company(row)), "");
            demand(row.contentHash == 0 || ref == null || shown.isEmpty() || shown.equals(ref.name()));
        }
    }

    private static String key(String kind, long id, long company) {
        return kind + " " + id + " " + company;
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new IllegalStateException("a row is not what was stored");
        }
    }
}
