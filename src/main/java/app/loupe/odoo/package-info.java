/** Reads four kinds of records from Odoo 14 and later over TLS; there is no code here that could write to an Odoo. */
@NullMarked
package app.loupe.odoo;

import org.jspecify.annotations.NullMarked;
