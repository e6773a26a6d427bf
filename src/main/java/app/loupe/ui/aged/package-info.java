/** Aged receivable and payable: what is owed, by how late it is, with the items behind every figure. */
@NullMarked
package app.loupe.ui.aged;

import org.jspecify.annotations.NullMarked;
