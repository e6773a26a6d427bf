/**
 * What is owed: subledgers, aged balances, statements, how customers pay, and what is to come in. Pure: no clock, no disk, no
 * window.
 */
@NullMarked
package app.loupe.owed;

import org.jspecify.annotations.NullMarked;
