package archfixture.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/** Breaks S31: two places. */
public class OpensTwice {
    /** The first. */
    public byte[] first(Aead aead, byte[] sealed) throws GeneralSecurityException {
        return aead.decrypt(sealed, sealed);
    }

    /** The second. */
    public byte[] second(Aead aead, byte[] sealed) throws GeneralSecurityException {
        return aead.decrypt(sealed, sealed);
    }
}
