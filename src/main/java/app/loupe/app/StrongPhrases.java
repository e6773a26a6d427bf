package app.loupe.app;

import app.loupe.domain.Secret;
import app.loupe.ui.export.ArchivePhrases;
import app.loupe.vault.PassphraseStrength;
import app.loupe.vault.PhraseMaker;
import java.security.SecureRandom;

/** Judges and offers passphrases of archives as the vault does. */
final class StrongPhrases implements ArchivePhrases {
    private final PhraseMaker maker = new PhraseMaker(new SecureRandom());

    @Override
    public boolean suffice(Secret passphrase) {
        return PassphraseStrength.sufficesForArchive(passphrase);
    }

    @Override
    public boolean isKnown(Secret passphrase) {
        return PassphraseStrength.isKnown(passphrase);
    }

    @Override
    public String offer() {
        return maker.phrase();
    }
}
