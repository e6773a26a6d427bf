/** Fakes and contract tests that several packages share. */
@NullMarked
package testkit;

import org.jspecify.annotations.NullMarked;
