/** Shows a PDF page by page above the window, prints it, and saves it. */
@NullMarked
package app.loupe.ui.paper;

import org.jspecify.annotations.NullMarked;
