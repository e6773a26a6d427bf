package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.NameKind;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Gives what a search and a list of what was sold look at of the printed lines of one connection. */
final class LineProjection {
    private static final Set<String> PRINTED = Set.of("kind", "label", "product_id", "unit_id", "quantity",
            "price_unit",
            "price_subtotal", "price_total");

    private final StatelessSession session;
    private final String connection;
    private final LineDocuments documents;

    LineProjection(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        documents = new LineDocuments(session, connection, PRINTED);
    }

    /** Gives the lines of all invoices. */
    void each(Consumer<PrintedLine> consumer) {
        var lines = new Printed(new ConnectionId(connection), Names.all(session, connection), consumer);
        new ColumnSegments(session, connection).each(ColumnKind.PRINTED, lines)
                .ifPresentOrElse(changed -> some(changed, lines), () -> documents.each(values(lines)));
    }

    /** Gives the lines of these invoices. */
    void each(Set<Long> invoices, Consumer<PrintedLine> consumer) {
        var lines = new Printed(new ConnectionId(connection), Names.few(session, connection), consumer);
        some(invoices, lines);
    }

    /** Gives the values of the lines of these invoices. */
    void some(Collection<Long> invoices, Consumer<@Nullable Object[]> consumer) {
        documents.of(invoices).forEach(values(consumer));
    }

    /** The same of the invoices from one id to another. */
    void between(long first, long last, Consumer<@Nullable Object[]> consumer) {
        documents.between(first, last, values(consumer));
    }

    /** The values of the lines of an invoice that are at hand: the same as those of its document. */
    static List<@Nullable Object[]> values(long invoice, List<LineEntity> lines) {
        var rows = new ArrayList<@Nullable Object[]>();
        values(rows::add).accept(invoice, lines);
        return rows;
    }

    private static BiConsumer<Long, List<LineEntity>> values(Consumer<@Nullable Object[]> consumer) {
        return (invoice, lines) -> lines.stream().filter(line -> LineKind.valueOf(line.kind).isPrinted())
                .map(line -> new @Nullable Object[] {invoice, line.kind, line.label, line.productId, line.unitId,
                    packed(line.quantity), packed(line.priceUnit), packed(line.priceSubtotal),
                    packed(line.priceTotal)})
                .forEach(consumer);
    }

    /** A document has no zeros, so that they come back without decimals. */
    private static BigDecimal packed(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number;
    }

    private static final class Printed implements Consumer<@Nullable Object[]> {
        private final ConnectionId connection;
        private final Names names;
        private final Consumer<PrintedLine> consumer;

        Printed(ConnectionId connection, Names names, Consumer<PrintedLine> consumer) {
            this.connection = connection;
            this.names = names;
            this.consumer = consumer;
        }

        @Override
        public void accept(@Nullable Object[] row) {
            consumer.accept(new PrintedLine(new InvoiceKey(connection, (Long) Objects.requireNonNull(row[0])),
                    LineKind.valueOf((String) Objects.requireNonNull(row[1])), (String) Objects.requireNonNull(row[2]),
                    names.ref(NameKind.PRODUCT, (Long) row[3]), names.name(NameKind.UNIT, (Long) row[4]),
                    (BigDecimal) Objects.requireNonNull(row[5]), (BigDecimal) Objects.requireNonNull(row[6]),
                    (BigDecimal) Objects.requireNonNull(row[7]), (BigDecimal) Objects.requireNonNull(row[8])));
        }
    }
}
