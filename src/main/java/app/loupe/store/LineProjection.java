package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads what a search looks at of the printed lines as values, row by row, without building entities. */
final class LineProjection {
    private static final List<String> PRINTED = Arrays.stream(LineKind.values()).filter(LineKind::isPrinted)
            .map(LineKind::name).toList();

    private final StatelessSession session;
    private final List<String> connections;
    private final Map<String, ConnectionId> ids = new HashMap<>();

    LineProjection(StatelessSession session, List<String> connections) {
        this.session = session;
        this.connections = connections;
    }

    /** Gives the lines of all invoices; how many they are. */
    long each(Consumer<PrintedLine> consumer) {
        return each(lines(""), consumer);
    }

    /** Gives the lines of these invoices; how many they are. */
    long each(Set<Long> invoices, Consumer<PrintedLine> consumer) {
        long count = 0;
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            count += each(lines(" and l.invoiceId in (:ids)").setParameter("ids", chunk), consumer);
        }
        return count;
    }

    private SelectionQuery<Object[]> lines(String condition) {
        return session.createSelectionQuery("""
                select l.connectionId, l.invoiceId, l.kind, l.label, l.product.name, l.priceUnit, l.priceSubtotal,
                  l.priceTotal
                from LineEntity l
                where l.connectionId in (:c) and l.invoiceId is not null and l.kind in (:printed)""" + condition,
                Object[].class).setParameter("c", connections).setParameter("printed", PRINTED);
    }

    private long each(SelectionQuery<Object[]> query, Consumer<PrintedLine> consumer) {
        long count = 0;
        try (Stream<Object[]> rows = query.getResultStream()) {
            for (var row = rows.iterator(); row.hasNext(); count++) {
                consumer.accept(line(row.next()));
            }
        }
        return count;
    }

    private PrintedLine line(@Nullable Object[] r) {
        ConnectionId connection = ids.computeIfAbsent(text(r[0]), ConnectionId::new);
        return new PrintedLine(new InvoiceKey(connection, r[1] instanceof Long id ? id : 0),
                LineKind.valueOf(text(r[2])), text(r[3]), text(r[4]), amount(r[5]), amount(r[6]), amount(r[7]));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : (String) value;
    }

    private static BigDecimal amount(@Nullable Object value) {
        return value instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }
}
