package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.NameKind;
import app.loupe.domain.PrintedLine;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;

/** Gives what a search and a list of what was sold look at of the printed lines. */
final class LineProjection {
    private final StatelessSession session;

    LineProjection(StatelessSession session) {
        this.session = session;
    }

    /** Gives the lines of all invoices of these connections; how many they are. */
    long each(List<String> connections, Consumer<PrintedLine> consumer) {
        long count = 0;
        for (String connection : connections) {
            var lines = new Printed(new ConnectionId(connection), Names.all(session, connection), consumer);
            new LineDocuments(session, connection).each(lines::take);
            count += lines.count;
        }
        return count;
    }

    /** Gives the lines of these invoices; how many they are. */
    long each(String connection, Set<Long> invoices, Consumer<PrintedLine> consumer) {
        var lines = new Printed(new ConnectionId(connection), Names.few(session, connection), consumer);
        new LineDocuments(session, connection).of(invoices).forEach(lines::take);
        return lines.count;
    }

    /** Picks the printed ones. */
    private static final class Printed {
        private final ConnectionId connection;
        private final Names names;
        private final Consumer<PrintedLine> consumer;
        private long count;

        Printed(ConnectionId connection, Names names, Consumer<PrintedLine> consumer) {
            this.connection = connection;
            this.names = names;
            this.consumer = consumer;
        }

        void take(long invoice, List<LineEntity> lines) {
            var key = new InvoiceKey(connection, invoice);
            for (LineEntity line : lines) {
                LineKind kind = LineKind.valueOf(line.kind);
                if (kind.isPrinted()) {
                    consumer.accept(new PrintedLine(key, kind, line.label,
                            names.ref(NameKind.PRODUCT, line.productId), names.name(NameKind.UNIT, line.unitId),
                            line.quantity, line.priceUnit, line.priceSubtotal, line.priceTotal));
                    count++;
                }
            }
        }
    }
}
