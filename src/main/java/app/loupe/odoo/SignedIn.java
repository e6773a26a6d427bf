package app.loupe.odoo;

/**
 * A server that accepted the sign-in.
 *
 * @param apiKey whether an API key was used
 */
record SignedIn(Greeting greeting, Dialect dialect, ModelReader reader, boolean apiKey) implements AutoCloseable {
    OdooVersion version() {
        return greeting.version();
    }

    @Override
    public void close() {
        greeting.caller().close();
    }
}
