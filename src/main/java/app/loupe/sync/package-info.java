/** Brings the local copy up to what the server shows: what to read, in which order, and what a missing record means. */
@NullMarked
package app.loupe.sync;

import org.jspecify.annotations.NullMarked;
