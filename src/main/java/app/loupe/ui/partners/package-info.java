/** Customers and vendors: the list, and a page for each. */
@NullMarked
package app.loupe.ui.partners;

import org.jspecify.annotations.NullMarked;
