package app.loupe.domain;

/**
 * Identifies one account of the operating system on one installation. It comes from the running process and is never
 * taken from a caller's parameter; every stored row carries it.
 */
public record UserId(String value) {
    /** Refuses an empty id, because an empty id would match rows that nobody owns. */
    public UserId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("user id is empty");
        }
    }
}
