package app.loupe.odoo;

import app.loupe.odoo.OdooRequest.SearchRead;

/**
 * What will most likely be asked next.
 *
 * @param search with all fields that are wanted
 * @param anotherQuestion whether it begins the next question, with its own time, or belongs to this one
 */
record Foreseen(SearchRead search, boolean anotherQuestion) {}
