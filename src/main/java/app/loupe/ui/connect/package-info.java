/** The dialog that connects to an Odoo: probes, tests, explains and saves. */
@NullMarked
package app.loupe.ui.connect;

import org.jspecify.annotations.NullMarked;
