package app.loupe.domain;

/** One row of {@code odoo_connections}, without the user id, which the store adds itself. */
public record StoredConnection(ConnectionId id, Endpoint endpoint, SealedPassword encryptedPassword) {}
