/** Tests of the store on real H2 files. */
@NullMarked
package app.loupe.store;

import org.jspecify.annotations.NullMarked;
