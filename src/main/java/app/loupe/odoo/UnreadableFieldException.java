package app.loupe.odoo;

/** One record has a field that is not what Odoo gives there; the rest of the page is not concerned. */
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
