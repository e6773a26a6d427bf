package app.loupe.domain;

/** Something that came with one connection and is deleted with it. */
public interface OfConnection {
    /** The connection. */
    ConnectionId connection();
}
