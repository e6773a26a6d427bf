package archfixture.ui.sql;

import archfixture.vault.Keys;

/** Breaks A4. */
public class KnowsTheVaultToo {
    /** The vault, from the window. */
    public Keys keys() {
        return new Keys();
    }
}
