/** Seals passwords, keeps the master key outside the data folder, and destroys what the owner deletes. */
@NullMarked
package app.loupe.vault;

import org.jspecify.annotations.NullMarked;
