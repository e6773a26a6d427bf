/**
 * The transfer file: what the owner takes from one computer to another, sealed under a passphrase. Knows its form alone, and
 * neither keys nor tables.
 */
@NullMarked
package app.loupe.transfer;

import org.jspecify.annotations.NullMarked;
