package app.loupe.odoo;

import app.loupe.odoo.OdooRequest.SearchRead;

/**
 * The request that most likely comes next.
 *
 * @param search as a session foresees it, with all wanted fields; as it is sent, with those that the server has
 * @param anotherQuestion whether it begins the next question, with its own time, or belongs to this one
 */
record Foreseen(SearchRead search, boolean anotherQuestion) {}
