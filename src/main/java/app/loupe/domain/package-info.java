/** What Loupe talks about: invoices, connections, secrets, problems, and the ports that the rest fills in. */
@NullMarked
package app.loupe.domain;

import org.jspecify.annotations.NullMarked;
