/** Keeps the vault file and the sealed invoice store: opening H2 safely, tables, ledger, and the ports over them. */
@NullMarked
package app.loupe.store;

import org.jspecify.annotations.NullMarked;
