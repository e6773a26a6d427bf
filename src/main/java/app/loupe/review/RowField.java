package app.loupe.review;

/** One of the texts of an invoice that a search asks for by its name: {@code customer:deco}. */
enum RowField {
    NUMBER,
    /** Who stands on the other side, whatever the document. */
    PARTNER,
    /** The same of documents of sale alone. */
    CUSTOMER,
    /** The same of documents of purchase alone. */
    VENDOR,
    VAT,
    /** Reference and payment reference. */
    REFERENCE,
    /** The document that it was made from. */
    SOURCE,
    COMPANY,
    SALESPERSON,
    JOURNAL,
    /** What stands on a line: its label and its product. */
    PRODUCT
}
