package app.loupe.app.commands;

import app.loupe.domain.ConnectionProfile;

/** Something aged, a row or an item behind one, of this connection. */
record AgedEntry<T>(ConnectionProfile connection, T aged) {}
