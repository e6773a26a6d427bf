package app.loupe.store;

/** Key of a name that rows show; the user id is added by Hibernate. */
record ShownNameId(String connectionId, String kind, long id, long companyId) {}
