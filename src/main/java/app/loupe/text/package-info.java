/** Words, money and dates for people: the only way from a key to a sentence. */
@NullMarked
package app.loupe.text;

import org.jspecify.annotations.NullMarked;
