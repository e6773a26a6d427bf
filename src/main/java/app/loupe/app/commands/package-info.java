/** The command line: one class per command, everything that differs between machines behind {@code Session}. */
@NullMarked
package app.loupe.app.commands;

import org.jspecify.annotations.NullMarked;
