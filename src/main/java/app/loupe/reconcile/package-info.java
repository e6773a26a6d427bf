/** Who paid what: derived from the items that were reconciled with each other. */
@NullMarked
package app.loupe.reconcile;

import org.jspecify.annotations.NullMarked;
