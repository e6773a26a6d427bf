@NullMarked
package app.loupe.pages;

import org.jspecify.annotations.NullMarked;
