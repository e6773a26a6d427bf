/** Help: the owner's guide, shown in the window without a network. */
@NullMarked
package app.loupe.ui.help;

import org.jspecify.annotations.NullMarked;
