/** The look for updates: what the project's own server says of the newest version, once its signature holds. */
@NullMarked
package app.loupe.updates;

import org.jspecify.annotations.NullMarked;
