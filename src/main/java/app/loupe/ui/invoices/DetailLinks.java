package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextLink;
import app.loupe.ui.common.WrappingLabel;
import org.jspecify.annotations.Nullable;

/**
 * Lets the names in an open invoice lead to their pages: the partner, a product, an entry that reverses or is reversed. A
 * name that leads nowhere - no page, no such record in the copy - is plain text.
 */
record DetailLinks(Navigator navigator, InvoiceWords words) {
    /** The partner by this name; the page is that of the company that owes. */
    WrappingLabel partner(InvoiceDetail detail, String name) {
        Ref partner = detail.invoice().parties().commercialPartner();
        return partner == null
                ? Nodes.paragraph(name)
                : link(name, "detail.partner.accessible", new Destination.PartnerPage(
                        detail.key().connection(), partner.id(), !detail.invoice().type().isSale(),
                        account(detail.invoice())));
    }

    private static Destination.PartnerPage.@Nullable Account account(Invoice invoice) {
        Ref currency = invoice.booking().currency();
        return currency == null
                ? null
                : new Destination.PartnerPage.Account(invoice.booking().company(), currency.name());
    }

    /** The text of a line, which leads to its product. */
    WrappingLabel product(InvoiceDetail detail, String text, @Nullable Ref product) {
        return product == null
                ? Nodes.paragraph(text)
                : link(text, "detail.product.accessible",
                        page(detail, product.id()));
    }

    private static Destination page(InvoiceDetail detail, long product) {
        Invoice invoice = detail.invoice();
        Ref currency = invoice.booking().currency();
        return new Destination.ProductPage(detail.key().connection(), product, !invoice.type().isSale(),
                Ref.nameOf(currency), invoice.dates().invoice());
    }

    /** A text about another entry, which leads to it when it is an invoice of the copy. */
    WrappingLabel entry(InvoiceDetail detail, String text, long id) {
        var key = new InvoiceKey(detail.key().connection(), id);
        return detail.linked().contains(key)
                ? link(text, "detail.entry.accessible", new Destination.OneInvoice(key))
                : Nodes.paragraph(text);
    }

    private WrappingLabel link(String text, String accessible, Destination to) {
        return navigator.offers(to)
                ? new TextLink(text, words.get(accessible, text), () -> navigator.open(to))
                : Nodes.paragraph(text);
    }
}
