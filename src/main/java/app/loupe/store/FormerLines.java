package app.loupe.store;

import app.loupe.domain.LineKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The end of the migration to version 2 that SQL alone cannot do: packs the lines that version 1 had as rows, seals the
 * names, counts what is there, and drops the tables of version 1.
 */
final class FormerLines {
    private static final int BATCH = 500;
    private static final String HOLDINGS = """
            INSERT INTO holding
            SELECT user_id, connection_id, SUM(all_invoices), SUM(all_rows), SUM(row_hash), SUM(invoices), SUM(removed), SUM(lines),
                SUM(journal_items), SUM(partners), SUM(products)
            FROM (
                SELECT user_id, connection_id, row_hash, 1 AS all_rows, 1 AS all_invoices,
                    CASE WHEN presence = 'PRESENT' THEN 1 ELSE 0 END AS invoices,
                    CASE WHEN presence = 'PRESENT' THEN 0 ELSE 1 END AS removed,
                    0 AS lines, 0 AS journal_items, 0 AS partners, 0 AS products
                FROM invoice
                UNION ALL
                SELECT user_id, connection_id, row_hash, 1, 0, 0, 0, CASE WHEN invoice_id IS NULL THEN 0 ELSE 1 END,
                    CASE WHEN invoice_id IS NULL THEN 1 ELSE 0 END, 0, 0
                FROM move_line
                UNION ALL
                SELECT user_id, connection_id, row_hash, lines, 0, 0, 0, lines, 0, 0, 0 FROM invoice_lines
                UNION ALL
                SELECT user_id, connection_id, row_hash, 1, 0, 0, 0, 0, 0, 0, 0 FROM payment
                UNION ALL
                SELECT user_id, connection_id, row_hash, 1, 0, 0, 0, 0, 0, 1, 0 FROM partner
                UNION ALL
                SELECT user_id, connection_id, row_hash, 1, 0, 0, 0, 0, 0, 0, 1 FROM product
            ) AS counted
            GROUP BY user_id, connection_id""";

    private final Connection connection;

    FormerLines(Connection connection) {
        this.connection = connection;
    }

    /** Does all of this; does nothing in a file without the tables of version 1. */
    void pack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet former = connection.getMetaData().getTables(null, null, "MOVE_LINE_1", null)) {
                if (!former.next()) {
                    return;
                }
            }
            connection.setAutoCommit(false);
            packLines(statement);
            noteIds(statement);
            sealNames(statement);
            statement.execute(HOLDINGS);
            connection.commit();
            statement.execute("DROP TABLE invoice_1");
            statement.execute("DROP TABLE move_line_1");
            statement.execute("DROP TABLE partner_1");
            statement.execute("DROP TABLE product_1");
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The owner of a row. */
    private record Owner(String user, String connection) {
        static Owner of(ResultSet row) throws SQLException {
            return new Owner(row.getString("user_id"), row.getString("connection_id"));
        }
    }

    /** Some thousand line ids of a copy. */
    private record Segment(Owner owner, long number) {}

    private void packLines(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM move_line_1 WHERE invoice_id IS NOT NULL "
                + "AND kind NOT IN ('PAYMENT_TERM', 'RECEIVABLE', 'PAYABLE') ORDER BY user_id, connection_id, invoice_id, sequence, id");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_lines (user_id, "
                        + "connection_id, invoice_id, part, parts, row_hash, lines, document_hash, document) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            var lines = new ArrayList<LineEntity>();
            Owner owner = null;
            int waiting = 0;
            while (rows.next()) {
                Owner next = Owner.of(rows);
                LineEntity line = line(rows);
                if (!lines.isEmpty() && owner != null
                        && !(next.equals(owner) && invoice(lines.getFirst()) == invoice(line))) {
                    waiting = add(insert, owner, lines, waiting);
                    lines.clear();
                }
                owner = next;
                lines.add(line);
            }
            if (owner != null) {
                add(insert, owner, lines, waiting);
            }
            insert.executeBatch();
        }
    }

    private static int add(PreparedStatement insert, Owner owner, List<LineEntity> lines, int waiting)
            throws SQLException {
        for (InvoiceLinesEntity row : LineDocuments.rows(owner.connection(), invoice(lines.getFirst()), lines)) {
            insert.setString(1, owner.user());
            insert.setString(2, owner.connection());
            insert.setLong(3, row.invoiceId);
            insert.setInt(4, row.part);
            insert.setInt(5, row.parts);
            insert.setLong(6, row.rowHash);
            insert.setInt(7, row.lines);
            insert.setLong(8, row.documentHash);
            insert.setBytes(9, row.document);
            insert.addBatch();
        }
        if (waiting + 1 < BATCH) {
            return waiting + 1;
        }
        insert.executeBatch();
        return 0;
    }

    private static long invoice(LineEntity line) {
        return line.invoiceId == null ? 0 : line.invoiceId;
    }

    private static LineEntity line(ResultSet row) throws SQLException {
        LineEntity line = LineField.blank(row.getString("connection_id"), row.getLong("invoice_id"));
        line.id = row.getLong("id");
        line.rowHash = row.getLong("row_hash");
        line.writeDate = Instant.EPOCH;
        line.moveId = row.getLong("move_id");
        line.moveName = row.getString("move_name");
        line.kind = LineKind.valueOf(row.getString("kind")).name();
        line.parentState = row.getString("parent_state");
        line.sequence = row.getInt("sequence");
        line.label = row.getString("label");
        line.productId = id(row, "product_id");
        line.unitId = id(row, "unit_id");
        line.quantity = number(row, "quantity");
        line.priceUnit = number(row, "price_unit");
        line.discount = number(row, "discount");
        line.priceSubtotal = number(row, "price_subtotal");
        line.priceTotal = number(row, "price_total");
        line.taxIds = row.getString("tax_ids");
        line.taxId = id(row, "tax_id");
        line.taxGroupId = id(row, "tax_group_id");
        line.taxBaseAmount = number(row, "tax_base_amount");
        line.accountId = id(row, "account_id");
        line.partnerId = id(row, "partner_id");
        line.companyId = id(row, "company_id");
        line.currencyId = id(row, "currency_id");
        line.debit = number(row, "debit");
        line.credit = number(row, "credit");
        line.balance = number(row, "balance");
        line.amountCurrency = number(row, "amount_currency");
        line.amountResidual = number(row, "amount_residual");
        line.amountResidualCurrency = number(row, "amount_residual_currency");
        line.accountingDate = date(row, "accounting_date");
        line.dueDate = date(row, "due_date");
        line.reconciled = row.getBoolean("reconciled");
        line.matchingNumber = row.getString("matching_number");
        return line;
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private void noteIds(Statement statement) throws SQLException {
        var held = new HashMap<Segment, BitSet>();
        try (ResultSet rows = statement.executeQuery("SELECT user_id, connection_id, id FROM move_line_1");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO known_lines (user_id, connection_id, segment, bits) VALUES (?, ?, ?, ?)")) {
            while (rows.next()) {
                long id = rows.getLong("id");
                held.computeIfAbsent(new Segment(Owner.of(rows), LineIds.segment(id)), any -> new BitSet())
                        .set(LineIds.bit(id));
            }
            for (var one : held.entrySet()) {
                insert.setString(1, one.getKey().owner().user());
                insert.setString(2, one.getKey().owner().connection());
                insert.setLong(3, one.getKey().number());
                insert.setBytes(4, one.getValue().toByteArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void sealNames(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM shown_name");
                PreparedStatement update = connection
                        .prepareStatement("UPDATE shown_name SET name_hash = ? WHERE id = ? "
                                + "AND kind = ? AND company_id = ? AND connection_id = ? AND user_id = ?")) {
            while (rows.next()) {
                update.setLong(1, ShownNames.hash(rows.getString("kind"), rows.getLong("id"),
                        rows.getLong("company_id"), rows.getString("name")));
                update.setLong(2, rows.getLong("id"));
                update.setString(3, rows.getString("kind"));
                update.setLong(4, rows.getLong("company_id"));
                update.setString(5, rows.getString("connection_id"));
                update.setString(6, rows.getString("user_id"));
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
