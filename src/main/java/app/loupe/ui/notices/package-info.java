/** The line above the screens that tells what the owner should know without having looked. */
@NullMarked
package app.loupe.ui.notices;

import org.jspecify.annotations.NullMarked;
