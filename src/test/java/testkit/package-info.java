/** Fakes that several packages' tests share. */
@NullMarked
package testkit;

import org.jspecify.annotations.NullMarked;
