/** Connections in the sidebar: rows, deleting in place, and the runs that bring new invoices. */
@NullMarked
package app.loupe.ui.connections;

import org.jspecify.annotations.NullMarked;
