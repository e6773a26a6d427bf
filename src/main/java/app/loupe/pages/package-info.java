/** Draws the pages of a PDF for the screen and for a printer, whoever made the PDF. */
@NullMarked
package app.loupe.pages;

import org.jspecify.annotations.NullMarked;
