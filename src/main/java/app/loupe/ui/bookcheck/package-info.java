/** The book check: what looks wrong, under headings, with the invoices behind it. */
@NullMarked
package app.loupe.ui.bookcheck;

import org.jspecify.annotations.NullMarked;
