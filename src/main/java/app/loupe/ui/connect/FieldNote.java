package app.loupe.ui.connect;

/** What stands below a field: nothing, what goes on, what is right, what is worth knowing, or what is wrong. */
record FieldNote(Kind kind, String text) {
    enum Kind {
        NONE,
        BUSY,
        GOOD,
        HINT,
        BAD
    }

    static final FieldNote NONE = new FieldNote(Kind.NONE, "");

    static FieldNote bad(String text) {
        return new FieldNote(Kind.BAD, text);
    }

    static FieldNote good(String text) {
        return new FieldNote(Kind.GOOD, text);
    }

    static FieldNote hint(String text) {
        return new FieldNote(Kind.HINT, text);
    }

    static FieldNote busy(String text) {
        return new FieldNote(Kind.BUSY, text);
    }
}
