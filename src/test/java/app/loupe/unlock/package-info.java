/** Tests of the opening decision. */
@NullMarked
package app.loupe.unlock;

import org.jspecify.annotations.NullMarked;
