/** Decides how a vault opens, as one pure function over what the key holder and the vault file say. */
@NullMarked
package app.loupe.unlock;

import org.jspecify.annotations.NullMarked;
