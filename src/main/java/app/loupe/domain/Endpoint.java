package app.loupe.domain;

/** Where and as whom Loupe signs in: what a stored password is bound to. */
public record Endpoint(OdooAddress address, String database, String username) {}
