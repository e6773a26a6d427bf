package app.loupe.store;

/** 16 bytes that decide whether two versions of a record say the same: see {@link ContentHashing}. */
record ContentHash(long first, long second) {
    /** 40 bits of the hash: eight million of them add up in a {@code BIGINT} without overflow. */
    long summand() {
        return first >>> 24;
    }
}
