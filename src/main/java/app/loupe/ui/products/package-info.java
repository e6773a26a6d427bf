/** Products: what was sold or bought of each, and to or from whom. */
@NullMarked
package app.loupe.ui.products;

import org.jspecify.annotations.NullMarked;
