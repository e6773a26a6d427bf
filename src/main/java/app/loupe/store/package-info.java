/** Keeps the vault file, the copy and the owner's book: opening H2 safely, tables, ledgers, and the ports over them. */
@NullMarked
package app.loupe.store;

import org.jspecify.annotations.NullMarked;
