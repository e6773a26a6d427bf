/** Fakes of the ports as the window sees them, and ways to look at what it shows. */
@NullMarked
package testkit.window;

import org.jspecify.annotations.NullMarked;
