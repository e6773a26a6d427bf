package app.loupe.odoo;

import app.loupe.domain.ProblemCode;

/** What an exchange is waiting for, and the problem when that does not come in time. */
enum Phase {
    /** The address that belongs to the host's name. */
    LOOKUP(ProblemCode.LOOKUP_TIMEOUT),
    /** A computer that takes the connection. */
    CONNECTION(ProblemCode.CONNECT_TIMEOUT),
    /** The end of the TLS greeting. */
    GREETING(ProblemCode.GREETING_TIMEOUT),
    /** The whole answer, from sending the question to the last byte. */
    ANSWER(ProblemCode.SERVER_TIMEOUT);

    private final ProblemCode inVain;

    Phase(ProblemCode inVain) {
        this.inVain = inVain;
    }

    ProblemCode inVain() {
        return inVain;
    }
}
