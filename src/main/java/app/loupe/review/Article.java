package app.loupe.review;

import app.loupe.domain.ConnectionId;

/**
 * What is sold or bought on a line.
 *
 * @param product Odoo's id of the product; 0 for a line without one
 * @param name of the product; empty for a line without one
 * @param unit the unit of measure of the quantity; empty without one
 */
record Article(ConnectionId connection, long product, String name, String unit) {}
