/**
 * What the owner takes away: lists and invoices as XLSX, PDF, CSV and JSON Lines, months and sealed archives, as a file, a
 * folder or a ZIP. Needs neither a window nor a display.
 */
@NullMarked
package app.loupe.export;

import org.jspecify.annotations.NullMarked;
