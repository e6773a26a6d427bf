/** Tests of sealing, key holders and the vault. */
@NullMarked
package app.loupe.vault;

import org.jspecify.annotations.NullMarked;
