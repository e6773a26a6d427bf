/** Fakes and tools shared by the tests. */
@NullMarked
package testkit;

import org.jspecify.annotations.NullMarked;
