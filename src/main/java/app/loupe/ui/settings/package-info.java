/** The settings screen, and what the owner chose there. */
@NullMarked
package app.loupe.ui.settings;

import org.jspecify.annotations.NullMarked;
