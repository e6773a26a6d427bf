package app.loupe.ui.connect;

import app.loupe.domain.ProblemCode;

/** The places of the connect dialog where a note can stand. */
enum Field {
    ADDRESS,
    DATABASE,
    USER,
    SECRET,
    SINCE,
    KEY_DAY,
    FORM;

    /** Where a problem is to be solved, and so where it is shown. */
    @SuppressWarnings("MissingCasesInEnumSwitch") // what no field can solve stands below the form
    static Field of(ProblemCode code) {
        return switch (code) {
            case ADDRESS_INVALID, ADDRESS_NOT_HTTPS, HOST_UNKNOWN, CONNECTION_REFUSED, NETWORK_DOWN,
                    LOCAL_NETWORK_CLOSED, SERVER_TIMEOUT,
                    TLS_FAILED, CERTIFICATE_UNKNOWN, CERTIFICATE_EXPIRED, CERTIFICATE_WRONG_HOST, CERTIFICATE_CHANGED,
                    REDIRECTED, NOT_AN_ODOO, VERSION_UNSUPPORTED, LOOKUP_TIMEOUT, CONNECT_TIMEOUT, GREETING_TIMEOUT,
                    CONNECTION_LOST, SIGN_IN_IN_FRONT, ACCESS_BLOCKED, WEB_PAGE_ANSWERED, OTHER_CONTENT ->
                ADDRESS;
            case DATABASE_UNKNOWN, DATABASE_NEEDED -> DATABASE;
            // the user is typed where it is seen: far more often it is the password that is not right
            case SIGN_IN_REFUSED, API_KEY_REFUSED, API_KEY_NEEDED, PASSWORD_EMPTY, PASSWORD_BEGINS_WITH_SPACE,
                    PASSWORD_ENDS_WITH_SPACE, PASSWORD_TOO_LONG, NO_API_ON_PLAN ->
                SECRET;
            default -> FORM;
        };
    }
}
