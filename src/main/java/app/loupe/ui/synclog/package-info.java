/** Every run and every request, as a screen. */
@NullMarked
package app.loupe.ui.synclog;

import org.jspecify.annotations.NullMarked;
