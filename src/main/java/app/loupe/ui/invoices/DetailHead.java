package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import app.loupe.review.Due;
import app.loupe.text.ReadingOrder;
import app.loupe.ui.common.Nodes;
import java.time.LocalDate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The facts of an invoice above its lines: who, when, which references. The rest is in {@link OtherInfo}. */
final class DetailHead {
    private static final String BETWEEN = " · ";

    private final InvoiceWords words;
    private final InvoiceDetail detail;
    private final DetailLinks links;
    private final FactsGrid facts;

    private DetailHead(InvoiceDetail detail, InvoiceWords words, DetailLinks links) {
        this.detail = detail;
        this.words = words;
        this.links = links;
        this.facts = new FactsGrid(words);
    }

    static GridPane of(InvoiceDetail detail, InvoiceWords words, DetailLinks links) {
        return new DetailHead(detail, words, links).build();
    }

    private GridPane build() {
        Invoice invoice = detail.invoice();
        boolean sale = invoice.type().isSale();
        facts.row(sale ? "customer" : "vendor", partner(invoice));
        facts.day(sale ? "invoice-date" : "bill-date", invoice.dates().invoice());
        due(invoice);
        facts.text(sale ? "reference" : "bill-reference", invoice.otherInfo().ref());
        facts.text("payment-reference", invoice.otherInfo().paymentReference());
        Ref reversed = invoice.booking().reversedEntry();
        if (reversed != null) {
            facts.row("reverses", links.entry(detail, reversed.name(), reversed.id()));
        }
        for (InvoiceRow reversal : detail.reversals()) {
            facts.row("reversed", links.entry(detail, words.number(reversal), reversal.key().id()));
        }
        return facts.view();
    }

    private Node partner(Invoice invoice) {
        var box = new VBox(links.partner(detail, invoice.parties().printedName().isEmpty()
                ? Ref.nameOf(invoice.parties().partner())
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
        Partner.Address at = partner.contact().address();
        String town = join(" ", at.zip(), at.city());
        String street = join(", ", at.street(), at.street2(), town, Ref.nameOf(at.country()));
        String vat = partner.vat().isEmpty() ? "" : words.get("detail.vat", partner.vat());
        return join(BETWEEN, street, vat);
    }

    private static String join(String between, String... parts) {
        return String.join(between, Stream.of(parts).filter(part -> !part.isBlank()).map(ReadingOrder::amid).toList());
    }

    private void due(Invoice invoice) {
        LocalDate today = words.today();
        Due due = Due.of(detail.row(), invoice, today);
        LocalDate day = due.day();
        if (day == null) {
            return;
        }
        Label shown = Nodes.paragraph(detail.row().openDueDate().isPresent()
                ? words.get("detail.due", words.dates().day(day), words.dates().due(day, today))
                : words.dates().day(day));
        if (detail.row().status(today) == InvoiceStatus.OVERDUE) {
            shown.getStyleClass().add("late");
        }
        var box = new VBox(shown);
        String more = String.join(BETWEEN, words.due().more(due));
        if (!more.isEmpty()) {
            box.getChildren().add(Nodes.paragraph(more, "small", due.late() > 0 ? "late" : "muted"));
        }
        words.whyDue(detail.row()).ifPresent(why -> box.getChildren().add(Nodes.paragraph(why, "small", "muted")));
        facts.row("due-date", box);
    }
}
