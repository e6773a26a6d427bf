/** The sample company: invented books that live from day to day, without a server, a password or a socket. */
@NullMarked
package app.loupe.sample;

import org.jspecify.annotations.NullMarked;
