/** Which connection syncs when: one run of each at a time, by the schedule or because its owner asked. No toolkit. */
@NullMarked
package app.loupe.session;

import org.jspecify.annotations.NullMarked;
