package app.loupe.store;

import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.util.ArrayList;

/**
 * Tells whether this Java deserialises objects at all. H2 keeps some of its own records as serialised objects and reads
 * them before any definition can be looked at, so a planted file could instantiate any class. Loupe and its libraries
 * need no deserialisation.
 */
final class ClosedSerialisation {
    /** The most harmless object that a stream could hold. */
    private static final FilterInfo HARMLESS = new FilterInfo() {
        @Override
        public Class<?> serialClass() {
            return ArrayList.class;
        }

        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 1;
        }
    };

    private ClosedSerialisation() {}

    static boolean isOn() {
        ObjectInputFilter filter = ObjectInputFilter.Config.getSerialFilter();
        return filter != null && filter.checkInput(HARMLESS) == Status.REJECTED;
    }
}
