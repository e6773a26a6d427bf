package archfixture.odoo;

import archfixture.vault.Keys;

/** Breaks A3. */
public class KnowsTheVault {
    /** An adapter, from an adapter. */
    public Keys keys() {
        return new Keys();
    }
}
