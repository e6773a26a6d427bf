/** What an owner sees before there is a connection. */
@NullMarked
package app.loupe.ui.welcome;

import org.jspecify.annotations.NullMarked;
