/** Tests of the way to Odoo. */
@NullMarked
package app.loupe.odoo;

import org.jspecify.annotations.NullMarked;
