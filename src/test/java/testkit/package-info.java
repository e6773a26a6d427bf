/** Fakes of the ports, a scriptable Odoo on loopback, and contracts that fakes and real parts both keep. */
@NullMarked
package testkit;

import org.jspecify.annotations.NullMarked;
