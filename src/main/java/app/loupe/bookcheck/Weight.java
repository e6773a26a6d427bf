package app.loupe.bookcheck;

import app.loupe.domain.EnumKey;

/** How much a finding matters if it is what it looks like. */
public enum Weight {
    /** Money may be lost, or a total is wrong. */
    HIGH,
    /** Somebody who examines the books will ask. */
    MEDIUM,
    /** Worth knowing. */
    LOW;

    /** In keys of texts and for programs. */
    public String key() {
        return EnumKey.of(this);
    }
}
