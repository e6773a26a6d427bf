package app.loupe.domain;

/** Names something that came with one connection, and goes with it. */
public interface OfConnection {
    /** The connection. */
    ConnectionId connection();
}
