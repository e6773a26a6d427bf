/** Tests of the questions an owner asks. */
@NullMarked
package app.loupe.review;

import org.jspecify.annotations.NullMarked;
