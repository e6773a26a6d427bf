/** Fakes for the command line: a scripted terminal and a Loupe that is already open. */
@NullMarked
package testkit.cli;

import org.jspecify.annotations.NullMarked;
