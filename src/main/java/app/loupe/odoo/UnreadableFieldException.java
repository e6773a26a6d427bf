package app.loupe.odoo;

/** One record has a field with a value that Odoo never gives there; the rest of the page is not affected. */
final class UnreadableFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    UnreadableFieldException(String field) {
        super(field);
        this.field = field;
    }

    String field() {
        return field;
    }
}
