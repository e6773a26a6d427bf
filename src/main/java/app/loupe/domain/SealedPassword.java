package app.loupe.domain;

/** The {@code encrypted_password} column: base64url of a Tink ciphertext. Only the vault package makes or opens one. */
public record SealedPassword(String base64) {
    @Override
    public String toString() {
        return "SealedPassword[" + base64.length() + "]";
    }
}
