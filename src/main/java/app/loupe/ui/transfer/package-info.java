/** The cards that make a file for another computer and bring one in. */
@NullMarked
package app.loupe.ui.transfer;

import org.jspecify.annotations.NullMarked;
