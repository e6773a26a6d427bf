package app.loupe.odoo;

/**
 * How the references of an answer are to come.
 *
 * @param named whether as {@code [id, name]}, which costs Odoo more than all the rest of a row; otherwise as the id alone
 * @param company whose names they are, where they differ from one company to another; 0 for the user's own
 * @param english whether the whole answer is to be in English: only to learn why there was none
 */
record References(boolean named, long company, boolean english) {
    /** The id alone, where the server can; see {@link OdooVersion#searchedWithNames}. */
    static final References IDS = new References(false, 0, false);
    /** With their names, as the user's own company has them. */
    static final References NAMED = new References(true, 0, false);

    /** With their names, as this company has them. */
    static References namedIn(long company) {
        return new References(true, company, false);
    }

    /** The same in English. */
    References inEnglish() {
        return new References(named, company, true);
    }
}
