package app.loupe.store;

/** Key of one run: its number within a connection. */
record RunId(String connectionId, int number) {}
