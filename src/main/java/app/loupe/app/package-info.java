/** Starts Loupe and joins its parts: main, command line, connections, security checks, crash guard. */
@NullMarked
package app.loupe.app;

import org.jspecify.annotations.NullMarked;
