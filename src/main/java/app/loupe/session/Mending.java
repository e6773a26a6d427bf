package app.loupe.session;

import app.loupe.domain.ProblemCode;

/** Decides what can mend a problem that ended a run, and so when trying again makes sense. */
enum Mending {
    /** Time: the network comes back, the server is less busy. */
    WAITING,
    /** The owner alone: another key, a certificate that he trusts, rights. A server may lock out whoever keeps trying. */
    OWNER,
    /** Nobody knows. */
    UNKNOWN;

    @SuppressWarnings("MissingCasesInEnumSwitch") // the rest is one group by intention
    static Mending of(ProblemCode code) {
        return switch (code) {
            case HOST_UNKNOWN, CONNECTION_REFUSED, NETWORK_DOWN, LOCAL_NETWORK_CLOSED, LOOKUP_TIMEOUT, CONNECT_TIMEOUT,
                    GREETING_TIMEOUT, SERVER_TIMEOUT, CONNECTION_LOST, SERVER_BUSY, SERVER_ERROR ->
                WAITING;
            case SIGN_IN_REFUSED, API_KEY_REFUSED, API_KEY_NEEDED, API_KEY_EXPIRED, NO_API_ON_PLAN, NO_RIGHT,
                    SIGN_IN_IN_FRONT, ACCESS_BLOCKED,
                    TLS_FAILED, CERTIFICATE_UNKNOWN, CERTIFICATE_EXPIRED, CERTIFICATE_WRONG_HOST, CERTIFICATE_CHANGED,
                    ADDRESS_INVALID, ADDRESS_NOT_HTTPS, REDIRECTED, NOT_AN_ODOO, VERSION_UNSUPPORTED, DATABASE_UNKNOWN,
                    DATABASE_NEEDED, FIELD_NEEDED, SERVER_REPLACED, BOOKS_DIFFER,
                    KEY_MISSING, KEY_UNREADABLE, KEY_FOREIGN, PASSWORD_NOT_OF_THIS_ROW, PASSWORD_LOST, ADDRESS_LOST ->
                OWNER;
            default -> UNKNOWN;
        };
    }
}
