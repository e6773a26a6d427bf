@NullMarked
package app.loupe.transfer;

import org.jspecify.annotations.NullMarked;
