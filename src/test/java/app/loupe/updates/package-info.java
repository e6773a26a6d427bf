/** Tests of the look for updates, over TLS on the loopback. */
@NullMarked
package app.loupe.updates;

import org.jspecify.annotations.NullMarked;
