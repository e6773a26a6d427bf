/** Where Loupe keeps its files, as whom it runs, and whether it was started safely. */
@NullMarked
package app.loupe.settings;

import org.jspecify.annotations.NullMarked;
