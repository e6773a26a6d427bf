package app.loupe.vault;

import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultFact;
import app.loupe.unlock.KeysetJudge;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/**
 * Judges a keyset by the check value and the recorded key id; without them by the key ids that the rows carry. A vault
 * with nothing sealed takes any keyset.
 */
final class VaultJudge implements KeysetJudge {
    private final SealedFacts sealedFacts;
    private final List<StoredConnection> rows;
    private final Map<VaultFact, String> facts;

    /** Judges for one state of the vault file. */
    VaultJudge(SealedFacts sealedFacts, List<StoredConnection> rows, Map<VaultFact, String> facts) {
        this.sealedFacts = sealedFacts;
        this.rows = rows;
        this.facts = facts;
    }

    @Override
    public Fit judge(Secret keyset) {
        try {
            return fits(MasterKeys.parse(keyset)) ? Fit.FITS : Fit.FOREIGN;
        } catch (GeneralSecurityException noKeyset) {
            return Fit.UNREADABLE;
        }
    }

    private boolean fits(MasterKeys keys) {
        String keyId = facts.get(VaultFact.KEY_ID);
        if (keyId != null && !hasKey(keys, keyId)) {
            return false;
        }
        String checkValue = facts.get(VaultFact.CHECK_VALUE);
        if (checkValue != null) {
            return sealedFacts.opensCheckValue(keys, checkValue);
        }
        String storeKey = facts.get(VaultFact.STORE_KEY);
        if (storeKey != null) {
            return sealedFacts.fileKey(keys, VaultFact.STORE_KEY, storeKey).map(VaultJudge::closed).orElse(false);
        }
        return rows.isEmpty() || rows.stream()
                .anyMatch(row -> keys.has(MasterKeys.keyIdOf(RowSeal.decoded(row.encryptedPassword()))));
    }

    private static boolean closed(Secret secret) {
        secret.close();
        return true;
    }

    private static boolean hasKey(MasterKeys keys, String keyId) {
        try {
            return keys.has(Integer.parseUnsignedInt(keyId, 16));
        } catch (NumberFormatException damaged) {
            return false;
        }
    }
}
