/** The first screen: what is owed, late, invoiced, sold and expected, each figure with the rows behind it. */
@NullMarked
package app.loupe.ui.overview;

import org.jspecify.annotations.NullMarked;
