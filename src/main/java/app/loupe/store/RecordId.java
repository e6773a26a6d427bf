package app.loupe.store;

/** Key of one Odoo record; the user id is added by Hibernate. Ids of different models are in different tables. */
record RecordId(String connectionId, long id) {}
