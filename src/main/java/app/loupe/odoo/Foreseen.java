package app.loupe.odoo;

import app.loupe.odoo.OdooRequest.SearchRead;

/**
 * What will most likely be asked next.
 *
 * @param search where a session says it, with all fields that are wanted; where it is sent, with those that the server has
 * @param anotherQuestion whether it begins the next question, with its own time, or belongs to this one
 */
record Foreseen(SearchRead search, boolean anotherQuestion) {}
