/**
 * The books in memory and the questions an owner asks of them: search, filter, order, totals, taxes, products, the overview,
 * changes, notices. Most of it is pure; the shelves, the settlements and the feed of changes read the copy through the
 * ports of the domain, where that is marked as blocking. The day, or the clock, comes from whoever asks; no window.
 */
@NullMarked
package app.loupe.review;

import org.jspecify.annotations.NullMarked;
