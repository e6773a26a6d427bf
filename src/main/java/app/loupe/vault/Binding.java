package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InstallId;
import app.loupe.domain.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names what a ciphertext belongs to, as associated data: the name of the format, then every field behind its own
 * length (four bytes, big endian), so that no two lists of fields give the same bytes. A ciphertext moved to another
 * row, or a row whose address was edited, does not open.
 */
final class Binding {
    private static final String PASSWORD = "inv-vault/1";
    private static final String STORE_KEY = "invoice-store/1";
    private static final String BOOK_KEY = "owner-book/1";
    private static final String CHECK_VALUE = "check-value/1";
    private static final String PROFILES = "profiles/1";
    private static final String SEARCH = "search/1";
    private static final String FILTERS = "filters/1";
    private static final String RETIREMENT = "pending-rekey/1";
    private static final String DELETIONS = "pending-deletion/1";
    private static final String PASSPHRASE_FILE = "passphrase-vault/1";

    private final InstallId install;
    private final UserId user;

    /** The bindings of one user on one installation. */
    Binding(InstallId install, UserId user) {
        this.install = install;
        this.user = user;
    }

    /** What a password is bound to. */
    byte[] ofPassword(ConnectionId id, Endpoint endpoint) {
        return framed(PASSWORD, List.of(install.value(), id.value(), user.value(), endpoint.address().url(),
                endpoint.database(), endpoint.username()));
    }

    /** What the file key of the invoice store is bound to. */
    byte[] ofStoreKey() {
        return framed(STORE_KEY, List.of(install.value(), user.value()));
    }

    /** What the file key of the owner's book is bound to. */
    byte[] ofBookKey() {
        return framed(BOOK_KEY, List.of(install.value(), user.value()));
    }

    /** What the kept profiles are bound to. */
    byte[] ofProfiles() {
        return framed(PROFILES, List.of(install.value(), user.value()));
    }

    /** What the kept search is bound to. */
    byte[] ofSearch() {
        return framed(SEARCH, List.of(install.value(), user.value()));
    }

    /** What the kept filters are bound to. */
    byte[] ofFilters() {
        return framed(FILTERS, List.of(install.value(), user.value()));
    }

    /** What the wish to retire a key is bound to. */
    byte[] ofRetirement() {
        return framed(RETIREMENT, List.of(install.value(), user.value()));
    }

    /** What the deletions that have begun are bound to. */
    byte[] ofDeletions() {
        return framed(DELETIONS, List.of(install.value(), user.value()));
    }

    /** What the check value is bound to. */
    byte[] ofCheckValue() {
        return framed(CHECK_VALUE, List.of(install.value(), user.value()));
    }

    /** What a keyset in a passphrase file is bound to. */
    static byte[] ofPassphraseFile(InstallId install) {
        return framed(PASSPHRASE_FILE, List.of(install.value()));
    }

    private static byte[] framed(String format, List<String> fields) {
        byte[] head = format.getBytes(StandardCharsets.UTF_8);
        List<byte[]> encoded = fields.stream().map(field -> field.getBytes(StandardCharsets.UTF_8)).toList();
        int size = head.length + encoded.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
        var buffer = ByteBuffer.allocate(size).put(head);
        for (byte[] bytes : encoded) {
            buffer.putInt(bytes.length).put(bytes);
        }
        return buffer.array();
    }
}
