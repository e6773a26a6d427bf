package app.loupe.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * The packed lines of one connection's invoices. Each part of a document is checked against its hash whenever it is read:
 * bytes that differ from what was stored, or are of another invoice, are damage.
 */
final class LineDocuments {
    /** Bytes in one row: H2 holds up to a megabyte. */
    private static final int MAX_PART = 1_000_000;
    /**
     * Invoices read at once: their documents are some hundred kilobytes, or a hundred megabytes if each is as large as it
     * can be.
     */
    private static final int INVOICES = 100;

    private final StatelessSession session;
    private final String connection;
    private final Set<String> wanted;

    LineDocuments(StatelessSession session, String connection) {
        this(session, connection, LineField.ALL.keySet());
    }

    /** @param wanted the values of lines that are read; all others are blank */
    LineDocuments(StatelessSession session, String connection, Set<String> wanted) {
        this.session = session;
        this.connection = connection;
        this.wanted = wanted;
    }

    /** The rows for lines of an invoice; none without lines. */
    static List<InvoiceLinesEntity> rows(String connection, long invoice, List<LineEntity> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        byte[] document = LineDocument.of(lines);
        int parts = (document.length - 1) / MAX_PART + 1;
        var rows = new ArrayList<InvoiceLinesEntity>();
        for (int part = 0; part < parts; part++) {
            var row = new InvoiceLinesEntity();
            row.connectionId = connection;
            row.invoiceId = invoice;
            row.part = part;
            row.parts = parts;
            row.lines = part == 0 ? lines.size() : 0;
            row.document = Arrays.copyOfRange(document, part * MAX_PART,
                    Math.min(document.length, (part + 1) * MAX_PART));
            row.rowHash = part == 0 ? lines.stream().mapToLong(line -> line.rowHash).sum() : 0;
            row.documentHash = hash(row);
            rows.add(row);
        }
        return rows;
    }

    /** The hash of a part, including which one it is. */
    private static long hash(InvoiceLinesEntity row) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(row.connectionId.getBytes(StandardCharsets.UTF_8));
            sha.update(ByteBuffer.allocate(2 * Long.BYTES + 3 * Integer.BYTES).putLong(row.invoiceId).putInt(row.part)
                    .putInt(row.parts).putInt(row.lines).putLong(row.rowHash).array());
            return ByteBuffer.wrap(sha.digest(row.document)).getLong();
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** The lines of these invoices, by invoice; those that have none are left out. */
    Map<Long, List<LineEntity>> of(Collection<Long> invoices) {
        var found = new HashMap<Long, List<LineEntity>>();
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            each(next -> query(" and d.invoiceId in (:ids)" + next).setParameter("ids", chunk), found::put);
        }
        return found;
    }

    /** Gives the lines of the invoices from one id to another. */
    void between(long first, long last, BiConsumer<Long, List<LineEntity>> consumer) {
        each(next -> query(" and d.invoiceId >= :first and d.invoiceId <= :last" + next).setParameter("first", first)
                .setParameter("last", last), consumer);
    }

    /** Gives the lines of every invoice; none are given of an invoice that has none. */
    void each(BiConsumer<Long, List<LineEntity>> consumer) {
        each(this::query, consumer);
    }

    private SelectionQuery<InvoiceLinesEntity> query(String condition) {
        return session.createSelectionQuery(
                "from InvoiceLinesEntity d where d.connectionId = :c" + condition, InvoiceLinesEntity.class)
                .setParameter("c", connection);
    }

    private void each(Function<String, SelectionQuery<InvoiceLinesEntity>> query,
            BiConsumer<Long, List<LineEntity>> consumer) {
        var open = new ArrayList<InvoiceLinesEntity>();
        InParts.each("d.invoiceId", row -> row.invoiceId, query, INVOICES, row -> {
            demand(row.documentHash == hash(row));
            demand(open.isEmpty() || open.getFirst().invoiceId == row.invoiceId);
            open.add(row);
            if (open.size() == row.parts) {
                consumer.accept(row.invoiceId, row.parts == 1 ? unpacked(row.document, row.invoiceId) : joined(open));
                open.clear();
            }
        });
        demand(open.isEmpty());
    }

    private List<LineEntity> joined(List<InvoiceLinesEntity> rows) {
        var bytes = new ByteArrayOutputStream();
        rows.stream().sorted((one, other) -> Integer.compare(one.part, other.part))
                .forEach(row -> bytes.writeBytes(row.document));
        return unpacked(bytes.toByteArray(), rows.getFirst().invoiceId);
    }

    private List<LineEntity> unpacked(byte[] document, long invoice) {
        return StoreSession.sensible(() -> LineDocument.lines(document, connection, invoice, wanted));
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new StoreSession.SenselessValueException(
                    new IllegalStateException("lines that are not what was stored"));
        }
    }

    /**
     * Removes lines from the invoices that have them, because they now belong to another one; those invoices are to be
     * read again. Reads all lines of the copy.
     */
    void takeAway(Set<Long> lines, CopyTransaction copy) {
        var losers = new HashMap<Long, List<LineEntity>>();
        each((invoice, own) -> {
            if (own.stream().anyMatch(line -> lines.contains(line.id))) {
                losers.put(invoice, own);
            }
        });
        copy.remove(CountedRows.LINES, CopyTransaction.By.INVOICE, losers.keySet());
        copy.add(losers.entrySet().stream().flatMap(loser -> rows(connection, loser.getKey(), loser.getValue().stream()
                .filter(line -> !lines.contains(line.id)).toList()).stream()).toList());
        copy.readAgain(losers.keySet());
    }
}
