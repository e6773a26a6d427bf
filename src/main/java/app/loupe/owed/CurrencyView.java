package app.loupe.owed;

/** In which money figures are told, and of which documents; never a mixture, and never by rates of Loupe's own. */
public sealed interface CurrencyView {
    /** The ISO code of the figures' currency, as Odoo names it. */
    String currency();

    /** The documents in one currency, in that currency. */
    record OfDocuments(String currency) implements CurrencyView {}

    /** All documents of the companies that keep their books in a currency, in the amounts that Odoo booked. */
    record OfCompanies(String currency) implements CurrencyView {}
}
