/** The window: sidebar, screens, problems, dialogs and keyboard. */
@NullMarked
package app.loupe.ui.shell;

import org.jspecify.annotations.NullMarked;
