/** The dialog that takes away what a screen shows, as files: asks what, in which form and where to, and writes it. */
@NullMarked
package app.loupe.ui.export;

import org.jspecify.annotations.NullMarked;
