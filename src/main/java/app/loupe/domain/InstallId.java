package app.loupe.domain;

/** Identifies one data folder; made once when the vault file is made. Names the keyring entry and binds every ciphertext. */
public record InstallId(String value) {
    /** Refuses an empty id. */
    public InstallId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("install id is empty");
        }
    }
}
