package app.loupe.unlock;

import app.loupe.domain.VaultFact;
import java.util.Map;

/** Whether anything is sealed already, so that a new key would orphan it. */
public enum StoreState {
    /** No own row and no sealed fact: a new key harms nothing. */
    EMPTY,
    /** At least one own row, or a sealed fact: only the key that sealed it is right. */
    EXISTS;

    /** Reads the state from the vault file: any own row, a store key or a check value makes a store. */
    public static StoreState of(int ownRows, Map<VaultFact, String> facts) {
        boolean sealed = ownRows > 0 || facts.containsKey(VaultFact.STORE_KEY)
                || facts.containsKey(VaultFact.CHECK_VALUE);
        return sealed ? EXISTS : EMPTY;
    }
}
