/** What every screen uses: background work, problems for people, small controls. */
@NullMarked
package app.loupe.ui.common;

import org.jspecify.annotations.NullMarked;
