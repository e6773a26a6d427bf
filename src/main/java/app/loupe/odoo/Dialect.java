package app.loupe.odoo;

/** Turns requests into wire messages, and answers into results: JSON-RPC or JSON-2. */
sealed interface Dialect permits JsonRpcDialect, Json2Dialect, WebVersionDialect {
    /** The name in the sign-in facts. */
    String name();

    /** Serialises a request. */
    WireMessage write(OdooRequest request);

    /** Takes the result out of an answer, or says why there is none. */
    Verdict read(RawAnswer answer);
}
