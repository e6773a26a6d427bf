/** Fakes of the ports, shared by the tests of all packages. */
@NullMarked
package testkit;

import org.jspecify.annotations.NullMarked;
