package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.Stamp;
import app.loupe.ui.common.Nodes;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Odoo's tab "Other Info": what the copy holds of an invoice beside its head and its items, and what it does not hold. */
final class OtherInfo {
    private OtherInfo() {}

    static Node of(Invoice invoice, InvoiceWords words) {
        boolean sale = invoice.type().isSale();
        var facts = new FactsGrid(words);
        facts.text(sale ? "reference" : "bill-reference", invoice.otherInfo().ref());
        facts.text("payment-reference", invoice.otherInfo().paymentReference());
        facts.text("source-document", invoice.otherInfo().origin());
        facts.name("salesperson", invoice.booking().salesperson());
        facts.name("payment-terms", invoice.booking().paymentTerms());
        facts.name("bank-account", invoice.booking().bankAccount());
        facts.name("journal", invoice.booking().journal());
        facts.name("company", invoice.booking().company());
        facts.name("currency", invoice.booking().currency());
        facts.day("accounting-date", invoice.dates().accounting());
        facts.text("sent", words.get(invoice.otherInfo().sent() ? "detail.yes" : "detail.no"));
        facts.text("to-review", invoice.otherInfo().toReview() ? words.get("detail.yes") : "");
        facts.text("written", invoice.writeDate().equals(Stamp.NEVER) ? "" : words.dates().moment(invoice.writeDate()));
        return new VBox(facts.view(),
                Nodes.paragraph(words.get("detail.not-kept"), "subtle", "small", "detail-remark"));
    }
}
