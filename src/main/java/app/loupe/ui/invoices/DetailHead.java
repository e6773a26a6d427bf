package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Nodes;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The facts of an invoice above its lines: who, when, which references; empty ones are left out. */
final class DetailHead {
    private static final String BETWEEN = " · ";

    private final InvoiceWords words;
    private final InvoiceDetail detail;
    private final GridPane grid = new GridPane();

    private DetailHead(InvoiceDetail detail, InvoiceWords words) {
        this.detail = detail;
        this.words = words;
    }

    static GridPane of(InvoiceDetail detail, InvoiceWords words, Consumer<InvoiceKey> openOther) {
        return new DetailHead(detail, words).build(openOther);
    }

    private GridPane build(Consumer<InvoiceKey> openOther) {
        Invoice invoice = detail.invoice();
        grid.getStyleClass().add("detail-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(GridPane.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values);
        boolean sale = invoice.type().isSale();
        row(sale ? "customer" : "vendor", partner(invoice));
        day(sale ? "invoice-date" : "bill-date", invoice.dates().invoice());
        due(invoice);
        text(sale ? "reference" : "bill-reference", invoice.otherInfo().ref());
        text("payment-reference", invoice.otherInfo().paymentReference());
        text("source-document", invoice.otherInfo().origin());
        text("salesperson", name(invoice.booking().salesperson()));
        text("payment-terms", name(invoice.booking().paymentTerms()));
        reversed(invoice, openOther);
        return grid;
    }

    private Node partner(Invoice invoice) {
        var box = new VBox(
                Nodes.paragraph(invoice.parties().printedName().isEmpty()
                        ? name(invoice.parties().partner())
                        : invoice.parties().printedName()));
        String more = detail.partner().map(this::address).orElse("");
        if (!more.isEmpty()) {
            Label address = Nodes.paragraph(more);
            address.getStyleClass().addAll("muted", "small");
            box.getChildren().add(address);
        }
        return box;
    }

    private String address(Partner partner) {
        Partner.Address at = partner.address();
        String town = join(" ", at.zip(), at.city());
        String street = join(", ", at.street(), at.street2(), town, name(at.country()));
        String vat = partner.vat().isEmpty() ? "" : words.get("detail.vat", partner.vat());
        return join(BETWEEN, street, vat);
    }

    private static String join(String between, String... parts) {
        return String.join(between, Stream.of(parts).filter(part -> !part.isBlank()).toList());
    }

    private void due(Invoice invoice) {
        LocalDate due = invoice.dates().due();
        if (due == null) {
            return;
        }
        LocalDate today = words.today();
        Label shown = Nodes
                .paragraph(detail.row().openDueDate().map(open -> words.get("detail.due", words.dates().day(due),
                        words.dates().due(due, today))).orElse(words.dates().day(due)));
        if (detail.row().status(today) == InvoiceStatus.OVERDUE) {
            shown.getStyleClass().add("late");
        }
        row("due-date", shown);
    }

    private void reversed(Invoice invoice, Consumer<InvoiceKey> openOther) {
        Ref entry = invoice.booking().reversedEntry();
        if (entry == null) {
            return;
        }
        if (detail.reversed().isEmpty()) {
            text("reverses", entry.name());
            return;
        }
        InvoiceKey other = detail.reversed().get();
        var link = new Hyperlink(entry.name());
        link.setAccessibleText(words.get("detail.reverses.accessible", entry.name()));
        link.setOnAction(event -> openOther.accept(other));
        row("reverses", link);
    }

    private void day(String key, @Nullable LocalDate date) {
        if (date != null) {
            row(key, Nodes.paragraph(words.dates().day(date)));
        }
    }

    private void text(String key, String text) {
        if (!text.isBlank()) {
            row(key, Nodes.paragraph(text));
        }
    }

    private void row(String key, Node value) {
        var name = new Label(words.get("detail." + key));
        name.getStyleClass().addAll("muted", "fact-name");
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }

    private static String name(@Nullable Ref ref) {
        return ref == null ? "" : ref.name();
    }
}
