package app.loupe.store;

/** Key of a partner or product that is named; the user id is added by Hibernate. */
record NamedPartyId(String connectionId, String kind, long id) {}
