package app.loupe.review;

import app.loupe.domain.ConnectionId;

/**
 * Where an invoice belongs: few of these stand on all rows.
 *
 * @param currency of the document
 * @param companyCurrency what its company keeps its books in
 */
record Place(ConnectionId connection, String company, String currency, String salesperson, String journal,
        String companyCurrency) {}
