package app.loupe.export;

import app.loupe.domain.ConnectionProfile;

/** Something aged, a row or an item behind one, of this connection. */
public record AgedEntry<T>(ConnectionProfile connection, T aged) {}
