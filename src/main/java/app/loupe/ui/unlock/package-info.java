/** Asks for the passphrase where the system has no keyring, before the window opens. */
@NullMarked
package app.loupe.ui.unlock;

import org.jspecify.annotations.NullMarked;
