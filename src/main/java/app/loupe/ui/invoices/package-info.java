/** The invoices screen: search, chips, table, detail and totals over the local copy. */
@NullMarked
package app.loupe.ui.invoices;

import org.jspecify.annotations.NullMarked;
