/** Each promise checked on this computer, as a screen and as a report. */
@NullMarked
package app.loupe.ui.security;

import org.jspecify.annotations.NullMarked;
