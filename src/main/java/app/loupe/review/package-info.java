/** The questions an owner asks of invoices: search, filter, order, totals, taxes. Pure: no clock, no disk, no window. */
@NullMarked
package app.loupe.review;

import org.jspecify.annotations.NullMarked;
