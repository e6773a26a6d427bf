package app.loupe.domain;

/** A many2one as Odoo gives it: the id of another record and its name at that time. */
public record Ref(long id, String name) {}
