/** Colours and shapes, light and dark. */
@NullMarked
package app.loupe.ui.theme;

import org.jspecify.annotations.NullMarked;
