package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.Secret;
import app.loupe.domain.VaultFact;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Seals what the vault file keeps beside the rows: check value, file keys of the invoice store and of the owner's book,
 * profiles, search, filters, and what is still to be deleted or retired.
 */
final class SealedFacts {
    /** What the check value says; a constant, so that opening it proves the key and nothing else. */
    private static final String CHECK = "loupe check value";

    private final Binding binding;

    /** Seals for one user on one installation. */
    SealedFacts(Binding binding) {
        this.binding = binding;
    }

    /** The facts that name the primary key of this keyset: its id, and the check value sealed with it. */
    Map<VaultFact, String> ofKey(MasterKeys keys) {
        Map<VaultFact, String> facts = new LinkedHashMap<>();
        facts.put(VaultFact.KEY_ID, text(keys.primaryId()));
        facts.put(VaultFact.CHECK_VALUE, sealed(keys, CHECK.getBytes(StandardCharsets.UTF_8), binding.ofCheckValue()));
        return facts;
    }

    /** Whether this keyset opens the check value. */
    boolean opensCheckValue(MasterKeys keys, String checkValue) {
        try {
            byte[] opened = keys.open(decoded(checkValue), binding.ofCheckValue());
            return Arrays.equals(opened, CHECK.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    /** The sealed form of a file key, kept as this fact: of the invoice store or of the owner's book. */
    String sealedFileKey(MasterKeys keys, VaultFact fact, Secret fileKey) {
        return sealed(keys, fileKey.bytes(), binding(fact));
    }

    /** The file key, closed by the caller; empty when the ciphertext is not of this keyset, user or file. */
    Optional<Secret> fileKey(MasterKeys keys, VaultFact fact, String sealed) {
        try {
            return Optional.of(Secret.owning(keys.open(decoded(sealed), binding(fact))));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    private byte[] binding(VaultFact fileKey) {
        return fileKey == VaultFact.BOOK_KEY ? binding.ofBookKey() : binding.ofStoreKey();
    }

    /** The sealed form of the profiles that are kept, and where they lead. */
    String sealedProfiles(MasterKeys keys, KeptConnections kept) {
        return sealed(keys, ProfileText.text(kept).getBytes(StandardCharsets.UTF_8), binding.ofProfiles());
    }

    /** What is kept of the connections; empty when the ciphertext is not of this keyset or user. */
    Optional<KeptConnections> profiles(MasterKeys keys, String sealed) {
        try {
            return ProfileText.read(
                    new String(keys.open(decoded(sealed), binding.ofProfiles()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /**
     * The sealed form of the search that is kept: the ids of its connections, behind a tab its company, if any, and behind the
     * end of the line the text. A version that knows of no companies finds no ids there, and passes it over.
     */
    String sealedSearch(MasterKeys keys, KeptSearch search) {
        String ids = search.connections().stream().map(ConnectionId::value).sorted().collect(Collectors.joining(" "));
        String company = search.company().isEmpty() ? "" : "\t" + search.company();
        return sealed(keys, (ids + company + "\n" + search.text()).getBytes(StandardCharsets.UTF_8),
                binding.ofSearch());
    }

    /** The search that is kept; empty when the ciphertext is not of this keyset or user, or is no search. */
    Optional<KeptSearch> search(MasterKeys keys, String sealed) {
        try {
            String[] parts = new String(keys.open(decoded(sealed), binding.ofSearch()), StandardCharsets.UTF_8)
                    .split("\n", 2);
            String[] whose = parts[0].split("\t", 2);
            Set<ConnectionId> connections = Arrays.stream(whose[0].split(" ")).map(ConnectionId::new)
                    .collect(Collectors.toSet());
            return Optional.of(new KeptSearch(connections, parts[parts.length - 1], whose.length > 1 ? whose[1] : ""))
                    .filter(KeptSearch::isToKeep);
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** The sealed form of a {@link FilterText}: the filters that the owner named. */
    String sealedFilters(MasterKeys keys, String text) {
        return sealed(keys, text.getBytes(StandardCharsets.UTF_8), binding.ofFilters());
    }

    /** The {@link FilterText} that was sealed; empty when the ciphertext is not of this keyset or user. */
    Optional<String> filters(MasterKeys keys, String sealed) {
        try {
            return Optional.of(new String(keys.open(decoded(sealed), binding.ofFilters()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** The sealed form of the wish to retire a key. */
    String sealedRetirement(MasterKeys keys, Retirement wish) {
        return sealed(keys, wish.text().getBytes(StandardCharsets.UTF_8), binding.ofRetirement());
    }

    /** The wish to retire a key; empty when the ciphertext is not of this keyset or user: nobody with the key wished it. */
    Optional<Retirement> retirement(MasterKeys keys, String sealed) {
        try {
            return Retirement
                    .read(new String(keys.open(decoded(sealed), binding.ofRetirement()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** The sealed form of the deletions that have begun. */
    String sealedDeletions(MasterKeys keys, List<PlacedDeletion> begun) {
        return sealed(keys, PlacedDeletion.text(begun).getBytes(StandardCharsets.UTF_8), binding.ofDeletions());
    }

    /** The deletions that have begun; empty when the ciphertext is not of this keyset or user: nobody with the key began them. */
    Optional<List<PlacedDeletion>> deletions(MasterKeys keys, String sealed) {
        try {
            return PlacedDeletion
                    .read(new String(keys.open(decoded(sealed), binding.ofDeletions()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** A key id as the facts write it: eight hexadecimal digits. */
    static String text(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    private static String sealed(MasterKeys keys, byte[] plain, byte[] binding) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(plain, binding));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing failed", broken);
        }
    }

    private static byte[] decoded(String text) throws GeneralSecurityException {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not base64", notBase64);
        }
    }
}
