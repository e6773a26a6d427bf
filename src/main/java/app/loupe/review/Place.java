package app.loupe.review;

import app.loupe.domain.ConnectionId;

/** Where an invoice belongs: few of these stand on all rows. */
record Place(ConnectionId connection, String company, String currency, String salesperson) {}
