package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import java.util.List;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/**
 * Checks every row and every name against the hash stored with it, and the columns against the rows. This finds a value
 * that a flipped bit turned into another readable one. Rows that wait to be read again are left out.
 */
final class ContentCheck {
    private static final int PAGE = 500;

    private final StatelessSession session;
    private final String connection;
    private final Names names;
    private final Decimals decimals = new Decimals();
    private final ContentHashing hashing = new ContentHashing();

    private ContentCheck(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        this.names = Names.all(session, connection);
        // each must say by what kind of record it is shown
        new ShownNames(session, connection).all();
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

    /** Checks what the user has of this connection; nothing where that is none. */
    static long of(StatelessSession session, ConnectionId connection) {
        return new ContentCheck(session, connection.value()).check();
    }

    private long check() {
        long rows = 0;
        for (CountedRows kind : CountedRows.values()) {
            rows += switch (kind) {
                case INVOICES -> invoices();
                case LINES -> 0; // with their invoice
                case ITEMS -> each(LineEntity.class,
                        row -> hashing.of(LineMapper.line(row, "", names, decimals)));
                case PARTNERS -> each(PartnerEntity.class, row -> hashing.of(MasterMapper.partner(row, names)));
                case PRODUCTS -> each(ProductEntity.class, row -> hashing.of(MasterMapper.product(row, names)));
                case PAYMENTS -> payments();
            };
        }
        demand(new ColumnCheck(session, connection).holds());
        return rows + StoredOriginals.check(session, connection);
    }

    private <T extends RecordEntity> long each(Class<T> type, Function<T, ContentHash> hash) {
        var count = new long[1];
        InParts.each("e.id", row -> row.id,
                next -> session.createSelectionQuery("from " + type.getSimpleName() + " e where e.connectionId = :c"
                        + next, type).setParameter("c", connection),
                PAGE, row -> {
                    demand(row, hash.apply(row));
                    count[0]++;
                });
        return count[0];
    }

    private long payments() {
        var count = new long[1];
        InParts.each("e.invoiceId", row -> row.invoiceId,
                next -> session.createSelectionQuery("from PaymentEntity e where e.connectionId = :c" + next,
                        PaymentEntity.class).setParameter("c", connection),
                PAGE, row -> {
                    demand(hashing.of(PaymentMapper.payment(row, "", decimals)).summand() == row.rowHash);
                    count[0]++;
                });
        return count[0];
    }

    private long invoices() {
        long after = Long.MIN_VALUE;
        long count = 0;
        var stored = new StoredInvoices(session, connection, names);
        List<InvoiceEntity> page;
        do {
            page = session.createSelectionQuery(
                    "from InvoiceEntity i where i.connectionId = :c and i.id > :after order by i.id",
                    InvoiceEntity.class).setParameter("c", connection).setParameter("after", after)
                    .setMaxResults(PAGE).list();
            List<Invoice> invoices = stored.whole(page);
            for (int i = 0; i < page.size(); i++) {
                InvoiceEntity row = page.get(i);
                Invoice invoice = invoices.get(i);
                demand(row, hashing.whole(invoice));
                count += 1 + invoice.lines().size();
                after = row.id;
            }
        } while (page.size() == PAGE);
        return count;
    }

    private void demand(RecordEntity row, ContentHash hash) {
        // 0: to be read again, because something was lost or a new version knows more
        demand(row.contentHash == 0 || (row.rowHash == hash.summand() && row.contentHash == hash.second()));
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new IllegalStateException("a row is not what was stored");
        }
    }
}
