package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CurrencyDecimals;
import app.loupe.export.Csv;
import app.loupe.export.TabText;
import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.ReviewRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of the list as text: a line of headings, then what stands in the columns as exact amounts and days. Behind the
 * last amount comes its currency. The owner's own marks are not written: they are nobody else's. Immutable, on any thread.
 *
 * @param columns in their order, with their headings
 * @param connections names by id
 */
record CopiedTable(List<Shown> columns, Map<ConnectionId, String> connections, InvoiceWords words) {
    /** A column and what stands above it. */
    record Shown(Column column, String heading) {}

    /** With tabs, as a spreadsheet takes it: as if typed in the system's region, whatever the window's is. */
    String tabs(Collection<ReviewRow> rows) {
        var text = new TabText(Locale.getDefault(Locale.Category.FORMAT));
        text.row(headings());
        rows.forEach(row -> text.row(cells(row)));
        return text.toString();
    }

    /** As CSV. */
    String csv(Collection<ReviewRow> rows) {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            var csv = Csv.ofText(out);
            csv.row(headings());
            rows.forEach(row -> csv.row(cells(row)));
        }
        return text.toString();
    }

    private @Nullable Object[] headings() {
        var cells = new ArrayList<@Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(columns.get(i).heading());
            if (i == lastAmount()) {
                cells.add(words.get("detail.currency"));
            }
        }
        return cells.toArray();
    }

    private @Nullable Object[] cells(ReviewRow row) {
        var cells = new ArrayList<@Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(columns.get(i).column(), row));
            if (i == lastAmount()) {
                cells.add(currency(row));
            }
        }
        return cells.toArray();
    }

    private int lastAmount() {
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column() == Column.TOTAL || columns.get(i).column() == Column.AMOUNT_DUE) {
                last = i;
            }
        }
        return last;
    }

    private @Nullable Object cell(Column column, ReviewRow row) {
        return switch (column) {
            case NUMBER -> words.number(row.row());
            case PARTNER -> row.row().partner().name();
            case INVOICE_DATE -> row.row().invoiceDate();
            case DUE_DATE -> row.shownDueDate();
            case TOTAL -> amount(row, row.signedTotal());
            case AMOUNT_DUE -> row.owed().map(due -> amount(row, due)).orElse(null);
            case STATUS -> words.status(row.status(words.today()), row.row().type());
            case COMPANY -> row.row().otherInfo().company();
            case CONNECTION -> connections.getOrDefault(row.row().key().connection(), "");
        };
    }

    private static BigDecimal amount(ReviewRow row, BigDecimal amount) {
        return CurrencyDecimals.atLeast(amount, CurrencyDecimals.of(currency(row)));
    }

    private static String currency(ReviewRow row) {
        return row.row().amounts().currency();
    }
}
