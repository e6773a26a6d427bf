/** The book check: what looks wrong in the copy of the books, found without the server. */
@NullMarked
package app.loupe.bookcheck;

import org.jspecify.annotations.NullMarked;
