package app.loupe.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the sealed passwords that are still whole in the bytes of a damaged vault file, in a page that is in use or an
 * older one. H2 stores texts unchanged, and the ledger has the digest of each whole row: only the row's own password can
 * match it.
 */
final class VaultSalvage {
    private VaultSalvage() {}

    /** The sealed passwords that were found, by the ids of their connections. */
    static Map<String, String> sealed(VaultState state, byte[] file) {
        var found = new HashMap<String, String>();
        Set<Integer> lengths = new TreeSet<>();
        state.rows().values().forEach(row -> lengths.add(row.length()));
        int run = 0;
        for (int end = 1; end <= file.length && found.size() < state.rows().size(); end++) {
            run = isBase64(file[end - 1]) ? run + 1 : 0;
            for (int length : lengths) {
                if (length <= run) {
                    match(state, new String(file, end - length, length, StandardCharsets.US_ASCII), found);
                }
            }
        }
        return found;
    }

    private static void match(VaultState state, String text, Map<String, String> found) {
        state.rows().forEach((id, row) -> {
            if (row.length() == text.length() && !found.containsKey(id)
                    && row.digest().equals(row.digest(state.user(), id, text))) {
                found.put(id, text);
            }
        });
    }

    private static boolean isBase64(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }
}
