/** Tests of the invoices screen. */
@NullMarked
package app.loupe.ui.invoices;

import org.jspecify.annotations.NullMarked;
