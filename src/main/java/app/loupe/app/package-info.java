/**
 * Starts Loupe and joins its parts: main, command line, connections, security checks, crash guard, the log, what is lent to
 * the window and taken back by a lock, and the socket by which a command asks the window that is open beside it.
 */
@NullMarked
package app.loupe.app;

import org.jspecify.annotations.NullMarked;
