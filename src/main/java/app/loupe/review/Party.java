package app.loupe.review;

/**
 * Who stands on the other side of an invoice.
 *
 * @param id 0 when there is none
 * @param commercialId what customers are grouped by; 0 when there is none
 * @param name as printed on the invoice
 * @param vat empty when there is none
 */
record Party(long id, long commercialId, String name, String vat) {}
