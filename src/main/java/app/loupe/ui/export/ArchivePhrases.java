package app.loupe.ui.export;

import app.loupe.domain.Secret;

/** What makes a passphrase good enough for an archive, which others may try to guess at leisure. */
public interface ArchivePhrases {
    /** Whether it is long and unlikely enough, and of letters that every program encodes alike. */
    boolean suffice(Secret passphrase);

    /** Whether one that does not suffice is long enough, but most of it what is tried first. */
    boolean isKnown(Secret passphrase);

    /** A new one to offer. */
    String offer();
}
