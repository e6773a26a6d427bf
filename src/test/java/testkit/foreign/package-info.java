/** File systems with the rules of other systems, over a folder of this one. */
@NullMarked
package testkit.foreign;

import org.jspecify.annotations.NullMarked;
