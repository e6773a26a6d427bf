package app.loupe.ui.invoices;

import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.ShownText;
import app.loupe.ui.common.Tips;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.CellDataFeatures;
import org.jspecify.annotations.Nullable;

/** The columns of the invoice table and what stands in their cells. */
final class InvoiceColumns {
    static final String NOTHING = "—";

    private final InvoiceWords words;
    private final MarkColumn marks;
    /** Whether a status is a sign: there is no room for its words. */
    private final BooleanProperty signs = new SimpleBooleanProperty();
    private final Map<Column, TableColumn<Listed, ReviewRow>> all = new EnumMap<>(Column.class);

    InvoiceColumns(InvoicesViewModel model, InvoiceWords words) {
        this.words = words;
        marks = new MarkColumn(model.marks().marks()::get, words);
        column(Column.NUMBER, column -> new NameCell(this::number));
        column(Column.PARTNER, column -> new NameCell(row -> row.row().partner().name()));
        column(Column.INVOICE_DATE, column -> new TextCell(row -> day(row.row().invoiceDate())));
        column(Column.DUE_DATE, column -> new DueCell());
        column(Column.TOTAL, column -> new TextCell(row -> money(row, row.signedTotal())));
        column(Column.AMOUNT_DUE, column -> new TextCell(this::due));
        column(Column.STATUS, column -> new StatusCell());
        column(Column.COMPANY, column -> new NameCell(row -> row.row().otherInfo().company()));
        column(Column.CONNECTION, column -> new NameCell(row -> model.snapshot().get().connectionNames()
                .getOrDefault(row.row().key().connection(), "")));
        of(Column.TOTAL).getStyleClass().addAll("number", "cell-total");
        of(Column.AMOUNT_DUE).getStyleClass().addAll("number", "cell-due");
        for (Column muted : List.of(Column.INVOICE_DATE, Column.COMPANY, Column.CONNECTION)) {
            of(muted).getStyleClass().add("cell-muted");
        }
    }

    /** Shows each status as a sign, or in words. */
    void showSigns(boolean instead) {
        signs.set(instead);
    }

    List<TableColumn<Listed, ReviewRow>> all() {
        var columns = new ArrayList<TableColumn<Listed, ReviewRow>>();
        columns.add(marks);
        columns.addAll(all.values());
        return columns;
    }

    TableColumn<Listed, ReviewRow> of(Column column) {
        return Optional.ofNullable(all.get(column)).orElseThrow();
    }

    private void column(Column id,
            Function<TableColumn<Listed, ReviewRow>, TableCell<Listed, ReviewRow>> cells) {
        var column = new TableColumn<Listed, ReviewRow>(words.column(id));
        column.setId(id.name());
        column.setCellValueFactory(InvoiceColumns::invoice);
        column.setCellFactory(cells::apply);
        all.put(id, column);
    }

    /** The invoice on a line: of a heading the cells stay empty. */
    static ObservableValue<@Nullable ReviewRow> invoice(CellDataFeatures<Listed, ReviewRow> line) {
        return new ReadOnlyObjectWrapper<>(line.getValue() instanceof ReviewRow row ? row : null);
    }

    private String number(ReviewRow row) {
        return words.number(row.row());
    }

    private String money(ReviewRow row, BigDecimal amount) {
        return words.money().format(amount, row.row().amounts().currency());
    }

    /** Nobody owes a draft, nor what was cancelled: no sum has it. */
    private String due(ReviewRow row) {
        return row.owed().map(due -> money(row, due)).orElse(NOTHING);
    }

    private String day(@Nullable LocalDate date) {
        return date == null ? NOTHING : words.dates().day(date);
    }

    /** A text worked out when the cell comes into view, so that 100,000 rows cost what the visible ones do. */
    private static class TextCell extends TableCell<Listed, ReviewRow> {
        private final Function<ReviewRow, String> text;

        TextCell(Function<ReviewRow, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : ShownText.of(text.apply(item)));
        }
    }

    /** The only kind of text that may be cut: then all that is shown of it is in the tooltip. */
    private static final class NameCell extends TextCell {
        NameCell(Function<ReviewRow, String> text) {
            super(text);
            textTruncatedProperty().subscribe(this::showWhole);
        }

        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            showWhole(isTextTruncated());
        }

        private void showWhole(boolean cut) {
            Tips.say(this, cut ? getText() : null);
        }
    }

    /** "in 5 days", "3 days late" in red, a dash when no money is to come. */
    private final class DueCell extends TableCell<Listed, ReviewRow> {
        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("late", "muted");
            if (empty || item == null) {
                setText(null);
                Tips.say(this, null);
                return;
            }
            Tips.say(this, words.due().instalments(item).orElse(null));
            LocalDate today = words.today();
            Optional<LocalDate> due = item.openDueDate();
            setText(due.map(date -> words.dates().due(date, today)).orElse(NOTHING));
            getStyleClass().add(due.filter(date -> date.isBefore(today)).isPresent() ? "late" : "muted");
        }
    }

    /** The badge. */
    private final class StatusCell extends TableCell<Listed, ReviewRow> {
        private final Label badge = new Label();

        StatusCell() {
            signs.subscribe(() -> show(getItem()));
        }

        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            show(empty ? null : item);
        }

        private void show(@Nullable ReviewRow row) {
            if (row == null) {
                setGraphic(null);
                setAccessibleText(null);
                Tips.say(this, null);
                return;
            }
            List<String> more = Stream.concat(words.whyDue(row).stream(), words.due().instalments(row).stream())
                    .toList();
            if (signs.get()) {
                Badges.showSign(badge, row, words);
                setAccessibleText(badge.getAccessibleText());
                Tips.say(this, Stream.concat(Stream.of(badge.getAccessibleText()), more.stream())
                        .collect(Collectors.joining("\n")));
            } else {
                Badges.show(badge, row, words);
                badge.setAccessibleText(null);
                setAccessibleText(null);
                Tips.say(this, more.isEmpty() ? null : String.join("\n", more));
            }
            setGraphic(badge);
        }
    }
}
