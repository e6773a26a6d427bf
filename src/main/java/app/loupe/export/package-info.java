/** Lists and invoices as files of their own: XLSX, PDF, CSV and JSON Lines. Needs neither a window nor a display. */
@NullMarked
package app.loupe.export;

import org.jspecify.annotations.NullMarked;
