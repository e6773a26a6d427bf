package app.loupe.ui.invoices;

import app.loupe.review.InvoiceOrder;
import app.loupe.review.ReviewRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of the invoice table and what stands in their cells. */
final class InvoiceColumns {
    private static final String NOTHING = "—";
    /** From this width on there is room for company and connection: all of the window, without a detail. */
    private static final double WIDE_EM = 70;
    /** What number, customer, dates and status need at least beside the amounts, with the scroll bar. */
    private static final double BESIDE_AMOUNTS_EM = 44.6;
    private static final double DUE_DATE_EM = 8;
    private static final double NUMBER_EM = 10;
    private static final double CUSTOMER_EM = 9;
    /** In a small window: a name may be cut, an amount never. */
    private static final double CUSTOMER_MIN_EM = 5;
    private static final double STATUS_EM = 8;
    private static final double SCROLL_BAR_EM = 1.2;
    private static final double AMOUNT_MIN_EM = 7.4;
    private static final double DATE_MAX_EM = 10;

    private record Width(double minEm, double preferredEm) {}

    private final InvoiceWords words;
    private final Map<InvoiceOrder.Column, Width> widths = new EnumMap<>(InvoiceOrder.Column.class);
    private final Map<InvoiceOrder.Column, TableColumn<ReviewRow, ReviewRow>> all = new EnumMap<>(
            InvoiceOrder.Column.class);

    InvoiceColumns(InvoicesViewModel model, InvoiceWords words) {
        this.words = words;
        text(InvoiceOrder.Column.NUMBER, "number", NUMBER_EM, 11, this::number);
        text(InvoiceOrder.Column.PARTNER, "customer", CUSTOMER_EM, 20, row -> row.row().partnerName());
        text(InvoiceOrder.Column.INVOICE_DATE, "invoice-date", 8.7, 9.2, row -> day(row.row().invoiceDate()));
        column(InvoiceOrder.Column.DUE_DATE, "due-date", DUE_DATE_EM, DUE_DATE_EM)
                .setCellFactory(column -> new DueCell());
        amount(InvoiceOrder.Column.TOTAL, "total", row -> money(row, row.signedTotal()), "cell-total");
        amount(InvoiceOrder.Column.AMOUNT_DUE, "amount-due", row -> money(row, row.signedDue()), "cell-due");
        column(InvoiceOrder.Column.STATUS, "status", STATUS_EM, STATUS_EM).setCellFactory(column -> new StatusCell());
        text(InvoiceOrder.Column.COMPANY, "company", 6, 10, row -> row.row().company());
        text(InvoiceOrder.Column.CONNECTION, "connection", 6, 10, row -> model.snapshot().get().connectionNames()
                .getOrDefault(row.row().key().connection(), ""));
        for (var muted : List.of(InvoiceOrder.Column.INVOICE_DATE, InvoiceOrder.Column.COMPANY,
                InvoiceOrder.Column.CONNECTION)) {
            of(muted).getStyleClass().add("cell-muted");
        }
    }

    List<TableColumn<ReviewRow, ReviewRow>> all() {
        return List.copyOf(all.values());
    }

    TableColumn<ReviewRow, ReviewRow> of(InvoiceOrder.Column column) {
        return Optional.ofNullable(all.get(column)).orElseThrow();
    }

    /** Takes over the size of the text: one em in pixels. */
    void scale(double em) {
        widths.forEach((column, width) -> {
            of(column).setMinWidth(width.minEm() * em);
            of(column).setPrefWidth(width.preferredEm() * em);
        });
        for (var dated : List.of(InvoiceOrder.Column.INVOICE_DATE, InvoiceOrder.Column.DUE_DATE)) {
            of(dated).setMaxWidth(DATE_MAX_EM * em);
        }
        of(InvoiceOrder.Column.STATUS).setMaxWidth(DATE_MAX_EM * em);
    }

    /**
     * Shows company and connection only where there is more than one, and the dates and the total only where there is
     * room beside an open detail (which shows them). An amount is never cut short.
     */
    void fit(Snapshot snapshot, double width, double em) {
        int digits = snapshot.amountDigits();
        // digits, separators, sign and currency
        double amount = Math.max(AMOUNT_MIN_EM, 0.55 * (digits + digits / 3 + 4));
        double bold = amount * 1.05;
        of(InvoiceOrder.Column.TOTAL).setMinWidth(amount * em);
        of(InvoiceOrder.Column.AMOUNT_DUE).setMinWidth(bold * em);
        boolean roomy = width >= (BESIDE_AMOUNTS_EM + amount + bold) * em;
        boolean widest = width >= WIDE_EM * em;
        of(InvoiceOrder.Column.TOTAL).setVisible(roomy);
        of(InvoiceOrder.Column.DUE_DATE).setVisible(roomy);
        of(InvoiceOrder.Column.INVOICE_DATE).setVisible(width >= (BESIDE_AMOUNTS_EM - DUE_DATE_EM + bold) * em);
        boolean cramped = width < (NUMBER_EM + CUSTOMER_EM + bold + STATUS_EM + SCROLL_BAR_EM) * em;
        of(InvoiceOrder.Column.STATUS).setVisible(!cramped);
        of(InvoiceOrder.Column.PARTNER).setMinWidth((cramped ? CUSTOMER_MIN_EM : CUSTOMER_EM) * em);
        of(InvoiceOrder.Column.COMPANY).setVisible(widest && snapshot.severalCompanies());
        of(InvoiceOrder.Column.CONNECTION).setVisible(widest && snapshot.connectionNames().size() > 1);
    }

    private TableColumn<ReviewRow, ReviewRow> column(InvoiceOrder.Column id, String key, double minEm, double prefEm) {
        var column = new TableColumn<ReviewRow, ReviewRow>(words.get("column." + key));
        column.setId(id.name());
        widths.put(id, new Width(minEm, prefEm));
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        all.put(id, column);
        return column;
    }

    private void text(InvoiceOrder.Column id, String key, double minEm, double prefEm,
            Function<ReviewRow, String> text) {
        column(id, key, minEm, prefEm).setCellFactory(column -> new TextCell(text));
    }

    private void amount(InvoiceOrder.Column id, String key, Function<ReviewRow, String> text, String style) {
        TableColumn<ReviewRow, ReviewRow> column = column(id, key, AMOUNT_MIN_EM, 8.4);
        column.getStyleClass().addAll("number", style);
        column.setCellFactory(_ -> new TextCell(text));
    }

    private String number(ReviewRow row) {
        return row.row().number().isEmpty() ? words.get("number.draft") : row.row().number();
    }

    private String money(ReviewRow row, BigDecimal amount) {
        return words.money().format(amount, row.row().currency());
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.toString();
    }

    /** A text worked out when the cell comes into view, so that 100,000 rows cost what the visible ones do. */
    private static class TextCell extends TableCell<ReviewRow, ReviewRow> {
        private final Function<ReviewRow, String> text;

        TextCell(Function<ReviewRow, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
        }
    }

    /** "in 5 days", "3 days late" in red, a dash when no money is to come. */
    private final class DueCell extends TableCell<ReviewRow, ReviewRow> {
        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("late", "muted");
            if (empty || item == null) {
                setText(null);
                return;
            }
            LocalDate today = words.today();
            Optional<LocalDate> due = item.openDueDate();
            setText(due.map(date -> words.dates().due(date, today)).orElse(NOTHING));
            getStyleClass().add(due.filter(date -> date.isBefore(today)).isPresent() ? "late" : "muted");
        }
    }

    /** The badge. */
    private final class StatusCell extends TableCell<ReviewRow, ReviewRow> {
        private final Label badge = new Label();

        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Badges.show(badge, item, words);
            setGraphic(badge);
        }
    }
}
