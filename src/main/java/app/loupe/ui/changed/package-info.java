/** What changed since the owner looked last. */
@NullMarked
package app.loupe.ui.changed;

import org.jspecify.annotations.NullMarked;
